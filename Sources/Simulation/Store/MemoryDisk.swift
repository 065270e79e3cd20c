public import CloudModel
public import DriftEngine

/// What a memory store leaves behind: its batches in order, of which a crash takes the last ones that were
/// not flushed.
public final class MemoryDisk {
    /// One batch.
    public struct Batch: Hashable, Sendable {
        /// What it writes.
        public let records: [StateRecord]
        /// Where it brings the store to.
        public let place: StorePlace
    }

    /// The batches that are there.
    public private(set) var batches: [Batch] = []
    private var flushedCount = 0
    /// What the next write fails with; nothing of it is written.
    public var failure: StoreFailure?

    /// An empty disk.
    public init() {}

    /// How many batches a crash can take.
    public var unflushedCount: Int { batches.count - flushedCount }

    /// Adds a batch.
    func append(_ batch: Batch) throws(StoreFailure) {
        if let failure {
            self.failure = nil
            throw failure
        }
        batches.append(batch)
    }

    /// Makes sure that no crash takes what is there.
    public func flush() { flushedCount = batches.count }

    /// Takes the last batches away, but none that was flushed.
    public func crash(losing count: Int) {
        batches.removeLast(min(count, unflushedCount))
        flushedCount = batches.count
    }
}
