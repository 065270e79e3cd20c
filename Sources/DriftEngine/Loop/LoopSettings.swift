/// The loop's limits.
public struct LoopSettings: Sendable {
    /// How much one batch may hold.
    public var batch = BatchLimit()
    /// How many state records a partition reads back in one run, so that the others go on meanwhile.
    public var restoreSliceCount = 10_000
    /// How long offsets alone wait for company, in nanoseconds of engine time.
    public var offsetIntervalNanoseconds: Int64 = 1_000_000_000

    /// The defaults.
    public init() {}
}
