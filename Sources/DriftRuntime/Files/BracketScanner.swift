/// Follows the brackets and quotes of a JSON text piece by piece, to find where a value ends; checks nothing else.
struct BracketScanner {
    /// How many brackets are open.
    private(set) var depth = 0
    /// The open brackets, outermost first; no more than `maximumKept`, since a hostile file may open any number.
    private(set) var open: [UInt8] = []
    /// True inside a text.
    private(set) var isInText = false
    private var isEscaped = false

    private static let maximumKept = 8

    /// Forgets everything.
    mutating func reset() { self = BracketScanner() }

    /// Reads on from `start`. Returns the position behind the byte that closed the outermost bracket, or nil if the
    /// bytes end before that.
    mutating func end(of bytes: Span<UInt8>, from start: Int) -> Int? {
        unsafe bytes.withUnsafeBufferPointer { buffer in
            var position = start
            while position < buffer.count {
                let closes = unsafe take(buffer[position])
                position += 1
                if closes { return position }
            }
            return nil
        }
    }

    /// Takes one byte. Returns true if it closed the outermost bracket.
    mutating func take(_ byte: UInt8) -> Bool {
        if isInText {
            takeInText(byte)
            return false
        }
        switch byte {
        case UInt8(ascii: "\""): isInText = true
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            depth += 1
            if depth <= BracketScanner.maximumKept { open.append(byte) }
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            depth = max(0, depth - 1)
            if depth < open.count { open.removeLast() }
            return depth == 0
        default: break
        }
        return false
    }

    private mutating func takeInText(_ byte: UInt8) {
        if isEscaped {
            isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
            isInText = false
        }
    }
}
