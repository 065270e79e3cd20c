import CloudModel
import DriftEngine
import WireFormats

/// The product's engine, with what a test changes about it.
struct EngineUnderTest: StepEngine {
    private(set) var base: EncodingEngine
    /// True if it is told no time but that of its events, so that its outputs are the same bytes in each run.
    let isTimeless: Bool
    /// True if it loses the standing of its findings in a restore; a canary.
    let isForgetful: Bool

    init(_ base: EncodingEngine, isTimeless: Bool, isForgetful: Bool) {
        self.base = base
        self.isTimeless = isTimeless
        self.isForgetful = isForgetful
    }

    /// The findings that are not closed, by uid.
    var openFindings: [String] { base.engine.openFindings().map(\.finding.uid) }

    mutating func step(
        _ bytes: Span<UInt8>, at position: RecordPosition, recordTime: Timestamp?,
        into outputs: inout [OutputRecord]
    ) {
        base.step(bytes, at: position, recordTime: isTimeless ? nil : recordTime, into: &outputs)
    }

    mutating func tick(_ now: Timestamp, into outputs: inout [OutputRecord]) {
        if !isTimeless { base.tick(now, into: &outputs) }
    }

    mutating func drain(into outputs: inout [OutputRecord]) -> [StateRecord] { base.drain(into: &outputs) }

    mutating func takeUp(_ store: some LocalStore, at time: Timestamp) throws(TakeUpFailure) {
        guard isForgetful else { return try base.takeUp(store, at: isTimeless ? .distantPast : time) }
        var records: [StateRecord] = []
        do throws(StoreFailure) {
            try store.scan(prefix: []) { key, value in
                records.append(StateRecord(key: Array(copying: key), value: Array(copying: value)))
                return true
            }
        } catch {
            throw .store(error)
        }
        do throws(RestoreFailure) {
            for record in records where record.key != LoopPosition.key { try restore(record) }
        } catch {
            throw .record(error)
        }
        finishRestoring(at: time)
    }

    mutating func didKeepState() { base.didKeepState() }

    var storeFailure: StoreFailure? { base.storeFailure }

    mutating func restore(_ record: StateRecord) throws(RestoreFailure) {
        if isForgetful && record.key.first == UInt8(ascii: "f") { return }
        try base.restore(record)
    }

    mutating func finishRestoring(at time: Timestamp) {
        base.finishRestoring(at: isTimeless ? .distantPast : time)
    }
}
