internal import CRdkafka

/// Reads records of a group's partitions, or of partitions assigned by hand. One thread owns it.
///
/// Records, errors and the group's decisions come out of `poll`. Offsets are never committed by themselves.
@safe public final class Consumer {
    let handle: ClientHandle
    private let queue: OpaquePointer
    let rebalances = RebalanceSlot()
    var start = StartOffset.committed
    var startsPaused = false
    private var room: [UnsafeMutablePointer<rd_kafka_message_t>?] = unsafe []
    var events: [ConsumerEvent] = []
    private(set) var isClosed = false
    /// Whether the group is told of the end: others shall take over at once.
    private let leavesGroup: Bool

    /// The partitions that this consumer reads at present, in order.
    public internal(set) var assignment: [TopicPartition] = []

    /// A member of the group, or to be one; connects in the background.
    public init(_ settings: KafkaSettings, groupID: String) throws(KafkaError) {
        leavesGroup = settings.value(of: "group.instance.id") == nil
        let configuration = try settings.resolved(for: .consumer(groupID: groupID))
        rebalances.install(in: configuration)
        handle = try ClientHandle(RD_KAFKA_CONSUMER, configuration)
        guard let queue = unsafe rd_kafka_queue_get_consumer(handle.client) else {
            preconditionFailure("a consumer with a group has a queue")
        }
        unsafe self.queue = queue
    }

    deinit {
        close()
        unsafe rd_kafka_queue_destroy(queue)
    }

    /// Reads up to `maximumCount` records and lends them to `body`, which is not called if there are none.
    ///
    /// Waits at most the given time for the first record, and for no further one. Must be called more often
    /// than `max.poll.interval.ms`. Returns the events since the last poll; they come after `body`. What
    /// `body` throws is passed on, the events then come with the next poll, and the records count as read:
    /// `seek` back to read them again.
    public func poll<Failure: Error>(
        maximumCount: Int, timeoutMilliseconds: Int,
        _ body: (borrowing MessageBatch) throws(Failure) -> Void
    ) throws(Failure) -> [ConsumerEvent] {
        precondition(maximumCount > 0, "a poll reads at least one record")
        precondition(!isClosed, "a closed consumer was polled")
        finishRevocation()
        var batch = MessageBatch()
        let lent = collect(maximumCount, Int32(clamping: timeoutMilliseconds), into: &batch)
        answerGroup()
        addNotices()
        if lent { try body(batch) }
        defer { events = [] }
        return events
    }

    /// Gathers messages; returns whether any are to be lent.
    private func collect(_ maximumCount: Int, _ timeout: Int32, into batch: inout MessageBatch) -> Bool {
        rebalances.isWaiting = true
        let waitedFor = unsafe rd_kafka_consume_queue(queue, timeout)
        rebalances.isWaiting = false
        guard let first = unsafe waitedFor else { return false }
        unsafe sort(first, into: &batch)
        if unsafe room.count < maximumCount { unsafe room = Array(repeating: nil, count: maximumCount) }
        let count = unsafe room.withUnsafeMutableBufferPointer { places in
            unsafe rd_kafka_consume_batch_queue(queue, 0, places.baseAddress, maximumCount - 1)
        }
        for index in 0..<max(count, 0) {
            if let message = unsafe room[index] { unsafe sort(message, into: &batch) }
        }
        return !batch.isEmpty
    }

    /// Puts a record into the batch, and anything else into the events.
    private func sort(_ message: UnsafeMutablePointer<rd_kafka_message_t>, into batch: inout MessageBatch) {
        let code = unsafe message.pointee.err
        let topic = unsafe message.pointee.rkt
        if code == RD_KAFKA_RESP_ERR_NO_ERROR, let topic = unsafe topic {
            unsafe batch.append(message, topic: topic)
            return
        }
        defer { unsafe rd_kafka_message_destroy(message) }
        let text = unsafe rd_kafka_message_errstr(message).map { unsafe String(cString: $0) }
        let error = KafkaError(code, during: "Kafka consumer", detail: text)
        guard let topic = unsafe topic else {
            events.append(.error(error.code == .fatal ? handle.fatalFailure() ?? error : error))
            return
        }
        let partition = unsafe TopicPartition(
            String(cString: rd_kafka_topic_name(topic)), message.pointee.partition)
        if code == RD_KAFKA_RESP_ERR__PARTITION_EOF {
            events.append(.partitionEnd(partition, offset: unsafe message.pointee.offset))
        } else {
            events.append(.partitionError(partition, error))
        }
    }

    private func addNotices() {
        handle.serve()
        for notice in handle.takeNotices() {
            switch notice {
            case .error(let error): events.append(.error(error))
            case .log(let level, let facility, let message):
                events.append(.log(level: level, facility: facility, message: message))
            }
        }
    }

    /// Stops reading. A member without a name that stays leaves the group; blocks until the group knows. One with a
    /// `group.instance.id` keeps its place there, and its client ends with this consumer. Repeated calls do nothing.
    ///
    /// librdkafka's own close answers a decision of the group that still waits by `rd_kafka_assign`, and if the group's
    /// side of the client has ended meanwhile, nobody answers that call: seen with librdkafka 2.0.2 on Apache Kafka 3.9, a
    /// fenced worker that never ended. Who leaves no group has nothing to say, so it does not ask.
    public func close() {
        guard !isClosed else { return }
        finishRevocation()
        isClosed = true
        rebalances.isClosing = true
        if leavesGroup {
            unsafe _ = rd_kafka_consumer_close(handle.client)
        } else {
            handle.endsSilently = true
        }
        assignment = []
    }
}
