internal import CRdkafka

/// Writes records and consumed offsets in transactions. One thread owns it; one transaction at a time.
///
///     made -> (initTransactions) -> ready -> (begin) -> open -> (commit | abort) -> ready
///
/// Calls repeat retriable errors themselves, with the same arguments, until their time is over. An error that
/// requires an abort leaves the producer usable after `abort`; after any other a new producer is needed.
public final class TransactionalProducer {
    private let sender: RecordSender
    private var client: OpaquePointer { unsafe sender.handle.client }

    /// Waits between repeated calls, and the length of one step of an abort that still has records to drop.
    private static let stepMilliseconds: Int32 = 10

    /// A producer with this transactional id; connects in the background.
    public init(_ settings: KafkaSettings, transactionalID: String) throws(KafkaError) {
        sender = try RecordSender(settings.resolved(for: .transactionalProducer(id: transactionalID)))
    }

    /// Learns where the partitions of these topics are, so that the first record to each need not wait for that, which
    /// takes up to a second. Throws if the cluster does not answer in time.
    public func learn(_ topics: [String], timeoutMilliseconds: Int) throws(KafkaError) {
        try sender.learn(topics, timeoutMilliseconds: timeoutMilliseconds)
    }

    /// Fences every earlier producer of this id and ends its open transaction. Call it once, first; committed
    /// offsets read before it may wait for that transaction.
    public func initTransactions(timeoutMilliseconds: Int) throws(KafkaError) {
        try unsafe repeating("init transactions", Deadline(milliseconds: timeoutMilliseconds)) { timeout in
            unsafe rd_kafka_init_transactions(client, timeout)
        }
    }

    /// Opens a transaction.
    public func begin() throws(KafkaError) {
        sender.serve()
        sender.forgetOutcomes()
        if let error = unsafe rd_kafka_begin_transaction(client) {
            throw unsafe KafkaError(consuming: error, during: "begin transaction")
        }
    }

    /// Queues the record as part of the open transaction; waits up to 30 s while the local queue is full.
    ///
    /// A record that cannot be queued, or an earlier one that could not be written, requires an abort. A
    /// record over `message.max.bytes` will fail again in the next transaction.
    public func produce(_ record: ProducerRecord) throws(KafkaError) {
        do throws(KafkaError) {
            try sender.send(record)
        } catch {
            // After a failed record the library refuses all others without saying why, and drops those that
            // wait; their reports tell the reason. If they are late the plain refusal has to do.
            try? sender.drain(until: Deadline(milliseconds: 1_000))
            throw failed(sender.failure ?? error)
        }
    }

    /// Makes the offsets of the next records to read part of the open transaction, in the consumer's group
    /// and generation. The broker refuses a former generation, not a partition that another member owns.
    public func sendOffsets(
        _ offsets: [PartitionOffset], of consumer: Consumer, timeoutMilliseconds: Int
    ) throws(KafkaError) {
        guard let group = unsafe rd_kafka_consumer_group_metadata(consumer.handle.client) else {
            throw KafkaError(code: .wrongState, message: "send offsets: the consumer has no group")
        }
        defer { unsafe rd_kafka_consumer_group_metadata_destroy(group) }
        let list = PartitionList(offsets)
        let raw = unsafe list.raw
        try unsafe repeating("send offsets", Deadline(milliseconds: timeoutMilliseconds)) { timeout in
            unsafe rd_kafka_send_offsets_to_transaction(client, raw, group, timeout)
        }
    }

    /// Commits the open transaction and returns the highest offset written per partition.
    ///
    /// If a record could not be written it throws that record's error, which requires an abort.
    public func commit(timeoutMilliseconds: Int) throws(KafkaError) -> [PartitionOffset] {
        let deadline = Deadline(milliseconds: timeoutMilliseconds)
        try sender.drain(until: deadline)
        if let failure = sender.failure {
            throw failed(failure)
        }
        try unsafe repeating("commit transaction", deadline) { timeout in
            unsafe rd_kafka_commit_transaction(client, timeout)
        }
        return sender.writtenOffsets
    }

    /// Aborts the open transaction and drops the records that were not sent. Readers of committed records
    /// never see any of it. The caller rewinds its inputs and its own state. After a refused record the next
    /// transaction may demand one more abort, because the library notices the gap in its numbering then.
    public func abort(timeoutMilliseconds: Int) throws(KafkaError) {
        try unsafe repeating("abort transaction", Deadline(milliseconds: timeoutMilliseconds)) { timeout in
            // The call waits for reports of dropped records, which only we take off the queue.
            let step = sender.inFlightCount > 0 ? min(timeout, Self.stepMilliseconds) : timeout
            return unsafe rd_kafka_abort_transaction(client, step)
        }
        sender.forgetOutcomes()
    }

    /// The error that made this producer useless, if one did.
    public var fatalFailure: KafkaError? { sender.handle.fatalFailure() }

    /// What the client had to say since the last call.
    public func takeNotices() -> [KafkaNotice] {
        sender.serve()
        return sender.handle.takeNotices()
    }

    /// What a failed record means for the transaction.
    private func failed(_ error: KafkaError) -> KafkaError {
        fatalFailure ?? sender.handle.explained(error).abortingTransaction
    }

    private func repeating(
        _ operation: String, _ deadline: Deadline, _ call: (Int32) -> OpaquePointer?
    ) throws(KafkaError) {
        while let raw = unsafe call(max(deadline.remainingMilliseconds, 1)) {
            let error = unsafe KafkaError(consuming: raw, during: operation)
            sender.serve()
            guard error.isRetriable, !deadline.isOver else { throw sender.handle.explained(error) }
            sender.serve(timeoutMilliseconds: min(Self.stepMilliseconds, deadline.remainingMilliseconds))
        }
    }
}
