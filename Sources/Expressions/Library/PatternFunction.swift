/// A function of the library one of whose arguments is a regular expression. Given as a literal it compiles with the
/// program, else when the function is called.
public struct PatternFunction: Sendable {
    enum Body: Sendable {
        /// Whether the pattern, the second argument, occurs in the text, the first one.
        case occurs
        /// Any other use.
        case general(@Sendable (Pattern, [Value], inout Meter) -> Value)
    }

    /// Which argument is the pattern.
    let place: Int
    let body: Body

    /// What it costs to compile a pattern while evaluating. Spent in each call, whether a cache has it or not.
    static func spendCompilation(of text: String, _ meter: inout Meter) -> Bool {
        meter.spend(500 + 4 * text.utf8.count)
    }
}

/// Walks the matches of a pattern that do not overlap, from left to right, as Go's regexp package and RE2 do: an empty
/// match right behind another one does not count.
struct PatternMatches {
    private let pattern: Pattern
    private var position = 0
    private var previousEnd = -1

    init(of pattern: Pattern) {
        self.pattern = pattern
    }

    /// The next match and its groups; nil at the end, or when the meter is exhausted.
    mutating func next(in text: Span<UInt8>, _ meter: inout Meter)
        -> (whole: Range<Int>, groups: [Range<Int>?])?
    {
        while position <= text.count {
            guard meter.spend(1 + (text.count - position) / 16 * pattern.weight),
                let groups = pattern.match(in: text, from: position), let whole = groups[0]
            else { return nil }
            let isRepeated = whole.upperBound == position && whole.lowerBound == previousEnd
            if whole.upperBound == position {
                position += 1
                while position < text.count, text[position] & 0xC0 == 0x80 { position += 1 }
            } else {
                position = whole.upperBound
            }
            previousEnd = whole.upperBound
            if !isRepeated { return (whole, groups) }
        }
        return nil
    }
}
