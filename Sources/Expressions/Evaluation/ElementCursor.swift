import JSONTokens

/// Walks the elements of a list, or the keys of a map, in any form, without copying them out.
struct ElementCursor {
    // At most one of the three is there; a cursor without any is at its end. Optionals, not an enum with
    // payloads: stepping an iterator inside an enum would copy it in and out.
    private var elements: FlatElements?
    private var members: FlatMembers?
    private let values: [Value]?
    /// Of a map's keys the values.
    private let partners: [Value]?
    private var position = 0
    let knownCount: Int
    let missing: UnknownSet?
    /// How many elements stand for all where those that are unknown, or match, are named.
    private(set) var sampleLimit = Int.max

    /// The elements of a list; nil for anything else.
    init?(list value: Value) {
        switch value {
        case .list(let list):
            switch list.storage {
            case .values(let values): self.init(values: values, partners: nil, missing: list.missing)
            case .flat(let view): self.init(flat: view, missing: list.missing)
            }
            if list.isSampled { sampleLimit = ListValue.sampleLimit }
        case .flat(let view) where view.tag == .list: self.init(flat: view, missing: nil)
        default: return nil
        }
    }

    /// The elements of a list or the keys of a map; nil for anything else.
    init?(collection value: Value) {
        switch value {
        case .map(let map): self.init(values: map.keys, partners: map.values, missing: nil)
        case .flat(let view) where view.tag == .map: self.init(flat: view, missing: nil)
        default: self.init(list: value)
        }
    }

    /// The next element or key, or nil at the end.
    mutating func next() -> Value? {
        if let view = elements?.next() { return Value(flat: view) }
        if let values, position < values.count {
            position += 1
            return values[position - 1]
        }
        return members?.next().map { .string($0.key) }
    }

    /// The next index and element of a list, or key and value of a map; nil at the end.
    mutating func nextPair() -> (Value, Value)? {
        if let member = members?.next() { return (.string(member.key), Value(flat: member.value)) }
        let index = position
        if elements != nil { position += 1 }
        guard let element = next() else { return nil }
        if let partners { return (element, partners[index]) }
        return (.int(Int64(index)), element)
    }

    private init(values: [Value], partners: [Value]?, missing: UnknownSet?) {
        self.values = values
        self.partners = partners
        self.missing = missing
        knownCount = values.count
    }

    private init(flat view: FlatView, missing: UnknownSet?) {
        if view.tag == .map { members = view.members } else { elements = view.elements }
        values = nil
        partners = nil
        self.missing = missing
        knownCount = view.count
    }
}
