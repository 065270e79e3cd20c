internal import CRdkafka

/// The records of one partition that were fetched and are still to be lent, first in, first out.
///
/// A line that has become empty must go: its records keep the topic's handle alive, by which it is found.
@safe struct PartitionLine {
    let partition: TopicPartition
    /// Whether its records are kept back for the present.
    var isWithheld = false
    private(set) var byteCount = 0
    private let topic: OpaquePointer
    private var messages: [UnsafeMutablePointer<rd_kafka_message_t>] = unsafe []
    private var first = 0

    /// A line for the partition that this message is of.
    init(of message: UnsafeMutablePointer<rd_kafka_message_t>, topic: OpaquePointer) {
        unsafe self.topic = topic
        partition = unsafe TopicPartition(
            String(cString: rd_kafka_topic_name(topic)), message.pointee.partition)
    }

    var isEmpty: Bool { unsafe first == messages.count }

    /// The offset of its first message.
    var nextOffset: Int64? { isEmpty ? nil : unsafe messages[first].pointee.offset }

    /// Whether a message belongs here.
    func takes(_ message: UnsafeMutablePointer<rd_kafka_message_t>, _ topic: OpaquePointer) -> Bool {
        unsafe self.topic == topic && partition.partition == message.pointee.partition
    }

    mutating func append(_ message: UnsafeMutablePointer<rd_kafka_message_t>) {
        unsafe messages.append(message)
        byteCount += unsafe Self.cost(of: message)
    }

    /// Moves up to so many records into the batch and returns how many; the partition's end goes to the events, in its place.
    mutating func lend(
        _ maximumCount: Int, into batch: inout MessageBatch, _ events: inout [ConsumerEvent]
    ) -> Int {
        var count = 0
        while count < maximumCount, !isEmpty {
            let message = unsafe messages[first]
            first += 1
            byteCount -= unsafe Self.cost(of: message)
            if unsafe message.pointee.err == RD_KAFKA_RESP_ERR__PARTITION_EOF {
                events.append(.partitionEnd(partition, offset: unsafe message.pointee.offset))
                unsafe rd_kafka_message_destroy(message)
            } else {
                unsafe batch.append(message, topic: topic)
                count += 1
            }
        }
        if first > 4_096, unsafe first > messages.count / 2 {
            unsafe messages.removeFirst(first)
            first = 0
        }
        return count
    }

    /// Frees everything.
    mutating func destroy() {
        for index in unsafe first..<messages.count { unsafe rd_kafka_message_destroy(messages[index]) }
        unsafe messages.removeAll()
        (first, byteCount) = (0, 0)
    }

    /// What a message takes: its bytes and what the library keeps for each.
    private static func cost(of message: UnsafeMutablePointer<rd_kafka_message_t>) -> Int {
        unsafe message.pointee.len + message.pointee.key_len + 400
    }
}
