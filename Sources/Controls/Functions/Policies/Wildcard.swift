/// The patterns of policies: `*` stands for any text, `?` for one character.
enum Wildcard {
    /// True if the pattern matches all of the text. Linear in practice: only the last `*` is walked back to.
    static func matches(_ pattern: String, _ text: String) -> Bool {
        matches(Array(pattern.utf8), Array(text.utf8), isText: true)
    }

    /// True if the first pattern matches every text that the second one matches. False says nothing where both have
    /// wildcards in the middle.
    static func covers(_ pattern: String, _ other: String) -> Bool {
        matches(Array(pattern.utf8), Array(other.utf8), isText: false)
    }

    /// True if the text has wildcards.
    static func isIn(_ text: String) -> Bool {
        text.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }
    }

    private static func matches(_ pattern: [UInt8], _ text: [UInt8], isText: Bool) -> Bool {
        var (place, position) = (0, 0)
        var star: (place: Int, position: Int)?
        while position < text.count {
            if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
                star = (place, position)
                place += 1
            } else if place < pattern.count, stands(pattern[place], for: text[position], isText) {
                place += 1
                position += 1
            } else if let last = star {
                star = (last.place, last.position + 1)
                place = last.place + 1
                position = last.position + 1
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
    }

    /// A star of the other pattern is covered by a star only.
    private static func stands(_ byte: UInt8, for other: UInt8, _ isText: Bool) -> Bool {
        if !isText, other == UInt8(ascii: "*") { return false }
        return byte == other || byte == UInt8(ascii: "?")
    }
}
