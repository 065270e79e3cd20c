public import CloudModel

/// Where an output goes; the raw value is the topic's name without its prefix.
public enum OutputTopic: String, Sendable, Hashable {
    case findings
    case alerts
    case remediationCommands = "remediation-commands"
    case tickets
    case rereadRequests = "reread-requests"
    case deadLetters = "dead-letters"
    case coverage
    case sharedFacts = "shared-facts"
    case state
    case cloudtrail
    case azureActivity = "azure-activity"
    case gcpAudit = "gcp-audit"
    case inventory

    /// What a detector writes.
    public static let ofDetector: [OutputTopic] = [
        .findings, .alerts, .remediationCommands, .tickets, .rereadRequests, .deadLetters, .coverage,
        .sharedFacts, .state,
    ]
    /// True for what only detectors read.
    public var isInternal: Bool { self == .state || self == .sharedFacts }

    /// What `route` writes: inputs of a detector, and dead letters.
    public static let ofRoute: [OutputTopic] = [
        .cloudtrail, .azureActivity, .gcpAudit, .inventory, .deadLetters,
    ]
}

/// One record to produce: topic, key, value and headers, the same bytes for the same effect.
public struct OutputRecord: Sendable {
    /// Where it goes.
    public let topic: OutputTopic
    /// What it is partitioned and compacted by; empty for a record without a key.
    public let key: [UInt8]
    /// The JSON document, or the state's own bytes. Empty only for the deletion of a state key.
    public let value: [UInt8]
    /// The CloudEvents attributes and the content type, in one fixed order; none on internal topics.
    public let headers: [(name: String, value: String)]
    /// Whose partition it goes to; nil where the key decides.
    public let account: AccountKey?

    /// No record except a dead letter or a piece of state has this many bytes of value or more.
    public static let maximumValueBytes = 64 * 1024

    /// One record.
    public init(
        topic: OutputTopic, key: [UInt8], value: [UInt8], headers: [(name: String, value: String)],
        account: AccountKey? = nil
    ) {
        self.account = account
        self.topic = topic
        self.key = key
        self.value = value
        self.headers = headers
    }

    /// The value of a header, or nil.
    public func header(_ name: String) -> String? {
        headers.first { $0.name == name }?.value
    }
}
