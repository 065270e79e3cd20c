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
    var fetched = FetchedRecords()
    let budget: FetchBudget
    /// The partitions of which enough waits here, so that no more is fetched.
    var filled: Set<TopicPartition> = []
    /// Where partitions were last sought.
    var places: [TopicPartition: Int64] = [:]
    private(set) var isClosed = false
    /// How many records are taken out of the library's queue in one call.
    private static let gatheredCount = 200
    /// Whether the group is told of the end: others shall take over at once.
    private let leavesGroup: Bool

    /// The partitions that this consumer reads at present, in order.
    public internal(set) var assignment: [TopicPartition] = []

    /// A member of the group, or to be one; connects in the background.
    public init(_ settings: KafkaSettings, groupID: String) throws(KafkaError) {
        leavesGroup = settings.value(of: "group.instance.id") == nil
        budget = FetchBudget(byteCount: settings.queuedKilobytes << 10)
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
    /// Partitions with waiting records get equal parts of a batch; one with many does not hold up the others.
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
        gather(maximumCount, Int32(clamping: timeoutMilliseconds))
        answerGroup()
        addNotices()
        var batch = MessageBatch()
        fetched.lend(maximumCount, into: &batch, &events)
        if !batch.isEmpty { try body(batch) }
        defer { events = [] }
        return events
    }

    /// Takes what the library has fetched; waits for it only if nothing can be lent.
    private func gather(_ maximumCount: Int, _ timeout: Int32) {
        rebalances.isWaiting = true
        let waitedFor = unsafe rd_kafka_consume_queue(queue, fetched.canLend ? 0 : timeout)
        rebalances.isWaiting = false
        guard let first = unsafe waitedFor else { return balance() }
        let before = fetched.receivedByteCount
        unsafe sort(first)
        // Where there are several partitions, the few records of one may stand behind many of another.
        let wanted = assignment.count > 1 ? Self.gatheredCount : maximumCount - 1
        if unsafe room.count < wanted { unsafe room = Array(repeating: nil, count: wanted) }
        var isDrained = false
        // A pause makes the library drop what it has of the partition, so this ends. Were there none, it would at twice
        // the budget.
        while !isDrained, fetched.byteCount < 2 * budget.byteCount {
            let count = unsafe room.withUnsafeMutableBufferPointer { places in
                unsafe rd_kafka_consume_batch_queue(queue, 0, places.baseAddress, wanted)
            }
            for index in 0..<max(count, 0) {
                if let message = unsafe room[index] { unsafe sort(message) }
            }
            isDrained = count < wanted || assignment.count < 2
            balance()
        }
        wakeAll(after: fetched.receivedByteCount - before)
    }

    /// Puts a record into its partition's line, and anything else into the events.
    private func sort(_ message: UnsafeMutablePointer<rd_kafka_message_t>) {
        let code = unsafe message.pointee.err
        let topic = unsafe message.pointee.rkt
        if code == RD_KAFKA_RESP_ERR_NO_ERROR || code == RD_KAFKA_RESP_ERR__PARTITION_EOF,
            let topic = unsafe topic
        {
            unsafe fetched.append(message, topic: topic)
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
        events.append(.partitionError(partition, error))
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
        forgetFetched()
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
