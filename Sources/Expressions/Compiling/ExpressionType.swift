/// What the compiler knows about a value before there is one.
public indirect enum ExpressionType: Hashable, Sendable {
    /// Anything; checked when evaluated.
    case dyn
    /// Only `null`.
    case null
    /// A truth value.
    case bool
    /// A signed whole number.
    case int
    /// An unsigned whole number.
    case uint
    /// A decimal number.
    case double
    /// A text.
    case string
    /// A run of bytes.
    case bytes
    /// An instant.
    case timestamp
    /// A length of time.
    case duration
    /// A type.
    case type
    /// An internet address.
    case address
    /// A block of internet addresses.
    case network
    /// A list of elements of one type.
    case list(ExpressionType)
    /// A map from keys to values.
    case map(ExpressionType, ExpressionType)
    /// A value that may be absent.
    case optional(ExpressionType)
    /// An object type that the environment declares, by name.
    case object(String)
    /// A type of the host's own with parameters, such as `tuple(int, string)`.
    case opaque(String, [ExpressionType])
    /// Whatever stands at every other place of the same name; only in function declarations.
    case parameter(String)

    /// The element of an empty list: nothing decides it yet.
    static let undecided = ExpressionType.parameter("")
}

extension ExpressionType: CustomStringConvertible {
    /// The type as cel-spec writes it, such as `map(string, list(int))`.
    public var description: String {
        switch self {
        case .dyn: "dyn"
        case .null: "null"
        case .bool: "bool"
        case .int: "int"
        case .uint: "uint"
        case .double: "double"
        case .string: "string"
        case .bytes: "bytes"
        case .timestamp: "google.protobuf.Timestamp"
        case .duration: "google.protobuf.Duration"
        case .type: "type"
        case .address: "net.IP"
        case .network: "net.CIDR"
        case .list(let element): "list(\(element))"
        case .map(let key, let value): "map(\(key), \(value))"
        case .optional(let value): "optional_type(\(value))"
        case .object(let name): name
        case .opaque(let name, let inner): "\(name)(\(inner.map(\.description).joined(separator: ", ")))"
        case .parameter(let name): name.isEmpty ? "dyn" : "<\(name)>"
        }
    }
}

extension ExpressionType {
    var isNumber: Bool { self == .int || self == .uint || self == .double }

    /// True where nothing can be said before the value is there.
    var isOpen: Bool { self == .dyn || self == .undecided }

    /// True if more of the host's state can be reached through such a value.
    var mayHoldFields: Bool {
        switch self {
        case .dyn, .parameter, .object, .map: true
        case .opaque(_, let inner): inner.contains(where: \.mayHoldFields)
        case .list(let inner), .optional(let inner): inner.mayHoldFields
        default: false
        }
    }

    /// The type of a place where either can stand.
    func joined(with other: ExpressionType) -> ExpressionType {
        if self == other || other == .undecided { return self }
        if self == .undecided { return other }
        switch (self, other) {
        case (.list(let left), .list(let right)): return .list(left.joined(with: right))
        case (.optional(let left), .optional(let right)): return .optional(left.joined(with: right))
        case (.map(let leftKey, let left), .map(let rightKey, let right)):
            return .map(leftKey.joined(with: rightKey), left.joined(with: right))
        case (.opaque(let leftName, let left), .opaque(let rightName, let right))
        where leftName == rightName && left.count == right.count:
            return .opaque(leftName, zip(left, right).map { $0.joined(with: $1) })
        case (.null, _) where other.isNullable: return other
        case (_, .null) where isNullable: return self
        default: return .dyn
        }
    }

    /// True if values of both types can be equal.
    func isComparable(with other: ExpressionType) -> Bool {
        if isOpen || other.isOpen || self == .null || other == .null { return true }
        if isNumber, other.isNumber { return true }
        switch (self, other) {
        case (.list(let left), .list(let right)), (.optional(let left), .optional(let right)):
            return left.isComparable(with: right)
        case (.map(let leftKey, let left), .map(let rightKey, let right)):
            return leftKey.isComparable(with: rightKey) && left.isComparable(with: right)
        case (.opaque(let leftName, let left), .opaque(let rightName, let right)):
            return leftName == rightName && left.count == right.count
                && zip(left, right).allSatisfy { $0.isComparable(with: $1) }
        case (.object, .map), (.map, .object): return true
        default: return self == other
        }
    }

    private var isNullable: Bool {
        switch self {
        case .list, .map, .optional, .object, .opaque, .timestamp, .duration: true
        default: false
        }
    }
}

/// Matches argument types to the parameters of one declaration.
struct TypeMatch {
    private var bound: [String: ExpressionType] = [:]

    /// True if a value of the actual type can stand where the formal type is declared.
    mutating func accepts(_ actual: ExpressionType, as formal: ExpressionType) -> Bool {
        if case .parameter(let name) = formal { return bind(name, actual) }
        if actual.isOpen || formal == .dyn { return true }
        switch (formal, actual) {
        case (.list(let formal), .list(let actual)), (.optional(let formal), .optional(let actual)):
            return accepts(actual, as: formal)
        case (.map(let formalKey, let formalValue), .map(let key, let value)):
            return accepts(key, as: formalKey) && accepts(value, as: formalValue)
        case (.opaque(let formalName, let formal), .opaque(let name, let actual)):
            return formalName == name && formal.count == actual.count
                && zip(actual, formal).allSatisfy { accepts($0, as: $1) }
        case (.map(let formalKey, let formalValue), .object):
            return accepts(.string, as: formalKey) && accepts(.dyn, as: formalValue)
        default: return formal == actual
        }
    }

    /// The formal type with its parameters replaced by what they were bound to.
    func resolve(_ formal: ExpressionType) -> ExpressionType {
        switch formal {
        case .parameter(let name): bound[name] ?? (name.isEmpty ? formal : .dyn)
        case .list(let element): .list(resolve(element))
        case .optional(let value): .optional(resolve(value))
        case .map(let key, let value): .map(resolve(key), resolve(value))
        case .opaque(let name, let inner): .opaque(name, inner.map(resolve))
        default: formal
        }
    }

    private mutating func bind(_ name: String, _ actual: ExpressionType) -> Bool {
        guard let earlier = bound[name] else {
            bound[name] = actual
            return true
        }
        guard earlier.isComparable(with: actual) else { return false }
        bound[name] = earlier.joined(with: actual)
        return true
    }
}
