/// All that an account shares with another of one resource, now; the next such record of the two stands in its place.
public struct SharedFacts: Sendable {
    /// Who gets it: the account of the resource that it is about there.
    public var asking: AccountKey { resource.account }
    /// Whose facts these are.
    public let owner: AccountKey
    /// What it is about in the account that gets it: the copy of a resource of the owner, or a resource of its own.
    public let resource: ResourceID
    /// The facts, one change for each cause; none takes back what was shared before.
    public let changes: [ResourceChange]
    /// The event that led to sharing it anew, if one did that came in order.
    public let trigger: CauseRecord?

    /// All that is shared of one resource.
    public init(
        owner: AccountKey, resource: ResourceID, changes: [ResourceChange], trigger: CauseRecord? = nil
    ) {
        self.owner = owner
        self.resource = resource
        self.changes = changes
        self.trigger = trigger
    }
}

/// The wish of an account to know what another one shares of a resource.
public struct SharedInterest: Hashable, Sendable {
    /// Who asks.
    public let asking: AccountKey
    /// The copy that it wants to have, under its own key.
    public let copy: ResourceID
    /// Who is asked.
    public let owner: AccountKey

    /// The wish for a copy; its account asks.
    public init(copy: ResourceID, of owner: AccountKey) {
        asking = copy.account
        self.copy = copy
        self.owner = owner
    }
}

/// What accounts tell each other.
public enum SharedRecord: Sendable {
    /// What is shared; for the account that gets it.
    case facts(SharedFacts)
    /// A wish; for the account that is asked.
    case interest(SharedInterest)

    /// Whose engine takes it.
    public var account: AccountKey {
        switch self {
        case .facts(let facts): facts.asking
        case .interest(let interest): interest.owner
        }
    }
}
