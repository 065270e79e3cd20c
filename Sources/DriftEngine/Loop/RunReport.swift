public import CloudModel

/// What one run of the loop did; for metrics, and for whoever decides when to run again.
public struct RunReport: Hashable, Sendable {
    /// How it stands.
    public enum Standing: Hashable, Sendable {
        /// All is well.
        case running
        /// Something must be tried again; the next run does.
        case waiting(LogFailure)
        /// This loop is of no more use; all its clients must be made anew.
        case stopped(LogFailure)
    }

    /// How it stands.
    public internal(set) var standing = Standing.running
    /// Records that engines took.
    public internal(set) var steppedRecords = 0
    /// Records that had been passed before, or whose partition does not run here.
    public internal(set) var skippedRecords = 0
    /// State records that were read back.
    public internal(set) var restoredRecords = 0
    /// How far each restore is that this run went on with, by rising partition.
    public internal(set) var restores: [RestoreProgress] = []
    /// Partitions whose engines began to run.
    public internal(set) var startedPartitions: [Int32] = []
    /// Of these, the ones whose engines had waited for them.
    public internal(set) var resumedPartitions: [Int32] = []
    /// Partitions that went to another worker.
    public internal(set) var lostPartitions: [Int32] = []
    /// Good documents of the state that the engines were made without.
    public internal(set) var lackingDocuments: [KeptDocument] = []
    /// Records that were sent, in transactions that were committed or not.
    public internal(set) var sentRecords = 0
    /// Transactions committed.
    public internal(set) var commits = 0
    /// The broker's times of the records whose outputs were committed.
    public internal(set) var committedRecordTimes: [Timestamp] = []
    /// Transactions aborted.
    public internal(set) var aborts = 0
    /// How often the batch that waits to be committed was aborted so far.
    public internal(set) var abortsOfBatch = 0
    /// True if all engines were dropped because the producer was lost.
    public internal(set) var droppedEngines = false

    init() {}

    /// How far the restore of a partition is.
    public struct RestoreProgress: Hashable, Sendable {
        /// The partition.
        public let partition: Int32
        /// The next offset of the state topic.
        public let next: Int64
        /// The offset at which it ends.
        public let end: Int64
    }

    /// True if there is nothing to do but wait for records.
    public var isIdle: Bool {
        standing == .running && steppedRecords == 0 && restoredRecords == 0 && commits == 0
    }
}
