public import CloudModel
internal import ResourceGraph
public import WireFormats

/// A partition's engine with the encoder behind it: what the worker's loop drives.
public struct EncodingEngine: StepEngine {
    /// The engine.
    public let engine: PartitionEngine
    private let encoder: EffectEncoder
    private var effects = EffectBuffer()

    /// An engine that knows nothing yet, and how its effects become records.
    public init(_ engine: PartitionEngine, _ encoder: EffectEncoder) {
        self.engine = engine
        self.encoder = encoder
    }

    /// Takes one record.
    public mutating func step(
        _ bytes: Span<UInt8>, at position: RecordPosition, recordTime: Timestamp?,
        into outputs: inout [OutputRecord]
    ) {
        _ = engine.step(bytes, at: position, recordTime: recordTime, into: &effects)
        encode(into: &outputs)
    }

    /// Lets time pass.
    public mutating func tick(_ now: Timestamp, into outputs: inout [OutputRecord]) {
        engine.tick(now, into: &effects)
        engine.work(into: &effects)
        encode(into: &outputs)
    }

    /// Tells how accounts and regions are heard. Returns what changed of the state.
    public mutating func drain(into outputs: inout [OutputRecord]) -> [StateRecord] {
        engine.tellCoverage(into: &effects)
        encode(into: &outputs)
        return engine.drainState()
    }

    /// Takes up the committed state.
    public mutating func takeUp(_ store: some LocalStore, at time: Timestamp) throws(TakeUpFailure) {
        try engine.takeUp(store, at: time)
    }

    /// Lets go of what is beyond the limit.
    public mutating func didKeepState() { engine.didKeepState() }

    /// Why the store could not be read.
    public var storeFailure: StoreFailure? { engine.storeFailure }

    /// Puts one state record back.
    public mutating func restore(_ record: StateRecord) throws(RestoreFailure) {
        do throws(StateError) {
            try engine.restore(record)
        } catch {
            throw RestoreFailure("\(error)")
        }
    }

    /// Evaluates everything anew.
    public mutating func finishRestoring(at time: Timestamp) {
        engine.resume(at: time)
        engine.finishRestoring()
    }

    private mutating func encode(into outputs: inout [OutputRecord]) {
        guard !effects.isEmpty else { return }
        for effect in effects.effects { outputs.append(encoder.encode(effect)) }
        effects.removeAll()
    }
}
