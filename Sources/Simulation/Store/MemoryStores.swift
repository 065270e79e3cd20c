public import DriftEngine

/// The stores of one machine; they outlive the processes on it.
public final class MemoryStores: LocalStores {
    private var disks: [Int32: MemoryDisk] = [:]
    /// How many stores were put out of the way.
    public private(set) var setAsideCount = 0

    /// A machine without any store.
    public init() {}

    /// The disk of a partition.
    public func disk(_ partition: Int32) -> MemoryDisk {
        if let disk = disks[partition] { return disk }
        let disk = MemoryDisk()
        disks[partition] = disk
        return disk
    }

    /// Opens a partition's store.
    public func open(_ partition: Int32) throws(StoreFailure) -> MemoryStore {
        MemoryStore(disk(partition))
    }

    /// Puts what there is out of the way.
    public func renew(_ partition: Int32) throws(StoreFailure) -> MemoryStore {
        setAsideCount += 1
        disks[partition] = MemoryDisk()
        return MemoryStore(disk(partition))
    }

    /// Brings a partition's store to disk.
    public func close(_ partition: Int32) { disk(partition).flush() }

    /// Lets every disk lose some of what was not flushed; `pick` gives a number below its argument.
    public func crash(_ pick: (Int) -> Int) {
        for partition in disks.keys.sorted() {
            let disk = disk(partition)
            disk.crash(losing: pick(disk.unflushedCount + 1))
        }
    }
}
