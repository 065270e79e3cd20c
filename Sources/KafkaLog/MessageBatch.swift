internal import CRdkafka

/// The records of one poll, lent to the poll's closure and freed after it.
@safe public struct MessageBatch: ~Copyable {
    private var messages: [UnsafeMutablePointer<rd_kafka_message_t>] = unsafe []
    private var topicIndexes: [Int] = []
    private var topics: [(handle: OpaquePointer, name: String)] = unsafe []

    init() {}

    deinit {
        for index in unsafe messages.indices { unsafe rd_kafka_message_destroy(messages[index]) }
    }

    /// How many records there are.
    public var count: Int { topicIndexes.count }

    /// Whether there are none.
    public var isEmpty: Bool { topicIndexes.isEmpty }

    /// Lends one record. Records of one partition stand in the order of their offsets.
    public func withMessage<Result, Failure: Error>(
        at index: Int, _ body: (borrowing KafkaMessage) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let name = unsafe topics[topicIndexes[index]].name
        return try unsafe body(KafkaMessage(messages[index], topic: name))
    }

    /// Lends every record in turn.
    public func forEach<Failure: Error>(
        _ body: (borrowing KafkaMessage) throws(Failure) -> Void
    ) throws(Failure) {
        for index in 0..<count { try withMessage(at: index, body) }
    }

    /// The partition of one record.
    public func partition(at index: Int) -> TopicPartition {
        unsafe TopicPartition(topics[topicIndexes[index]].name, messages[index].pointee.partition)
    }

    /// Takes the message over. Topic handles are compared instead of names: each message keeps its handle
    /// alive, so within a batch equal handles are equal topics.
    mutating func append(_ message: UnsafeMutablePointer<rd_kafka_message_t>, topic handle: OpaquePointer) {
        unsafe messages.append(message)
        for index in unsafe topics.indices where unsafe topics[index].handle == handle {
            topicIndexes.append(index)
            return
        }
        unsafe topics.append((handle, String(cString: rd_kafka_topic_name(handle))))
        topicIndexes.append(unsafe topics.count - 1)
    }
}
