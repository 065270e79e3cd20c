public import JSONTokens

/// A list, maybe with elements that nobody has seen.
public final class ListValue: Sendable {
    enum Storage: Sendable {
        case values([Value])
        case flat(FlatView)
    }

    let storage: Storage
    /// Why there may be more elements than these; nil if these are all. An incomplete list has no order:
    /// what is missing may stand anywhere.
    public let missing: UnknownSet?
    /// True for a list that may be so long that of its elements which are unknown only the first `sampleLimit` are named,
    /// and of those that a sampling program finds only as many are shown.
    public let isSampled: Bool
    /// How many elements stand for all of a sampled list.
    public static let sampleLimit = 8

    /// A list of the given elements; incomplete if something is missing.
    public init(_ elements: [Value], missing: UnknownSet? = nil, isSampled: Bool = false) {
        storage = .values(elements)
        self.missing = missing
        self.isSampled = isSampled
    }

    /// A list read in place from a flat list; incomplete if something is missing.
    public init(flat view: FlatView, missing: UnknownSet? = nil) {
        storage = .flat(view)
        self.missing = missing
        isSampled = false
    }

    /// How many elements are known.
    public var knownCount: Int {
        switch storage {
        case .values(let values): values.count
        case .flat(let view): view.count
        }
    }

    /// The known elements.
    public var knownElements: [Value] {
        switch storage {
        case .values(let values): values
        case .flat(let view): view.elements.map { Value(flat: $0) }
        }
    }

    func element(_ index: Int) -> Value? {
        switch storage {
        case .values(let values): values.indices.contains(index) ? values[index] : nil
        case .flat(let view): view.element(index).map { Value(flat: $0) }
        }
    }
}
