public import JSONTokens

/// What one record says: about a resource, or about the completeness of a scope; or what another account shares.
public enum GraphChange: Sendable {
    /// About one resource.
    case resource(ResourceChange)
    /// A complete inventory of a scope closed.
    case scope(ScopeClosing)
    /// All that another account shares of a resource, in place of what it shared before.
    case shared(SharedFacts)
}

/// One observation on one resource.
public struct ResourceChange: Sendable {
    /// Which resource.
    public let resource: ResourceID
    /// The event or observation it came from; its time is the stamp's time.
    public let cause: CauseRecord
    /// What became of the resource itself.
    public let lifecycle: Lifecycle
    /// What became of its properties.
    public let writes: [PropertyWrite]
    /// Set if this is half of an operation that is logged in parts.
    public let operation: OperationHalf?
    /// Set if this is an item of a complete inventory.
    public let inventoryID: String?

    /// What became of the resource itself.
    public enum Lifecycle: Sendable {
        /// It came into being: what was stamped before is of a former one.
        case create
        /// It exists and was written or seen.
        case modify
        /// It is gone.
        case delete
        /// Something unknown was done to it: values stay, marked stale.
        case touch
    }

    /// One observation on one resource.
    public init(
        resource: ResourceID, cause: CauseRecord, lifecycle: Lifecycle = .modify,
        writes: [PropertyWrite] = [],
        operation: OperationHalf? = nil, inventoryID: String? = nil
    ) {
        self.resource = resource
        self.cause = cause
        self.lifecycle = lifecycle
        self.writes = writes
        self.operation = operation
        self.inventoryID = inventoryID
    }
}

/// What an event says of one property. A *default* ranks below every other write of the same time.
public enum PropertyWrite: Sendable {
    /// A register's value; null says that there is none.
    case set(PropertyID, FlatValue)
    /// A register's value by the provider's defaults at creation.
    case setDefault(PropertyID, FlatValue)
    /// The property (register or set) was changed in a way that the event does not show.
    case unknown(PropertyID)
    /// All elements of a set; what is not among them is gone.
    case replace(PropertyID, [SetElement])
    /// All elements of a set by the provider's defaults at creation.
    case replaceDefault(PropertyID, [SetElement])
    /// An element of a set came or was confirmed.
    case insert(PropertyID, SetElement)
    /// An element of a set went, named by its content.
    case remove(PropertyID, FlatValue)
    /// The element with this id has this content from now on.
    case modify(PropertyID, id: String, FlatValue)
    /// The element with this id, which was given to it before, has this content from now on. For events that do not say
    /// which of a resource's sets they are about: write it to each, only the one that has the id takes it.
    case edit(PropertyID, id: String, FlatValue)
    /// An element of a set went, named by its id.
    case removeID(PropertyID, id: String)

    /// The property it is about.
    public var property: PropertyID {
        switch self {
        case .set(let property, _), .setDefault(let property, _), .unknown(let property),
            .replace(let property, _), .replaceDefault(let property, _), .insert(let property, _),
            .remove(let property, _), .modify(let property, _, _), .edit(let property, _, _),
            .removeID(let property, _):
            property
        }
    }
}

/// An element of a set: its canonical content, which is its identity, and the provider's id for it where
/// known.
public struct SetElement: Hashable, Sendable {
    /// The content.
    public let value: FlatValue
    /// The provider's id: a rule id, a rule name.
    public let id: String?

    /// One element.
    public init(_ value: FlatValue, id: String? = nil) {
        self.value = value
        self.id = id
    }
}

/// One half of an operation that the provider logs in parts (Azure's start and end, GCP's first and last).
///
/// A start changes nothing alone. An end has its own writes, or else takes those of the start with the same
/// key; if it
/// has neither, the properties it may have touched become unknown. The stamp is the end's.
public struct OperationHalf: Sendable {
    /// What both halves share.
    public let key: String
    /// Which half this is.
    public let role: Role
    /// What an end without a body may have touched.
    public let mayTouch: [PropertyID]

    /// Which half it is.
    public enum Role: Sendable {
        case start
        /// It succeeded.
        case end
        /// It failed: its start will never count.
        case failure
    }

    /// One half.
    public init(key: String, role: Role, mayTouch: [PropertyID] = []) {
        self.key = key
        self.role = role
        self.mayTouch = mayTouch
    }
}

/// The closing document of a complete inventory: what is in the scope and has no evidence since `startedAt`
/// is gone,
/// once `itemCount` distinct items have been folded.
public struct ScopeClosing: Sendable {
    /// Which inventory.
    public let inventoryID: String
    /// Whose.
    public let account: AccountKey
    /// Where; empty for global kinds.
    public let region: String
    /// Of what.
    public let kind: ResourceKind
    /// When the scan began.
    public let startedAt: Timestamp
    /// How many distinct items it has.
    public let itemCount: Int

    /// One closing document.
    public init(
        inventoryID: String, account: AccountKey, region: String, kind: ResourceKind, startedAt: Timestamp,
        itemCount: Int
    ) {
        self.inventoryID = inventoryID
        self.account = account
        self.region = region
        self.kind = kind
        self.startedAt = startedAt
        self.itemCount = itemCount
    }
}
