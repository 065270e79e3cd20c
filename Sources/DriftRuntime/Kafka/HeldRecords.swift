internal import CloudModel
internal import DriftEngine
internal import KafkaLog

/// Copies of records that came while only the group was to be asked; they are the next to be lent.
struct HeldRecords {
    private var records: [(record: InputRecord, bytes: [UInt8])] = []

    private static let maximumCount = 100

    /// True if no more should be fetched.
    var isFull: Bool { records.count >= Self.maximumCount }

    mutating func add(_ message: borrowing KafkaMessage) {
        records.append((InputRecord(message), message.value ?? []))
    }

    mutating func drop(_ partition: Int32) {
        records.removeAll { $0.record.position.partition == partition }
    }

    /// Lends the oldest ones; returns how many and their bytes.
    mutating func lend(
        within limit: BatchLimit, _ body: (InputRecord, Span<UInt8>) -> Void
    ) -> (records: Int, bytes: Int) {
        var taken = (records: 0, bytes: 0)
        while taken.records < min(limit.records, records.count), taken.bytes < limit.bytes {
            let next = records[taken.records]
            body(next.record, next.bytes.span)
            taken.records += 1
            taken.bytes += next.bytes.count
        }
        records.removeFirst(taken.records)
        return taken
    }
}
