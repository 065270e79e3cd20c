/// The content of a text or bytes literal while it is read.
struct LiteralText {
    let isBytes: Bool
    var bytes: [UInt8] = []

    init(isBytes: Bool) {
        self.isBytes = isBytes
    }

    consuming func finish() -> Lexeme.Kind {
        isBytes ? .bytes(bytes) : .string(String(decoding: bytes, as: UTF8.self))
    }

    /// Reads the escape at `start` and returns where the text goes on.
    mutating func unescape(_ text: [UInt8], at start: Int) throws(LocatedError) -> Int {
        guard start + 1 < text.count else { throw LocatedError("a text is not closed", at: start) }
        let mark = text[start + 1]
        if let plain = Self.plain[mark] {
            bytes.append(plain)
            return start + 2
        }
        switch mark {
        case UInt8(ascii: "x"), UInt8(ascii: "X"):
            return try append(text, start + 2, digits: 2, radix: 16, isByte: isBytes)
        case UInt8(ascii: "u") where !isBytes:
            return try append(text, start + 2, digits: 4, radix: 16, isByte: false)
        case UInt8(ascii: "U") where !isBytes:
            return try append(text, start + 2, digits: 8, radix: 16, isByte: false)
        case UInt8(ascii: "0")...UInt8(ascii: "3"):
            return try append(text, start + 1, digits: 3, radix: 8, isByte: isBytes)
        default: throw LocatedError("this escape is not known", at: start)
        }
    }

    private mutating func append(_ text: [UInt8], _ start: Int, digits: Int, radix: UInt32, isByte: Bool)
        throws(LocatedError) -> Int
    {
        var value: UInt32 = 0
        for index in start..<(start + digits) {
            guard index < text.count, let digit = Lexer.hexadecimal(text[index]), digit < radix else {
                throw LocatedError("an escape needs \(digits) digits", at: start)
            }
            value = value * radix + digit
        }
        if isByte {
            bytes.append(UInt8(truncatingIfNeeded: value))
        } else {
            guard let scalar = Unicode.Scalar(value) else {
                throw LocatedError("the escape names no character", at: start)
            }
            bytes.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
        }
        return start + digits
    }

    private static let plain: [UInt8: UInt8] = [
        UInt8(ascii: "a"): 7, UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12, UInt8(ascii: "n"): 10,
        UInt8(ascii: "r"): 13, UInt8(ascii: "t"): 9, UInt8(ascii: "v"): 11, UInt8(ascii: "\\"): 0x5C,
        UInt8(ascii: "'"): 0x27, UInt8(ascii: "\""): 0x22, UInt8(ascii: "`"): 0x60, UInt8(ascii: "?"): 0x3F,
    ]
}
