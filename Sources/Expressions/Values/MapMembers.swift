import JSONTokens

/// The members of any map, for work that is off the fast path.
struct MapMembers {
    let keys: [Value]
    let values: [Value]
    private let source: Value

    init?(_ source: Value) {
        self.source = source
        switch source {
        case .map(let map):
            keys = map.keys
            values = map.values
        case .flat(let view) where view.tag == .map:
            var keys: [Value] = []
            var values: [Value] = []
            for (key, value) in view.members {
                keys.append(.string(key))
                values.append(Value(flat: value))
            }
            self.keys = keys
            self.values = values
        default: return nil
        }
    }

    var count: Int { keys.count }

    func value(_ key: Value) -> Value? { source.mapValue(key) }
}

extension Value {
    var mapMembers: MapMembers? { MapMembers(self) }

    /// The value of a key of a map; nil if there is none or this is no map.
    func mapValue(_ key: Value) -> Value? {
        switch self {
        case .map(let map): return map.value(key)
        case .flat(let view):
            guard let text = key.text else { return nil }
            return view.member(text).map { Value(flat: $0) }
        default: return nil
        }
    }

    /// The same value, a flat text copied out.
    var inlined: Value {
        if case .flat(let view) = self, let text = view.string { return .string(text) }
        return self
    }
}
