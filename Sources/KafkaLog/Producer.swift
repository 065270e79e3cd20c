internal import CRdkafka

/// An idempotent producer without transactions: each record once and in order per partition, as long as the
/// producer lives. One thread owns it.
public final class Producer {
    private let sender: RecordSender

    /// A producer; connects in the background.
    public init(_ settings: KafkaSettings) throws(KafkaError) {
        sender = try RecordSender(settings.resolved(for: .producer))
    }

    /// Learns where the partitions of these topics are, so that the first record to each need not wait for that, which
    /// takes up to a second. Throws if the cluster does not answer in time.
    public func learn(_ topics: [String], timeoutMilliseconds: Int) throws(KafkaError) {
        try sender.learn(topics, timeoutMilliseconds: timeoutMilliseconds)
    }

    /// Queues the record for sending; waits up to 30 s while the local queue is full.
    public func produce(_ record: ProducerRecord) throws(KafkaError) {
        try sender.send(record)
    }

    /// Waits until every record is acknowledged. Returns the highest offset written per partition since the
    /// last flush. Throws if time is up, or the first failure of a record; the other records are written.
    @discardableResult
    public func flush(timeoutMilliseconds: Int) throws(KafkaError) -> [PartitionOffset] {
        try sender.drain(until: Deadline(milliseconds: timeoutMilliseconds))
        defer { sender.forgetOutcomes() }
        if let failure = sender.failure { throw sender.handle.fatalFailure() ?? failure }
        return sender.writtenOffsets
    }

    /// What the client had to say since the last call.
    public func takeNotices() -> [KafkaNotice] {
        sender.serve()
        return sender.handle.takeNotices()
    }
}
