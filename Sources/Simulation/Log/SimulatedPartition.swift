/// A record as a simulated log keeps it.
public struct SimulatedRecord: Hashable, Sendable {
    /// Where it stands.
    public let offset: Int64
    /// What it is partitioned and compacted by.
    public let key: [UInt8]
    /// Its value; nil deletes the key.
    public let value: [UInt8]?
    /// The `ce_id` header, empty if there is none.
    public let eventID: String
    /// When it was appended, in milliseconds.
    public let milliseconds: Int64
}

/// Which records of transactions a reader sees.
public enum Isolation: Hashable, Sendable {
    /// Those of committed transactions, and nothing beyond the first undecided one.
    case committed
    /// All.
    case uncommitted
}

/// An append log with transactions: offsets, markers, last stable offset, compaction.
struct SimulatedPartition {
    private struct Entry {
        let record: SimulatedRecord
        let transaction: Int?
        let isMarker: Bool
    }

    private var entries: [Entry] = []
    /// How each transaction ended here; one that is missing is undecided.
    private var outcomes: [Int: Bool] = [:]
    private var firstOffsets: [(transaction: Int, offset: Int64)] = []

    /// The offset after the last entry, decided or not.
    private(set) var highWatermark: Int64 = 0
    /// The offset of the first record whose transaction is undecided, or the high watermark.
    var lastStableOffset: Int64 { firstOffsets.map(\.offset).min() ?? highWatermark }

    mutating func append(
        key: [UInt8], value: [UInt8]?, eventID: String, at milliseconds: Int64, transaction: Int?
    ) {
        if let transaction, !firstOffsets.contains(where: { $0.transaction == transaction }) {
            precondition(outcomes[transaction] == nil, "a record came after its transaction's marker")
            firstOffsets.append((transaction, highWatermark))
        }
        let record = SimulatedRecord(
            offset: highWatermark, key: key, value: value, eventID: eventID, milliseconds: milliseconds)
        entries.append(Entry(record: record, transaction: transaction, isMarker: false))
        highWatermark += 1
    }

    /// Writes a transaction's marker; from now on its records are visible, or never will be.
    mutating func close(_ transaction: Int, isCommitted: Bool, at milliseconds: Int64) {
        guard outcomes[transaction] == nil else { return }
        outcomes[transaction] = isCommitted
        firstOffsets.removeAll { $0.transaction == transaction }
        let marker = SimulatedRecord(
            offset: highWatermark, key: [], value: nil, eventID: "", milliseconds: milliseconds)
        entries.append(Entry(record: marker, transaction: transaction, isMarker: true))
        highWatermark += 1
    }

    /// The next visible records from an offset on, and the offset to go on from.
    func read(
        from offset: Int64, maximumCount: Int, isolation: Isolation
    ) -> (records: [SimulatedRecord], next: Int64) {
        let end = isolation == .committed ? lastStableOffset : highWatermark
        var records: [SimulatedRecord] = []
        var index = firstIndex(atOrAfter: offset)
        while index < entries.count, entries[index].record.offset < end {
            let entry = entries[index]
            if records.count == maximumCount { return (records, entry.record.offset) }
            if isVisible(entry, isolation) { records.append(entry.record) }
            index += 1
        }
        return (records, max(end, offset))
    }

    /// Keeps, below the last stable offset, only the newest committed record of each key, and of deletions
    /// only those that are younger than that.
    mutating func compact(keepingDeletionsSince milliseconds: Int64) {
        let end = lastStableOffset
        var newest: [[UInt8]: Int64] = [:]
        for entry in entries where entry.record.offset < end && isVisible(entry, .committed) {
            newest[entry.record.key] = entry.record.offset
        }
        entries = entries.filter { entry in
            guard entry.record.offset < end else { return true }
            guard isVisible(entry, .committed), newest[entry.record.key] == entry.record.offset else {
                return false
            }
            return entry.record.value != nil || entry.record.milliseconds >= milliseconds
        }
    }

    private func isVisible(_ entry: Entry, _ isolation: Isolation) -> Bool {
        guard !entry.isMarker else { return false }
        guard isolation == .committed, let transaction = entry.transaction else { return true }
        return outcomes[transaction] == true
    }

    private func firstIndex(atOrAfter offset: Int64) -> Int {
        var range = 0..<entries.count
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            if entries[middle].record.offset < offset {
                range = middle + 1..<range.upperBound
            } else {
                range = range.lowerBound..<middle
            }
        }
        return range.lowerBound
    }
}

/// One partition of one topic.
struct TopicPartition: Hashable {
    let topic: String
    let partition: Int32
}
