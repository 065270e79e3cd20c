/// One property of a kind.
public struct PropertySchema: Sendable {
    /// Named as in the CloudFormation registry, ARM or the GCP REST resource.
    public let name: String
    /// What its value holds.
    public let type: ValueType
    /// How its value changes.
    public let shape: Shape
    /// The kinds of resource that its value names, and where in the value they stand; empty if it names none.
    public let refersTo: [PropertyReference]

    /// How a property's value changes.
    public enum Shape: Sendable {
        /// As a whole.
        case register
        /// Element by element; the value is a list without order.
        case set
    }

    /// The name by which a stored value is found again.
    var storedName: String { shape == .set ? name + "[]" : name }

    /// A property that changes as a whole.
    public static func register(
        _ name: String, _ type: ValueType, refersTo references: PropertyReference...
    ) -> PropertySchema {
        PropertySchema(name: name, type: type, shape: .register, refersTo: references)
    }

    /// A property that changes as a whole and may name resources of several kinds.
    public static func register(
        _ name: String, _ type: ValueType, refersTo references: [PropertyReference]
    ) -> PropertySchema {
        PropertySchema(name: name, type: type, shape: .register, refersTo: references)
    }

    /// A property that changes element by element.
    public static func set(
        _ name: String, of element: ValueType, refersTo references: PropertyReference...
    ) -> PropertySchema {
        PropertySchema(name: name, type: .list(element), shape: .set, refersTo: references)
    }
}

/// The type of a property's value, for the control compiler.
public indirect enum ValueType: Sendable {
    case bool
    case int
    case double
    case string
    /// One of these texts, spelled so; the provider may know more. Sources may spell them in another case.
    case word([String])
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
