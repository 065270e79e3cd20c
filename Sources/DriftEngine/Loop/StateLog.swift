public import CloudModel

/// Reads a partition of the compacted state topic back, committed records only. One thread owns it.
public protocol StateLog: AnyObject {
    /// Starts at an offset, or at the partition's oldest record, and notes its end: the high watermark,
    /// uncommitted records included, so that reading up to it waits for every transaction that was undecided.
    /// (The last stable offset, which a reader of committed records is told, is not enough: a commit's marker
    /// may be late.) Returns where it starts; an offset behind the end is no place of this log.
    @discardableResult
    func begin(_ partition: Int32, from next: Int64?) throws(LogFailure) -> StateLogProgress

    /// Lends the next records in order, at most `maximumCount`, and says how far it is. A deletion has an
    /// empty value. Goes on beyond the end that was noted if there is more by now.
    func read(
        _ partition: Int32, maximumCount: Int, _ body: (StateRecord) -> Void
    ) throws(LogFailure) -> StateLogProgress

    /// Stops reading the partition.
    func end(_ partition: Int32)
}

/// How far a restore is.
public struct StateLogProgress: Hashable, Sendable {
    /// The offset of the next record to read.
    public let next: Int64
    /// The end that was noted when the restore began.
    public let end: Int64

    /// A point of a restore.
    public init(next: Int64, end: Int64) {
        self.next = next
        self.end = end
    }

    /// True once everything that was there when the restore began has been read.
    public var isAtEnd: Bool { next >= end }
}
