/// What a kind's properties are called, what they hold and how they change.
public struct KindSchema: Sendable {
    /// The CloudFormation, ARM or Cloud Asset type name.
    public let name: String
    /// The cloud it belongs to.
    public let provider: Provider
    /// Where its resources live.
    public let scope: Scope
    /// The properties; a `PropertyID` is a position here.
    public let properties: [PropertySchema]
    private let positions: [String: PropertyID]

    /// Where a kind's resources live.
    public enum Scope: Sendable {
        /// In one region.
        case regional
        /// In no region; the region of its ids is empty.
        case global
        /// Facts about an account (region empty) or about an account in a region.
        case account
    }

    /// A schema of at most 64 properties.
    public init(_ name: String, _ provider: Provider, _ scope: Scope, _ properties: [PropertySchema]) {
        precondition(properties.count <= 64, "a kind has more properties than a PropertySet holds")
        self.name = name
        self.provider = provider
        self.scope = scope
        self.properties = properties
        positions = Dictionary(
            uniqueKeysWithValues: properties.enumerated().map {
                ($0.element.name, PropertyID(index: $0.offset))
            })
    }

    /// The property with this name, or nil.
    public func property(named name: String) -> PropertyID? { positions[name] }

    /// The schema of a property.
    public subscript(_ property: PropertyID) -> PropertySchema { properties[Int(property.index)] }
}

/// One property of a kind.
public struct PropertySchema: Sendable {
    /// Named as in the CloudFormation registry, ARM or the GCP REST resource.
    public let name: String
    /// What its value holds.
    public let type: ValueType
    /// How its value changes.
    public let shape: Shape

    /// How a property's value changes.
    public enum Shape: Sendable {
        /// As a whole.
        case register
        /// Element by element; the value is a list without order.
        case set
    }

    /// A property that changes as a whole.
    public static func register(_ name: String, _ type: ValueType) -> PropertySchema {
        PropertySchema(name: name, type: type, shape: .register)
    }

    /// A property that changes element by element.
    public static func set(_ name: String, of element: ValueType) -> PropertySchema {
        PropertySchema(name: name, type: .list(element), shape: .set)
    }
}

/// The type of a property's value, for the control compiler.
public indirect enum ValueType: Sendable {
    case bool
    case int
    case double
    case string
    /// RFC 3339 text in the value, a timestamp in controls.
    case timestamp
    case list(ValueType)
    /// Free keys, one type of value.
    case map(ValueType)
    /// Known keys only; every one may be absent.
    case object([String: ValueType])
    /// Anything; the compiler does not check below it.
    case any
}

/// Some properties of one kind.
public struct PropertySet: OptionSet, Hashable, Sendable {
    /// One bit a property.
    public let rawValue: UInt64

    /// The set with these bits.
    public init(rawValue: UInt64) {
        self.rawValue = rawValue
    }

    /// The set of one property.
    public init(_ property: PropertyID) {
        rawValue = 1 << UInt64(property.index)
    }

    /// Every property of any kind.
    public static let all = PropertySet(rawValue: .max)

    /// The members by rising position.
    public var properties: PropertyMembers { PropertyMembers(rest: rawValue) }
}

/// The members of a property set by rising position.
public struct PropertyMembers: Sequence, IteratorProtocol, Sendable {
    var rest: UInt64

    /// The next member, or nil at the end.
    public mutating func next() -> PropertyID? {
        guard rest != 0 else { return nil }
        defer { rest &= rest - 1 }
        return PropertyID(index: rest.trailingZeroBitCount)
    }
}
