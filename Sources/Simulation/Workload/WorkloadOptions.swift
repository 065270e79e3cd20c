public import CloudModel

/// What a made-up workload looks like. Equal options give equal bytes.
public struct WorkloadOptions: Sendable {
    /// What everything random follows from.
    public var seed: UInt64
    /// How many AWS accounts there are; at least one.
    public var accounts: Int
    /// How many security groups, buckets, trails and keys there are in all accounts together.
    public var resources: Int
    /// How many events the duration holds; more may be drawn, time then runs on at the same pace.
    public var events: Int
    /// Which events there are.
    public var mix: Mix
    /// When the first event happens; the inventory was taken in the hour before.
    public var start: Timestamp
    /// How long the events take, in seconds.
    public var durationSeconds: Int

    /// Which kinds of events a workload has.
    public enum Mix: String, Sendable, CaseIterable {
        /// 90 % read-only, as in a real account; the rest as in `mutating`.
        case realistic
        /// Only changes: 40 % on governed kinds, 60 % on others; 5 % of all change a verdict.
        case mutating
        /// Reads and changes of other services: nothing that a control looks at.
        case quiet
    }

    /// A workload of one day from 2026-03-02T00:00:00Z, unless told otherwise.
    public init(
        seed: UInt64, accounts: Int, resources: Int, events: Int, mix: Mix = .realistic,
        start: Timestamp = Timestamp(seconds: 1_772_409_600), durationSeconds: Int = 86_400
    ) {
        self.seed = seed
        self.accounts = max(accounts, 1)
        self.resources = max(resources, 0)
        self.events = max(events, 1)
        self.mix = mix
        self.start = start
        self.durationSeconds = max(durationSeconds, 1)
    }
}

/// What a generator has made so far, for reports and tests.
public struct WorkloadCounts: Hashable, Sendable {
    /// Events handed out, copies included.
    public internal(set) var events = 0
    /// Exact copies of earlier events.
    public internal(set) var duplicates = 0
    /// Events made (not copies) that only read.
    public internal(set) var reads = 0
    /// Events made that change, or try to change, a governed kind.
    public internal(set) var governedChanges = 0
    /// Events made that change, or try to change, something else.
    public internal(set) var otherChanges = 0
    /// Events made that bring a resource from compliant to not compliant or back.
    public internal(set) var transitions = 0
    /// Events made that were refused and changed nothing.
    public internal(set) var refusals = 0
}
