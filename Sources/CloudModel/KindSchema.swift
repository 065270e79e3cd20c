public import JSONTokens

/// What a kind's properties are called, what they hold and how they change.
public struct KindSchema: Sendable {
    /// The CloudFormation, ARM or Cloud Asset type name.
    public let name: String
    /// The cloud it belongs to.
    public let provider: Provider
    /// Where its resources live.
    public let scope: Scope
    /// How a native id follows from an ARN.
    public let idForm: IDForm
    /// The property that names the resource in which those of the kind live: they go when it goes, and no event says so.
    /// Nil for most kinds.
    public let parent: PropertyID?
    /// What tells the one resource of the kind that the parent's creation brings along, which no event names; nil for kinds
    /// of which none comes so.
    public let firstborn: Firstborn?
    /// What other accounts may know of the kind's resources; nil if nothing.
    public let sharing: Sharing?
    /// The properties; a `PropertyID` is a position here.
    public let properties: [PropertySchema]
    /// Tells one list of properties from another: what was stored by position is read only by the list it was stored with.
    public let digest: Int64
    private let positions: [String: PropertyID]

    /// What only a resource that came with its parent has.
    public struct Firstborn: Sendable {
        /// The property.
        public let property: PropertyID
        /// Its value.
        public let value: FlatValue
    }

    /// What other accounts may know of a resource: those that name it ask for it, and get these properties.
    public struct Sharing: Sendable {
        /// The properties that they get.
        public let properties: PropertySet
        /// A truth value; where it is true every member account of the owner's organisation has a copy without asking.
        public let organizationFlag: PropertyID?
    }

    /// Where a kind's resources live.
    public enum Scope: Sendable {
        /// In one region.
        case regional
        /// In no region; the region of its ids is empty.
        case global
        /// Facts about an account (region empty) or about an account in a region.
        case account
    }

    /// How a native id follows from an ARN.
    public enum IDForm: Sendable {
        /// What stands behind the resource's type.
        case resourceID
        /// What stands behind the last slash: a name without its path.
        case lastPart
        /// All of it.
        case wholeARN
        /// Always this, for kinds of which an account has one resource.
        case fixed(String)
    }

    /// A schema of at most 64 properties.
    public init(
        _ name: String, _ provider: Provider, _ scope: Scope, id: IDForm = .resourceID,
        livesIn parent: String? = nil, firstborn: (property: String, value: FlatValue)? = nil,
        shares shared: [String] = [], withOrganizationIf flag: String? = nil,
        _ properties: [PropertySchema]
    ) {
        precondition(properties.count <= 64, "a kind has more properties than a PropertySet holds")
        self.name = name
        self.provider = provider
        self.scope = scope
        idForm = id
        self.properties = properties
        digest = KindSchema.digest(of: properties)
        let positions = Dictionary(
            uniqueKeysWithValues: properties.enumerated().map {
                ($0.element.name, PropertyID(index: $0.offset))
            })
        self.positions = positions
        sharing = KindSchema.sharing(shared, flag, positions)
        let named = parent.flatMap { positions[$0] }
        let references = named.map { properties[Int($0.index)].refersTo.count }
        precondition(
            parent == nil || references == 1,
            "what resources live in is named by a property with one reference")
        self.parent = named
        self.firstborn = firstborn.flatMap { mark in
            positions[mark.property].map { Firstborn(property: $0, value: mark.value) }
        }
        precondition(
            firstborn == nil || (self.firstborn != nil && named != nil),
            "what comes with its parent has a parent and a property that tells it")
    }

    private static func sharing(
        _ shared: [String], _ flag: String?, _ positions: [String: PropertyID]
    ) -> Sharing? {
        guard !shared.isEmpty else { return nil }
        let properties = shared.compactMap { positions[$0] }
        precondition(properties.count == shared.count, "what is shared is a property of the kind")
        precondition(flag.map { shared.contains($0) } ?? true, "what says who gets a copy is shared")
        return Sharing(
            properties: properties.reduce(into: []) { $0.insert(PropertySet($1)) },
            organizationFlag: flag.flatMap { positions[$0] })
    }

    /// The names by which stored properties are found again where the list has changed: one whose shape changed is another.
    public var storedNames: [String] { properties.map(\.storedName) }

    /// FNV-1a over the stored names.
    private static func digest(of properties: [PropertySchema]) -> Int64 {
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        for property in properties {
            for byte in Array(property.storedName.utf8) + [0] {
                sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3
            }
        }
        return Int64(bitPattern: sum)
    }

    /// Every property.
    public var allProperties: PropertySet {
        PropertySet(rawValue: properties.count == 64 ? .max : 1 << UInt64(properties.count) - 1)
    }

    /// The property with this name, or nil.
    public func property(named name: String) -> PropertyID? { positions[name] }

    /// The schema of a property.
    public subscript(_ property: PropertyID) -> PropertySchema { properties[Int(property.index)] }
}
