public import JSONTokens

/// What would repair a failing verdict, complete: nothing has to come from the reader's surroundings.
public struct RemediationPlan: Sendable {
    /// Hash of (finding uid, cause stamp of this occurrence, desired state): a redelivery is a no-op, a
    /// second attack is not.
    public var idempotencyKey: String
    /// Whether it may run unattended.
    public var safety: Safety
    /// What it does, for people.
    public var summary: String
    /// The calls, in order; the smallest edit that repairs.
    public var calls: [APICall]
    /// The calls that bring the prior state back.
    public var inverse: [APICall]
    /// The property values that the calls replace.
    public var snapshot: FlatValue
    /// Digest of the state that the plan was computed from; a worker refuses if the world has another.
    public var stateDigest: String
    /// What must hold afterwards: property name to wanted value, for the reading back.
    public var expected: FlatValue
    /// The permissions that the calls need.
    public var permissions: [String]
    /// Latest instant to begin.
    public var deadline: Timestamp
    /// The canary plan; `none` if there is no peer to try on.
    public var canary: String
    /// True if a person must approve first.
    public var needsApproval: Bool
    /// Who approved it; empty if nobody has.
    public var approvedBy: String

    /// Whether a plan may run unattended.
    public enum Safety: String, Sendable {
        case safe
        case guarded
        case manual
    }

    /// One plan.
    public init(
        idempotencyKey: String, safety: Safety, summary: String, calls: [APICall], inverse: [APICall],
        snapshot: FlatValue, stateDigest: String, expected: FlatValue, permissions: [String],
        deadline: Timestamp,
        canary: String, needsApproval: Bool, approvedBy: String = ""
    ) {
        self.idempotencyKey = idempotencyKey
        self.safety = safety
        self.summary = summary
        self.calls = calls
        self.inverse = inverse
        self.snapshot = snapshot
        self.stateDigest = stateDigest
        self.expected = expected
        self.permissions = permissions
        self.deadline = deadline
        self.canary = canary
        self.needsApproval = needsApproval
        self.approvedBy = approvedBy
    }
}

/// One call to a cloud's API, executable as it stands.
public enum APICall: Sendable, Hashable {
    /// AWS: botocore's service and operation names, API-cased parameters.
    case aws(service: String, operation: String, parameters: FlatValue)
    /// ARM and GCP: a REST call; the precondition is an etag, fingerprint or metageneration to hold, or null.
    case http(method: String, url: String, query: FlatValue, body: FlatValue, precondition: FlatValue)
}
