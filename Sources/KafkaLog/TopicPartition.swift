/// One partition of one topic.
public struct TopicPartition: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The topic's name.
    public let topic: String
    /// The partition's number, from 0.
    public let partition: Int32

    /// The partition with this number.
    public init(_ topic: String, _ partition: Int32) {
        self.topic = topic
        self.partition = partition
    }

    /// Orders by topic, then by number.
    public static func < (left: TopicPartition, right: TopicPartition) -> Bool {
        (left.topic, left.partition) < (right.topic, right.partition)
    }

    /// The topic and the number, as `topic/3`.
    public var description: String { "\(topic)/\(partition)" }
}

/// An offset in a partition.
public struct PartitionOffset: Hashable, Sendable, CustomStringConvertible {
    /// The partition.
    public let partition: TopicPartition
    /// The offset, from 0.
    public let offset: Int64

    /// The offset in that partition.
    public init(_ partition: TopicPartition, _ offset: Int64) {
        self.partition = partition
        self.offset = offset
    }

    /// The partition and the offset, as `topic/3@17`.
    public var description: String { "\(partition)@\(offset)" }
}

/// Where reading a partition starts.
public enum StartOffset: Hashable, Sendable {
    /// The group's committed offset; without one, what `auto.offset.reset` says.
    case committed
    /// The oldest record there is.
    case beginning
    /// After the newest record there is.
    case end
    /// This offset.
    case at(Int64)
}

/// One header of a record. Names may repeat.
public struct KafkaHeader: Hashable, Sendable {
    /// The header's name.
    public let name: String
    /// The header's bytes; nil is a null, not an empty value.
    public let value: [UInt8]?

    /// A header with these bytes.
    public init(_ name: String, _ value: [UInt8]?) {
        self.name = name
        self.value = value
    }
}
