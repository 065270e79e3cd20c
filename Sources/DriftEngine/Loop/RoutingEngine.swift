public import CloudModel
public import WireFormats

/// Splits raw records into documents keyed by account, as the worker's loop drives it. It has no state to
/// restore: what it remembers of reads may be lost at any time.
public struct RoutingEngine: StepEngine {
    private let router: EventRouter
    private let encoder: EffectEncoder
    /// What was done so far.
    public private(set) var statistics = RoutingStatistics()

    /// More faults of one record than this are told in one more dead letter: each repeats the record's first bytes,
    /// and an envelope may hold tens of thousands of bad documents.
    public static let maximumLettersPerRecord = 100

    /// An engine around a router.
    public init(_ router: EventRouter, _ encoder: EffectEncoder) {
        self.router = router
        self.encoder = encoder
    }

    /// Takes one raw record.
    public mutating func step(
        _ bytes: Span<UInt8>, at position: RecordPosition, recordTime: Timestamp?,
        into outputs: inout [OutputRecord]
    ) {
        let record = router.route(bytes)
        statistics.add(record)
        for document in record.documents {
            outputs.append(
                OutputRecord(
                    topic: document.topic, key: Array(document.account.text.utf8), value: document.bytes,
                    headers: Self.headers(document, position, recordTime)))
        }
        bury(record.failures, bytes, position, into: &outputs)
    }

    private func bury(
        _ failures: [(index: Int?, failure: DecodingFailure)], _ bytes: Span<UInt8>,
        _ position: RecordPosition, into outputs: inout [OutputRecord]
    ) {
        guard let first = failures.first else { return }
        let letter = DeadLetter(first.failure, bytes, position, eventIndex: first.index)
        for (index, failure) in failures.prefix(Self.maximumLettersPerRecord) {
            outputs.append(encoder.encode(.deadLetter(letter.telling(failure, eventIndex: index))))
        }
        let more = failures.count - Self.maximumLettersPerRecord
        guard more > 0, let last = failures.last else { return }
        let failure = DecodingFailure(
            last.failure.reason,
            "\(more) more documents of this record failed; the last: \(last.failure.detail)")
        outputs.append(encoder.encode(.deadLetter(letter.telling(failure, eventIndex: last.index))))
    }

    /// Where the document came from.
    private static func headers(
        _ document: RoutedDocument, _ position: RecordPosition, _ time: Timestamp?
    ) -> [(name: String, value: String)] {
        var headers = [
            (name: "source_topic", value: position.source),
            (name: "source_partition", value: String(position.partition)),
            (name: "source_offset", value: String(position.offset)),
            (name: "source_index", value: String(document.index)),
        ]
        if let time { headers.append((name: "source_time", value: time.rfc3339)) }
        headers.append((name: "content-type", value: "application/json"))
        return headers
    }

    /// Nothing happens by time alone.
    public mutating func tick(_ now: Timestamp, into outputs: inout [OutputRecord]) {}

    /// There is no state.
    public mutating func drain(into outputs: inout [OutputRecord]) -> [StateRecord] { [] }

    /// There is no state.
    public mutating func restore(_ record: StateRecord) throws(RestoreFailure) {
        throw RestoreFailure("a router has no state, and was given some")
    }

    /// There is no state.
    public mutating func finishRestoring(at time: Timestamp) {}
}

/// Sums over the records of a router.
public struct RoutingStatistics: Hashable, Sendable {
    /// Raw records.
    public private(set) var records = 0
    /// Documents that went on.
    public private(set) var documents = 0
    /// Documents, or records, that could not be understood or have no account.
    public private(set) var failures = 0
    /// Reads that were left out.
    public private(set) var droppedReads = 0
    /// Documents that say nothing.
    public private(set) var ignored = 0

    /// Nothing yet.
    public init() {}

    mutating func add(_ record: RoutedRecord) {
        records += 1
        documents += record.documents.count
        failures += record.failures.count
        droppedReads += record.droppedReads
        ignored += record.ignored
    }
}
