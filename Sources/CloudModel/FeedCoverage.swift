/// How well one log covers one account and region: what arrived, what was observed, and what nobody understood.
public struct FeedCoverage: Hashable, Sendable {
    /// Whose.
    public let account: AccountKey
    /// Where; empty for the account as a whole.
    public let region: String
    /// The log: `cloudtrail`, `azure-activity`, `gcp-audit`.
    public let source: String
    /// How it stands.
    public let status: Status
    /// The newest time of a record; nil if none ever came.
    public let lastHeard: Timestamp?
    /// When the newest complete inventory of one of its kinds began; nil if there was none.
    public let baselineAt: Timestamp?
    /// How many kinds have a complete inventory.
    public let closedKinds: Int
    /// Events of unknown names on governed kinds since the start, most frequent first, then by name.
    public let blindSpots: [BlindSpot]
    /// The engine's time when this was so.
    public let time: Timestamp

    /// How a log stands.
    public enum Status: String, Sendable, CaseIterable {
        /// Records came within the limit.
        case heard
        /// None came for longer than the limit of the control that asks.
        case silent
        /// None came for longer than verdicts may rest on it: those that would pass are unknown.
        case stale
        /// The account or region is known, and no record ever came.
        case neverHeard = "never-heard"
    }

    /// An event name and how often it came.
    public struct BlindSpot: Hashable, Sendable {
        /// `source:name`.
        public let event: String
        /// How often.
        public let count: Int

        /// One name.
        public init(event: String, count: Int) {
            self.event = event
            self.count = count
        }
    }

    /// One line of the report.
    public init(
        account: AccountKey, region: String, source: String, status: Status, lastHeard: Timestamp?,
        baselineAt: Timestamp?, closedKinds: Int, blindSpots: [BlindSpot], time: Timestamp
    ) {
        self.account = account
        self.region = region
        self.source = source
        self.status = status
        self.lastHeard = lastHeard
        self.baselineAt = baselineAt
        self.closedKinds = closedKinds
        self.blindSpots = blindSpots
        self.time = time
    }
}
