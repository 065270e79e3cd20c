/// Follows the brackets and quotes of a JSON text piece by piece, to find where a value ends; checks nothing else.
struct BracketScanner {
    /// The open brackets, outermost first.
    private(set) var open: [UInt8] = []
    /// True inside a text.
    private(set) var isInText = false
    private var isEscaped = false

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
        case UInt8(ascii: "{"), UInt8(ascii: "["): open.append(byte)
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            if !open.isEmpty { open.removeLast() }
            return open.isEmpty
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
