/// What a finding says of an exception: who wanted it, who allowed it, until when, and how it stands.
public struct SuppressionFacts: Sendable, Hashable {
    /// The suppression's id.
    public let id: String
    /// Why it was asked for.
    public let reason: String
    /// Who asked.
    public let requestedBy: String
    /// Who approved; another person than who asked.
    public let approvedBy: String
    /// When it ends.
    public let expires: Timestamp
    /// The condition under which it holds; empty if it has none.
    public let condition: String
    /// How it stands on this finding.
    public let standing: Standing

    /// How an exception stands on a finding.
    public enum Standing: Sendable, Hashable {
        /// It is in force.
        case inForce
        /// Nobody can tell whether its condition holds; what is missing or went wrong. Nothing is done until it is known.
        case doubtful(reasons: [String])
        /// Its condition does not hold; since when, in event time.
        case conditionEnded(since: Timestamp)
        /// The failure shows more than it did when it was accepted; since when, in event time.
        case outgrown(since: Timestamp)

        /// True if it suppresses nothing any more.
        public var isEnded: Bool {
            switch self {
            case .inForce, .doubtful: false
            case .conditionEnded, .outgrown: true
            }
        }
    }

    /// The facts of one exception.
    public init(
        id: String, reason: String, requestedBy: String, approvedBy: String, expires: Timestamp,
        condition: String = "", standing: Standing = .inForce
    ) {
        self.id = id
        self.reason = reason
        self.requestedBy = requestedBy
        self.approvedBy = approvedBy
        self.expires = expires
        self.condition = condition
        self.standing = standing
    }
}
