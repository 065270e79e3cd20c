public import CloudModel

/// Where the worker's records come from, and who owns which partition.
///
/// A partition number stands for that partition of every input topic and of the state topic together. The group
/// shares out the partitions of the state topic, whose cluster is that of the outputs; the inputs follow, on the
/// same cluster or another one. One thread owns a log. A partition that was assigned is silent until `start`.
public protocol InputLog: AnyObject {
    /// Lends records to `body`, within the limit, and returns what changed of the assignment; changes come
    /// after the records. A partition's records come by rising offset, with gaps. Bytes are valid only inside
    /// `body`. Must be called often, or the group takes the partitions away. If it throws, `body` was not
    /// called.
    func poll(
        _ limit: BatchLimit, _ body: (InputRecord, Span<UInt8>) -> Void
    ) throws(LogFailure) -> [AssignmentChange]

    /// Keeps the membership alive and returns what changed of the assignment, without reading records.
    func serveGroup() throws(LogFailure) -> [AssignmentChange]

    /// The number last committed for a partition; nil if there was none yet. Fails as retriable while a
    /// transaction that would change it is undecided.
    func committedNumber(of partition: Int32) throws(LogFailure) -> Int64?

    /// Lends records of the partition from these offsets on, also if it was started before; a topic that is
    /// not named begins at its oldest record.
    func start(_ partition: Int32, at offsets: [InputOffset]) throws(LogFailure)

    /// Makes the partition silent until `start`.
    func stop(_ partition: Int32)
}

/// What the group decided.
public enum AssignmentChange: Hashable, Sendable {
    /// These partitions are this worker's from now on.
    case assigned([Int32])
    /// These partitions are taken away. They are this worker's until it asks the log again, so that what was
    /// read can still be committed.
    case revoked([Int32])
    /// These partitions are already another worker's; nothing of them can be committed any more.
    case lost([Int32])
}

/// A record without its bytes.
public struct InputRecord: Hashable, Sendable {
    /// Topic, partition and offset.
    public let position: RecordPosition
    /// The broker's timestamp.
    public let time: Timestamp?

    /// One record.
    public init(position: RecordPosition, time: Timestamp?) {
        self.position = position
        self.time = time
    }
}

extension InputRecord {
    /// The record with its time, or with this one if it is earlier.
    func limited(to latest: Timestamp) -> InputRecord {
        guard let time, time > latest else { return self }
        return InputRecord(position: position, time: latest)
    }
}

/// The next record to read of one partition of one topic.
public struct InputOffset: Hashable, Sendable {
    /// The topic.
    public let topic: String
    /// The partition.
    public let partition: Int32
    /// The offset of the next record to read.
    public let next: Int64

    /// One place.
    public init(topic: String, partition: Int32, next: Int64) {
        self.topic = topic
        self.partition = partition
        self.next = next
    }
}

/// How much one batch may hold. At least one record is lent whatever its size.
public struct BatchLimit: Hashable, Sendable {
    /// The most records.
    public var records: Int
    /// The most bytes of records; the record that crosses it is the last one.
    public var bytes: Int

    /// One limit.
    public init(records: Int = 10_000, bytes: Int = 16 << 20) {
        self.records = records
        self.bytes = bytes
    }
}

/// The number of a partition's batch, counted from 1. It is committed with the batch for the group, and stands
/// in the batch's state too: a state that has come to the number is whole.
public struct CommitNumber: Hashable, Sendable {
    /// The partition of the state topic.
    public let partition: Int32
    /// The number.
    public let number: Int64

    /// One partition's number.
    public init(partition: Int32, number: Int64) {
        self.partition = partition
        self.number = number
    }
}
