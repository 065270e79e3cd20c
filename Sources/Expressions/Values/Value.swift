public import JSONTokens

/// A value of an expression while it is evaluated.
///
/// Texts, lists and maps of resource properties stay in their flat form (`flat`) and are read in place.
public enum Value: Sendable {
    /// The value `null`.
    case null
    /// A truth value.
    case bool(Bool)
    /// A signed whole number.
    case int(Int64)
    /// An unsigned whole number.
    case uint(UInt64)
    /// A decimal number.
    case double(Double)
    /// A text; compared by code points, never by Unicode equivalence.
    case string(String)
    /// A run of bytes.
    case bytes([UInt8])
    /// A list made by an expression or a host, maybe incomplete.
    case list(ListValue)
    /// A map made by an expression or a host.
    case map(MapValue)
    /// A type, by its CEL name.
    case type(String)
    /// An instant.
    case timestamp(Instant)
    /// A length of time.
    case duration(TimeSpan)
    /// An internet address.
    indirect case address(IPAddress)
    /// A block of internet addresses.
    indirect case network(IPNetwork)
    /// A value that may be absent.
    indirect case optional(Value?)
    /// A text, list or map in flat form. Other flat values are never held so: use `init(flat:)`.
    case flat(FlatView)
    /// Something that only the host can read, such as a resource.
    case object(ObjectHandle)
    /// No value: the evaluation failed.
    indirect case error(EvaluationError)
    /// No value yet: it depends on what was never observed.
    case unknown(UnknownSet)

    /// The value that the view shows; scalars are read, the rest stays in place.
    public init(flat view: FlatView) {
        switch view.tag {
        case .null: self = .null
        case .true: self = .bool(true)
        case .false: self = .bool(false)
        case .integer: self = .int(view.int ?? 0)
        case .decimal: self = .double(view.double ?? 0)
        case .string, .list, .map: self = .flat(view)
        }
    }

    /// The flat value; scalars are read, the rest stays in place.
    public init(flat value: FlatValue) {
        self.init(flat: value.view)
    }

    /// A list that is complete.
    public init(list elements: [Value]) {
        self = .list(ListValue(elements))
    }
}

/// An opaque number that a host gave to something; only the host can read it.
public struct ObjectHandle: Hashable, Sendable {
    /// The host's number.
    public let number: Int32

    /// The handle of that number.
    public init(_ number: Int32) {
        self.number = number
    }
}
