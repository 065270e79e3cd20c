/// What the engine wants from the world; each becomes one record on its topic.
public enum Effect: Sendable {
    /// A transition of a finding, for the `findings` topic.
    case finding(FindingRecord)
    /// A new High or Critical drift, for the `alerts` topic, with its plan.
    case alert(FindingRecord, RemediationPlan?)
    /// A repair to carry out, for the `remediation-commands` topic.
    case command(FindingRecord, RemediationPlan)
    /// Work for a person, for the `tickets` topic.
    case ticket(FindingRecord, RemediationPlan?)
    /// A wish to read something again, for the `reread-requests` topic.
    case reread(RereadRequest)
    /// Bytes that could not be understood, for the `dead-letters` topic.
    case deadLetter(DeadLetter)
    /// How a log covers an account and region, for the `coverage` topic.
    case coverage(FeedCoverage)
    /// Facts for another account, or the wish for them, for the `shared-facts` topic.
    case shared(SharedRecord)
    /// A piece of the engine's state, for the `state` topic.
    case state(StateRecord)
}

/// A wish to read one resource, or all resources of a scope, again.
public struct RereadRequest: Sendable {
    /// What to read; an empty native id asks for the whole scope (account, region, kind).
    public let resource: ResourceID
    /// Why, for people and metrics: `value not in event`, `ambiguous`, `never observed`, `unknown event`, `no complete
    /// inventory`, `came with ID`, `inventory older than N hours`, or `feed silent`, which asks for an inventory of the whole
    /// account.
    public let reason: String
    /// The properties that are needed, by name.
    public let properties: [String]
    /// The SDK calls, as `service:Operation`, that read them; empty where no control names any.
    public let calls: [String]
    /// What the reader's role must allow for these calls.
    public let permissions: [String]
    /// The stamp that the reading must be newer than; nil if nothing was ever observed, so that any reading answers.
    public let newerThan: Timestamp?
    /// Latest useful instant.
    public let deadline: Timestamp

    /// One wish.
    public init(
        resource: ResourceID, reason: String, properties: [String], calls: [String] = [],
        permissions: [String] = [], newerThan: Timestamp?, deadline: Timestamp
    ) {
        self.resource = resource
        self.reason = reason
        self.properties = properties
        self.calls = calls
        self.permissions = permissions
        self.newerThan = newerThan
        self.deadline = deadline
    }
}

/// Where a record stood.
public struct RecordPosition: Hashable, Sendable {
    /// The topic, or the file's path.
    public let source: String
    /// The partition, or 0 for a file.
    public let partition: Int32
    /// The offset in the partition, or the line number (from 1) in a file.
    public let offset: Int64

    /// One place.
    public init(source: String, partition: Int32, offset: Int64) {
        self.source = source
        self.partition = partition
        self.offset = offset
    }
}

/// Bytes that could not be understood.
public struct DeadLetter: Sendable {
    /// Why, as a short code: `not-json`, `too-large`, `unknown-envelope`, `missing-field`, `bad-time`,
    /// `future`, `misrouted`, …
    public let reason: String
    /// Why, in words.
    public let detail: String
    /// Where the record stood.
    public let position: RecordPosition
    /// Which event of the record, from 0; nil if the whole record is bad.
    public let eventIndex: Int?
    /// How many bytes it had.
    public let byteCount: Int
    /// SHA-256 of all its bytes, hexadecimal.
    public let digest: String
    /// The first 32 KiB.
    public let head: [UInt8]

    /// The most bytes that `head` holds.
    public static let maximumHeadBytes = 32 * 1024

    /// One dead letter.
    public init(
        reason: String, detail: String, position: RecordPosition, eventIndex: Int?, byteCount: Int,
        digest: String,
        head: [UInt8]
    ) {
        self.reason = reason
        self.detail = detail
        self.position = position
        self.eventIndex = eventIndex
        self.byteCount = byteCount
        self.digest = digest
        self.head = head
    }
}

/// One key of the engine's state and its newest value; an empty value deletes the key.
public struct StateRecord: Sendable, Hashable {
    /// The key, unique in the partition.
    public let key: [UInt8]
    /// The value, empty for a deletion.
    public let value: [UInt8]

    /// One entry.
    public init(key: [UInt8], value: [UInt8]) {
        self.key = key
        self.value = value
    }
}
