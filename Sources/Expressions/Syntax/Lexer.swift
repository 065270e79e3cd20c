/// One sign of an expression.
struct Lexeme: Sendable {
    enum Kind: Equatable, Sendable {
        case identifier(String)
        /// A field name in back-ticks.
        case quotedIdentifier(String)
        case int(String)
        case uint(UInt64)
        case double(Double)
        case string(String)
        case bytes([UInt8])
        case sign(String)
        case end
    }

    let kind: Kind
    let offset: Int
}

/// Cuts the text of an expression into lexemes.
struct Lexer {
    private let text: [UInt8]
    private var position = 0

    init(_ source: String) {
        text = Array(source.utf8)
    }

    /// All lexemes, the last one `.end`.
    static func lexemes(of source: String) throws(LocatedError) -> [Lexeme] {
        var lexer = Lexer(source)
        var lexemes: [Lexeme] = []
        while true {
            let lexeme = try lexer.next()
            lexemes.append(lexeme)
            if lexeme.kind == .end { return lexemes }
        }
    }

    private mutating func next() throws(LocatedError) -> Lexeme {
        skipBlanks()
        let start = position
        guard let byte = peek() else { return Lexeme(kind: .end, offset: start) }
        if Self.isDigit(byte) || (byte == UInt8(ascii: ".") && Self.isDigit(peek(1) ?? 0)) {
            return Lexeme(kind: try number(), offset: start)
        }
        if let kind = try literalText() { return Lexeme(kind: kind, offset: start) }
        if Self.isLetter(byte) {
            while let more = peek(), Self.isLetter(more) || Self.isDigit(more) { position += 1 }
            return Lexeme(kind: .identifier(slice(start)), offset: start)
        }
        if byte == UInt8(ascii: "`") { return Lexeme(kind: try quotedIdentifier(), offset: start) }
        return Lexeme(kind: try sign(), offset: start)
    }

    private mutating func skipBlanks() {
        while let byte = peek() {
            if byte == 0x20 || (0x09...0x0D).contains(byte) {
                position += 1
            } else if byte == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "/") {
                while let more = peek(), more != UInt8(ascii: "\n") { position += 1 }
            } else {
                return
            }
        }
    }

    private mutating func sign() throws(LocatedError) -> Lexeme.Kind {
        let start = position
        for length in [2, 1] where position + length <= text.count {
            let candidate = String(decoding: text[position..<(position + length)], as: UTF8.self)
            if Self.signs.contains(candidate) {
                position += length
                return .sign(candidate)
            }
        }
        throw LocatedError("this sign has no meaning here", at: start)
    }

    private mutating func quotedIdentifier() throws(LocatedError) -> Lexeme.Kind {
        let start = position
        position += 1
        while let byte = peek(), byte != UInt8(ascii: "`") {
            let isAllowed =
                Self.isLetter(byte) || Self.isDigit(byte) || [0x20, 0x2D, 0x2E, 0x2F].contains(byte)
            guard isAllowed else { break }
            position += 1
        }
        guard peek() == UInt8(ascii: "`"), position > start + 1 else {
            throw LocatedError("a name in back-ticks is not closed", at: start)
        }
        position += 1
        return .quotedIdentifier(String(decoding: text[(start + 1)..<(position - 1)], as: UTF8.self))
    }

    private mutating func number() throws(LocatedError) -> Lexeme.Kind {
        let start = position
        if peek() == UInt8(ascii: "0"), let mark = peek(1), mark | 0x20 == UInt8(ascii: "x") {
            position += 2
            while let byte = peek(), Self.hexadecimal(byte) != nil { position += 1 }
            return try whole(start)
        }
        skipDigits()
        var isDecimal = false
        if peek() == UInt8(ascii: "."), Self.isDigit(peek(1) ?? 0) {
            isDecimal = true
            position += 1
            skipDigits()
        }
        if let mark = peek(), mark | 0x20 == UInt8(ascii: "e") {
            let signed = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-")
            if Self.isDigit(peek(signed ? 2 : 1) ?? 0) {
                isDecimal = true
                position += signed ? 2 : 1
                skipDigits()
            }
        }
        guard isDecimal else { return try whole(start) }
        guard let value = Double(slice(start)) else {
            throw LocatedError("this is no number", at: start)
        }
        return .double(value)
    }

    /// A whole number; a signed one stays text, since `-9223372036854775808` is a number but its digits
    /// alone are not.
    private mutating func whole(_ start: Int) throws(LocatedError) -> Lexeme.Kind {
        let digits = slice(start)
        guard let mark = peek(), mark | 0x20 == UInt8(ascii: "u") else { return .int(digits) }
        position += 1
        let isHexadecimal = digits.lowercased().hasPrefix("0x")
        let value = isHexadecimal ? UInt64(digits.dropFirst(2), radix: 16) : UInt64(digits)
        guard let value else { throw LocatedError("the number does not fit an uint", at: start) }
        return .uint(value)
    }

    private mutating func skipDigits() {
        while let byte = peek(), Self.isDigit(byte) { position += 1 }
    }

    private func peek(_ ahead: Int = 0) -> UInt8? {
        position + ahead < text.count ? text[position + ahead] : nil
    }

    private func slice(_ start: Int) -> String {
        String(decoding: text[start..<position], as: UTF8.self)
    }

    /// A text or bytes literal with its prefix, or nil if none begins here.
    private mutating func literalText() throws(LocatedError) -> Lexeme.Kind? {
        var length = 0
        var isRaw = false
        var isBytes = false
        while length < 2, let byte = peek(length) {
            if byte | 0x20 == UInt8(ascii: "r"), !isRaw {
                isRaw = true
            } else if byte | 0x20 == UInt8(ascii: "b"), !isBytes {
                isBytes = true
            } else {
                break
            }
            length += 1
        }
        guard let quote = peek(length), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            return nil
        }
        let start = position
        position += length
        let isTriple = peek(1) == quote && peek(2) == quote
        position += isTriple ? 3 : 1
        var content = LiteralText(isBytes: isBytes)
        while true {
            guard let byte = peek(), isTriple || (byte != 0x0A && byte != 0x0D) else {
                throw LocatedError("a text is not closed", at: start)
            }
            if byte == quote, !isTriple || (peek(1) == quote && peek(2) == quote) {
                position += isTriple ? 3 : 1
                return content.finish()
            }
            if byte == UInt8(ascii: "\\"), !isRaw {
                position = try content.unescape(text, at: position)
            } else {
                content.bytes.append(byte)
                position += 1
            }
        }
    }

    private static let signs: Set<String> = [
        "&&", "||", "==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "%", "!", "?", ":", ".", ",", "(",
        ")",
        "[", "]", "{", "}",
    ]

    static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
    }
    static func hexadecimal(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x41...0x46: UInt32(byte - 0x41 + 10)
        case 0x61...0x66: UInt32(byte - 0x61 + 10)
        default: nil
        }
    }
}
