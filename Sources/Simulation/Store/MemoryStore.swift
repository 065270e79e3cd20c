public import CloudModel
public import DriftEngine

/// A local store in memory, with a disk under it that a crash goes back to.
public final class MemoryStore: LocalStore {
    private let disk: MemoryDisk
    /// By rising key.
    private var keys: [[UInt8]] = []
    private var values: [[UInt8]: [UInt8]] = [:]
    /// The place that it has come to.
    public private(set) var place: StorePlace?

    /// The store as its disk has it.
    public init(_ disk: MemoryDisk = MemoryDisk()) {
        self.disk = disk
        for batch in disk.batches { apply(batch) }
    }

    /// Writes a batch.
    public func write(_ records: [StateRecord], _ place: StorePlace) throws(StoreFailure) {
        let batch = MemoryDisk.Batch(records: records, place: place)
        try disk.append(batch)
        apply(batch)
    }

    /// The value of a key.
    public func value(of key: [UInt8]) throws(StoreFailure) -> [UInt8]? { values[key] }

    /// Lends what begins with the prefix.
    public func scan(
        prefix: [UInt8], _ body: (_ key: Span<UInt8>, _ value: Span<UInt8>) -> Bool
    ) throws(StoreFailure) {
        for key in keys[index(of: prefix)...] {
            guard key.starts(with: prefix), let value = values[key], body(key.span, value.span) else {
                return
            }
        }
    }

    private func apply(_ batch: MemoryDisk.Batch) {
        place = batch.place
        for record in batch.records {
            let index = index(of: record.key)
            let isThere = index < keys.count && keys[index] == record.key
            if record.value.isEmpty {
                if isThere { keys.remove(at: index) }
                values[record.key] = nil
            } else {
                if !isThere { keys.insert(record.key, at: index) }
                values[record.key] = record.value
            }
        }
    }

    /// Where a key stands or belongs.
    private func index(of key: [UInt8]) -> Int {
        var range = 0..<keys.count
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            if keys[middle].lexicographicallyPrecedes(key) {
                range = middle + 1..<range.upperBound
            } else {
                range = range.lowerBound..<middle
            }
        }
        return range.lowerBound
    }
}
