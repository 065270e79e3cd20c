internal import CloudModel
internal import DriftEngine
internal import WireFormats

/// An engine that passes over the record in which the process died too often: the record becomes a dead letter,
/// `poison`, and everything else goes on.
struct GuardedEngine<Base: StepEngine>: StepEngine {
    private(set) var base: Base
    private let mark: CrashMark?
    private let encoder: EffectEncoder

    init(_ base: Base, _ mark: CrashMark?, _ encoder: EffectEncoder) {
        self.base = base
        self.mark = mark
        self.encoder = encoder
    }

    mutating func step(
        _ bytes: Span<UInt8>, at position: RecordPosition, recordTime: Timestamp?,
        into outputs: inout [OutputRecord]
    ) {
        guard let mark else {
            return base.step(bytes, at: position, recordTime: recordTime, into: &outputs)
        }
        if mark.isPoison(position) {
            let failure = DecodingFailure(
                "poison", "the process died in it \(mark.crashCount) times in a row")
            let letter = DeadLetter(failure, bytes, position, eventIndex: nil)
            return outputs.append(encoder.encode(.deadLetter(letter)))
        }
        mark.enter(position)
        base.step(bytes, at: position, recordTime: recordTime, into: &outputs)
        mark.leave()
    }

    mutating func tick(_ now: Timestamp, into outputs: inout [OutputRecord]) {
        base.tick(now, into: &outputs)
    }

    mutating func drain(into outputs: inout [OutputRecord]) -> [StateRecord] { base.drain(into: &outputs) }

    mutating func takeUp(_ store: some LocalStore, at time: Timestamp) throws(TakeUpFailure) {
        try base.takeUp(store, at: time)
    }

    mutating func didKeepState() { base.didKeepState() }

    var storeFailure: StoreFailure? { base.storeFailure }

    mutating func restore(_ record: StateRecord) throws(RestoreFailure) { try base.restore(record) }

    mutating func finishRestoring(at time: Timestamp) { base.finishRestoring(at: time) }
}
