/// The event (or observation) that last wrote something: who, when, where, with what.
///
/// A reference so that every property written by one event shares one record, which goes when the last of
/// them goes.
/// Holds no tokens and no keys; session names and addresses live no longer than the record.
public final class CauseRecord: Sendable {
    /// The provider's event id, or the inventory's id.
    public let eventID: String
    /// When it happened.
    public let time: Timestamp
    /// What was done: `ec2.amazonaws.com/AuthorizeSecurityGroupIngress`,
    /// `Microsoft.Storage/storageAccounts/write`, …
    public let action: String
    /// Who did it; nil for an observation.
    public let actor: Actor?
    /// Where from: an address or a service name; empty if unknown.
    public let sourceAddress: String
    /// With what; empty if unknown. At most 256 bytes are kept.
    public let userAgent: String
    /// True if nothing changed here but somebody looked.
    public let isObservation: Bool

    /// One event or observation.
    public init(
        eventID: String, time: Timestamp, action: String, actor: Actor?, sourceAddress: String = "",
        userAgent: String = "", isObservation: Bool = false
    ) {
        self.eventID = eventID
        self.time = time
        self.action = action
        self.actor = actor
        self.sourceAddress = sourceAddress
        self.userAgent = userAgent
        self.isObservation = isObservation
    }

    /// Nobody did anything: an instant passed.
    public static func passingTime(_ instant: Timestamp) -> CauseRecord {
        CauseRecord(
            eventID: "time:\(instant.rfc3339)", time: instant, action: "the passing of time", actor: nil)
    }
}

/// Who did something.
public struct Actor: Hashable, Sendable {
    /// The provider's word for the kind of principal: `IAMUser`, `AssumedRole`, `Root`, `User`,
    /// `ServicePrincipal`, …
    public let type: String
    /// The principal's id: an ARN, an object id, an e-mail address.
    public let id: String
    /// The name to show people; empty if there is none.
    public let name: String
    /// The principal's own account, which need not be the resource's.
    public let account: String
    /// Who stands behind the principal, nearest first: the role of a session, the service that called,
    /// delegates.
    public let chain: [String]

    /// One principal.
    public init(type: String, id: String, name: String = "", account: String = "", chain: [String] = []) {
        self.type = type
        self.id = id
        self.name = name
        self.account = account
        self.chain = chain
    }
}
