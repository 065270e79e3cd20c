/// Changes expressions so that most of them are none any more.
struct ExpressionMangler {
    var dice: Dice

    /// The bytes with a few of them replaced, removed, doubled, or pieces of syntax put between.
    mutating func mangled(_ source: String) -> String {
        var bytes = Array(source.utf8)
        for _ in 0...dice.roll(4) {
            guard !bytes.isEmpty else { break }
            let place = dice.roll(bytes.count)
            switch dice.roll(6) {
            case 0: bytes[place] = UInt8(truncatingIfNeeded: dice.next())
            case 1: bytes.remove(at: place)
            case 2: bytes.insert(bytes[place], at: place)
            case 3: bytes.insert(contentsOf: dice.pick(Self.pieces).utf8, at: place)
            case 4: bytes.removeSubrange(place..<min(bytes.count, place + dice.roll(9)))
            default: bytes += bytes[place..<min(bytes.count, place + dice.roll(40))]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Random bytes, as text.
    mutating func noise() -> String {
        String(
            decoding: (0..<dice.roll(60)).map { _ in UInt8(truncatingIfNeeded: dice.next()) }, as: UTF8.self)
    }

    private static let pieces = [
        "(", ")", "[", "]", "{", "}", ".", "?", ":", ",", "!", "&&", "||", "-", "9", "0x", "u", "e9", "'",
        "\"", "'''", "r'",
        "b'", "\\", "\\u00", "`", "@", "//", "\n", "has(", ".map(", "in ", "true", ".?", "[?", "é", "\u{0}",
        "cel.bind(",
    ]
}
