public import CloudModel

/// What an engine is told once, at the start.
public struct EngineOptions: Sendable {
    /// How long before an observation a contradicting event leaves a value ambiguous, in seconds.
    public var settleSeconds: Int64 = 60
    /// How long superseded values are kept, in seconds of event time; nil keeps all.
    public var historyWindowSeconds: Int64?
    /// How far an event's time may lie ahead of its record's, in seconds; beyond it the event is a dead
    /// letter.
    public var maximumLeadSeconds: Int64 = 300
    /// How long after a plan is made its command may still begin, in seconds.
    public var commandDeadlineSeconds: Int64 = 3_600
    /// How long after a wish is made its reading is still useful, in seconds.
    public var rereadDeadlineSeconds: Int64 = 900
    /// How many evaluations of a change that concerns very many subjects are made a batch; a change that concerns no more is
    /// followed at once.
    public var sliceCount = 1_024
    /// The most bytes that a packed record may unpack to; beyond it the record is a dead letter.
    public var maximumUnpackedBytes = 64 << 20
    /// How long an account's log may be silent, in seconds, until verdicts that would pass on what it said are unknown; nil
    /// lets them stand for ever.
    public var stalenessSeconds: Int64?
    /// How long a region that is heard often must be silent to be missed, in hours, while its account is heard; nil misses none.
    public var regionSilenceHours: Int64? = 24
    /// On how many days of the last four weeks a region must have been heard to be missed.
    public var regionDays = 10
    /// Whether every account's coverage is told as it changes.
    public var announcesCoverage = false
    /// The last instant whose events and observations are folded; nil folds them all.
    public var end: Timestamp?
    /// Whether an account's events belong on this engine's partition; nil takes all of them.
    public var owns: (@Sendable (AccountKey) -> Bool)?

    /// The topic on which engines of other partitions tell of their accounts; nil where there are none.
    public var sharedTopic: String?

    /// How far the control documents were read that made the catalogue; nil where they come from files alone.
    public var documents: DocumentStand?

    /// Tells this program from others that may say something else of the same facts: verdicts that another program left
    /// in a store are found anew.
    public var program = ""
    /// False where a crash can leave a part of what was drained at one time in the state, as without transactions: then
    /// nothing is taken from it that follows from the facts.
    public var isStateAtomic = true

    /// How many resources may have their facts in memory between commits, where the engine has a store to find the
    /// others in; nil is all. The facts of a resource take some kibibytes.
    public var maximumResidentResources: Int?

    var regionLimits: RegionWatch.Limits {
        RegionWatch.Limits(
            silenceHours: regionSilenceHours, days: regionDays,
            stalenessHours: stalenessSeconds.map { $0 / 3_600 })
    }

    /// The defaults.
    public init() {}
}
