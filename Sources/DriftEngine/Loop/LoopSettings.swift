/// The loop's limits.
public struct LoopSettings: Sendable {
    /// How much one batch may hold.
    public var batch = BatchLimit()
    /// How many state records a partition reads back in one run, so that the others go on meanwhile.
    public var restoreSliceCount = 10_000
    /// How many engines may wait for partitions that went away.
    public var maximumParkedEngines = 8
    /// How long positions alone wait for company, in nanoseconds of engine time.
    public var positionIntervalNanoseconds: Int64 = 1_000_000_000
    /// A local store that was not written to for so long is built anew if the state topic has gone on: deletions
    /// may be missing from the topic by then. In nanoseconds; half of the time that a deletion is kept.
    public var maximumStoreAgeNanoseconds: Int64 = 7 * 24 * 3_600 * 1_000_000_000 / 2

    /// How far a record's time may lie ahead of the tick, in nanoseconds; beyond it the producer's clock is wrong,
    /// and must not carry the engine's time with it.
    public var maximumLeadNanoseconds: Int64 = 300_000_000_000

    /// The defaults.
    public init() {}
}
