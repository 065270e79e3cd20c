/// Finds a run of signs, such as bytes or code points, in time linear in both (Knuth, Morris and Pratt).
struct TextSearch<Sign: Equatable> {
    private let part: [Sign]
    /// For each place of the part how many of its first signs also stand right before the place behind it.
    private let overlaps: [Int]

    init(_ part: [Sign]) {
        self.part = part
        var overlaps = [Int](repeating: 0, count: part.count)
        var overlap = 0
        for place in part.indices.dropFirst() {
            while overlap > 0, part[place] != part[overlap] { overlap = overlaps[overlap - 1] }
            if part[place] == part[overlap] { overlap += 1 }
            overlaps[place] = overlap
        }
        self.overlaps = overlaps
    }

    /// Where the part first stands at or behind `start`, or nil.
    func first(in whole: Span<Sign>, from start: Int = 0) -> Int? {
        guard start >= 0, start + part.count <= whole.count else { return nil }
        if part.isEmpty { return start }
        var matched = 0
        for place in start..<whole.count {
            while matched > 0, whole[place] != part[matched] { matched = overlaps[matched - 1] }
            if whole[place] == part[matched] { matched += 1 }
            if matched == part.count { return place + 1 - matched }
        }
        return nil
    }

    /// Where the part last stands at or before `start`, or nil.
    func last(in whole: [Sign], from start: Int) -> Int? {
        let latest = min(start, whole.count - part.count)
        guard latest >= 0 else { return nil }
        let mirrored = Array(whole[..<(latest + part.count)].reversed())
        let place = TextSearch(part.reversed()).first(in: mirrored.span)
        return place.map { latest - $0 }
    }
}

extension TextSearch<UInt8> {
    init(_ part: Span<UInt8>) {
        self.init(unsafe part.withUnsafeBufferPointer { unsafe Array($0) })
    }
}

extension Span<UInt8> {
    func isEqual(to other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        for place in indices where self[place] != other[place] { return false }
        return true
    }
}
