/// Finds the word that somebody may have meant.
package enum Suggestion {
    /// The known word nearest to the given one, if one is near; of equally near ones the first by the alphabet.
    package static func nearest(to word: String, among known: [String]) -> String? {
        let limit = max(2, word.unicodeScalars.count / 3)
        let candidates = known.sorted().map { ($0, distance(word.lowercased(), $0.lowercased())) }
        guard let best = candidates.min(by: { $0.1 < $1.1 }), best.1 <= limit else { return nil }
        return best.0
    }

    /// A hint that names the nearest word, or else the first few known ones.
    package static func hint(for word: String, among known: [String]) -> String {
        if let nearest = nearest(to: word, among: known) { return "did you mean \"\(nearest)\"?" }
        if known.isEmpty { return "" }
        let shown = known.sorted().prefix(12).joined(separator: ", ")
        return "known: \(shown)\(known.count > 12 ? ", …" : "")"
    }

    /// The number of insertions, deletions, replacements and swaps of neighbours between two words.
    static func distance(_ left: String, _ right: String) -> Int {
        let left = Array(left.unicodeScalars)
        let right = Array(right.unicodeScalars)
        var before: [Int] = []
        var previous = Array(0...right.count)
        for row in 0..<left.count {
            var current = [row + 1]
            for column in 0..<right.count {
                let change = previous[column] + (left[row] == right[column] ? 0 : 1)
                var best = min(change, previous[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    best = min(best, before[column - 1] + 1)
                }
                current.append(best)
            }
            before = previous
            previous = current
        }
        return previous[right.count]
    }
}
