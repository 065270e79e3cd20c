internal import CloudModel
internal import DriftEngine

/// Steps an engine with the records of files and writes what it wants at once, so that nothing piles up.
struct EngineSink: RecordSink {
    let engine: PartitionEngine
    let outputs: OutputDirectory
    var counts = ReplayCounts()
    private var effects = EffectBuffer()

    init(_ engine: PartitionEngine, _ outputs: OutputDirectory) {
        self.engine = engine
        self.outputs = outputs
    }

    mutating func take(_ record: Span<UInt8>, at position: RecordPosition) throws {
        _ = engine.step(record, at: position, into: &effects)
        if !engine.isSettled { engine.work(into: &effects) }
        try writeEffects()
    }

    /// Does whatever still waits.
    mutating func settle() throws {
        engine.catchUpFeeds(into: &effects)
        try writeEffects()
        while !engine.isSettled {
            engine.work(into: &effects)
            try writeEffects()
        }
    }

    /// Lets the engine's time pass.
    mutating func tick(_ now: Timestamp) throws {
        engine.tick(now, isAllRead: true, into: &effects)
        try writeEffects()
    }

    private mutating func writeEffects() throws {
        guard !effects.isEmpty else { return }
        for effect in effects.effects { try outputs.write(effect) }
        effects.removeAll()
    }

    mutating func take(_ letter: DeadLetter) throws {
        counts.letters += 1
        try outputs.write(.deadLetter(letter))
    }

    mutating func skipLine() { counts.skippedLines += 1 }
}
