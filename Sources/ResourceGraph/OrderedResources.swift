/// Resources in a given order, each once, in pieces of bounded size: an insertion or removal moves no more than one piece
/// however many there are.
public struct OrderedResources: Sendable {
    /// How many resources a piece holds before it is split.
    private static let largestPiece = 256

    /// None of them empty.
    private var pieces: [[ResourceHandle]] = []
    /// How many there are.
    public private(set) var count = 0

    /// No resources.
    public init() {}

    /// True if there are none.
    public var isEmpty: Bool { count == 0 }

    /// The first; nil if there are none.
    public var first: ResourceHandle? { pieces.first?.first }

    /// The first few.
    public func prefix(_ length: Int) -> [ResourceHandle] {
        var found: [ResourceHandle] = []
        for piece in pieces where found.count < length { found += piece.prefix(length - found.count) }
        return found
    }

    /// The first few of those for which `isPassed` is false; it must be true for none that stands behind them.
    public func prefix(_ length: Int, after isPassed: (ResourceHandle) -> Bool) -> [ResourceHandle] {
        let first = OrderedResources.firstIndex(in: pieces) { piece in
            !isPassed(piece[piece.count - 1])
        }
        guard first < pieces.count else { return [] }
        let place = OrderedResources.firstIndex(in: pieces[first]) { !isPassed($0) }
        var found = Array(pieces[first][place...].prefix(length))
        for piece in pieces[(first + 1)...] where found.count < length {
            found += piece.prefix(length - found.count)
        }
        return found
    }

    /// Where the elements begin for which a test holds that fails for all before them.
    private static func firstIndex<Element>(in elements: [Element], _ test: (Element) -> Bool) -> Int {
        var low = 0
        var high = elements.count
        while low < high {
            let middle = (low + high) / 2
            if test(elements[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// Puts a resource in its place. Returns false if it is there already.
    @discardableResult
    public mutating func insert(_ handle: ResourceHandle, by order: (ResourceHandle, ResourceHandle) -> Bool)
        -> Bool
    {
        guard !pieces.isEmpty else {
            pieces = [[handle]]
            count = 1
            return true
        }
        let end = pieces.count - 1
        // What is put back comes in order.
        let isLast = pieces[end].last.map { $0 != handle && order($0, handle) } ?? true
        let (piece, place) = isLast ? (end, pieces[end].count) : position(of: handle, order)
        if place < pieces[piece].count, pieces[piece][place] == handle { return false }
        pieces[piece].insert(handle, at: place)
        count += 1
        if pieces[piece].count > OrderedResources.largestPiece { split(piece) }
        return true
    }

    /// Takes a resource out. Returns false if it is not there.
    @discardableResult
    public mutating func remove(_ handle: ResourceHandle, by order: (ResourceHandle, ResourceHandle) -> Bool)
        -> Bool
    {
        guard !pieces.isEmpty else { return false }
        let (piece, place) = position(of: handle, order)
        guard place < pieces[piece].count, pieces[piece][place] == handle else { return false }
        pieces[piece].remove(at: place)
        count -= 1
        if pieces[piece].isEmpty { pieces.remove(at: piece) }
        return true
    }

    /// Where a resource stands or would stand.
    private func position(
        of handle: ResourceHandle, _ order: (ResourceHandle, ResourceHandle) -> Bool
    ) -> (piece: Int, place: Int) {
        var low = 0
        var high = pieces.count - 1
        while low < high {
            let middle = (low + high) / 2
            let last = pieces[middle][pieces[middle].count - 1]
            if last != handle && order(last, handle) { low = middle + 1 } else { high = middle }
        }
        let piece = low
        low = 0
        high = pieces[piece].count
        while low < high {
            let middle = (low + high) / 2
            let other = pieces[piece][middle]
            if other == handle { return (piece, middle) }
            if order(other, handle) { low = middle + 1 } else { high = middle }
        }
        return (piece, low)
    }

    private mutating func split(_ piece: Int) {
        let half = pieces[piece].count / 2
        pieces.insert(Array(pieces[piece][half...]), at: piece + 1)
        pieces[piece].removeSubrange(half...)
    }
}

extension OrderedResources: Sequence {
    /// Walks the resources in their order.
    public struct Iterator: IteratorProtocol {
        fileprivate let pieces: [[ResourceHandle]]
        fileprivate var piece = 0
        fileprivate var place = 0

        /// The next resource, or nil at the end.
        public mutating func next() -> ResourceHandle? {
            guard piece < pieces.count else { return nil }
            defer {
                place += 1
                if place == pieces[piece].count {
                    piece += 1
                    place = 0
                }
            }
            return pieces[piece][place]
        }
    }

    /// An iterator at the beginning.
    public func makeIterator() -> Iterator { Iterator(pieces: pieces) }

    /// How many there are.
    public var underestimatedCount: Int { count }
}
