import JSONTokens

/// A map made by an expression or a host; members keep the order in which they were written.
public final class MapValue: Sendable {
    /// The keys: whole numbers, truth values or texts, no two equal.
    public let keys: [Value]
    /// The value of the key at the same place.
    public let values: [Value]
    private let places: [MapKey: Int]

    /// Above this many members a lookup goes through a table.
    private static let largestScan = 8

    init(keys: [Value], values: [Value]) {
        self.keys = keys
        self.values = values
        var places: [MapKey: Int] = [:]
        if keys.count > Self.largestScan {
            for (place, key) in keys.enumerated() {
                if let key = MapKey(key) { places[key] = place }
            }
        }
        self.places = places
    }

    /// A map of the given members; of equal keys the first one counts, and what can be no key is left out.
    public convenience init(_ members: [(Value, Value)]) {
        var builder = MapBuilder()
        for (key, value) in members { _ = builder.insert(key, value) }
        self.init(keys: builder.keys, values: builder.values)
    }

    /// The value of a key, or nil. Numbers of all types are on one line.
    public func value(_ key: Value) -> Value? {
        guard let wanted = MapKey(lookup: key) else { return nil }
        if keys.count > Self.largestScan { return places[wanted].map { values[$0] } }
        for (place, candidate) in keys.enumerated() where MapKey(candidate) == wanted { return values[place] }
        return nil
    }
}

/// Collects the members of a map.
struct MapBuilder {
    private(set) var keys: [Value] = []
    private(set) var values: [Value] = []
    private var seen: Set<MapKey> = []

    /// Adds a member; returns the error of a bad or repeated key.
    mutating func insert(_ key: Value, _ value: Value) -> EvaluationError? {
        guard let mapKey = MapKey(key) else { return EvaluationError(.unsupportedKey) }
        guard seen.insert(mapKey).inserted else { return EvaluationError(.repeatedKey) }
        keys.append(key.inlined)
        values.append(value)
        return nil
    }

    consuming func finish() -> Value {
        .map(MapValue(keys: keys, values: values))
    }
}

/// A key as it is compared: numbers of all types on one line, texts by their bytes.
enum MapKey: Hashable {
    case bool(Bool)
    case int(Int64)
    case large(UInt64)
    case text([UInt8])

    /// The key, or nil if the value can be none.
    init?(_ value: Value) {
        switch value {
        case .bool(let value): self = .bool(value)
        case .int(let value): self = .int(value)
        case .uint(let value): self = Int64(exactly: value).map { .int($0) } ?? .large(value)
        case .string(let value): self = .text(Array(value.utf8))
        case .flat(let view):
            guard let text = view.string else { return nil }
            self = .text(Array(text.utf8))
        default: return nil
        }
    }

    /// The key that is looked for; whole decimals find whole numbers.
    init?(lookup value: Value) {
        guard case .double(let number) = value else {
            self.init(value)
            return
        }
        if let whole = Int64(exactly: number) {
            self = .int(whole)
        } else if let large = UInt64(exactly: number) {
            self = .large(large)
        } else {
            return nil
        }
    }
}
