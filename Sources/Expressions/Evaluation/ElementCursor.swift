import JSONTokens

/// Walks the elements of a list, or the keys of a map, in any form, without copying them out.
struct ElementCursor {
    private enum Form { case values, flatList, flatMap }

    private let form: Form
    private var position = 0
    private let values: [Value]
    private var elements: FlatElements
    private var members: FlatMembers
    private let partners: [Value]?
    let knownCount: Int
    let missing: UnknownSet?

    /// The elements of a list; nil for anything else.
    init?(list value: Value) {
        switch value {
        case .list(let list):
            switch list.storage {
            case .values(let values): self.init(values: values, partners: nil, missing: list.missing)
            case .flat(let view): self.init(flat: view, missing: list.missing)
            }
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

    var isMap: Bool { form == .flatMap || partners != nil }

    /// The next element or key, or nil at the end.
    @inline(__always)
    mutating func next() -> Value? {
        switch form {
        case .flatList: return elements.next().map { Value(flat: $0) }
        case .values:
            guard position < values.count else { return nil }
            position += 1
            return values[position - 1]
        case .flatMap: return members.next().map { .string($0.key) }
        }
    }

    /// The next index and element of a list, or key and value of a map; nil at the end.
    mutating func nextPair() -> (Value, Value)? {
        if form == .flatMap { return members.next().map { (.string($0.key), Value(flat: $0.value)) } }
        let index = position
        if form == .flatList { position += 1 }
        guard let element = next() else { return nil }
        if let partners { return (element, partners[index]) }
        return (.int(Int64(index)), element)
    }

    private init(values: [Value], partners: [Value]?, missing: UnknownSet?) {
        form = .values
        self.values = values
        self.partners = partners
        self.missing = missing
        knownCount = values.count
        elements = Self.nothing.elements
        members = Self.nothing.members
    }

    private init(flat view: FlatView, missing: UnknownSet?) {
        form = view.tag == .map ? .flatMap : .flatList
        values = []
        partners = nil
        self.missing = missing
        knownCount = view.count
        elements = view.elements
        members = view.members
    }

    private static let nothing = FlatValue.null.view
}
