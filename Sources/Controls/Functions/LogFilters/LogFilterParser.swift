/// Why a filter pattern cannot be read, and where.
struct LogFilterError: Error, Equatable {
    let message: String
    /// Bytes before the place.
    let offset: Int
}

/// Parses filter patterns of CloudWatch Logs. Time and depth are bounded by the limits below.
struct LogFilterParser {
    /// AWS takes 1024 characters.
    static let maximumLength = 8192
    static let maximumDepth = 64

    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0

    private init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// The pattern that the text is.
    static func parse(_ text: String) throws(LogFilterError) -> LogFilterPattern {
        var parser = LogFilterParser(text)
        if parser.bytes.count > maximumLength { throw LogFilterError(message: "too long", offset: 0) }
        parser.skipSpace()
        guard let first = parser.next else { return .everything }
        switch first {
        case UInt8(ascii: "{"): return .fields(try parser.braced())
        case UInt8(ascii: "["):
            guard parser.lastByte == UInt8(ascii: "]") else { throw parser.failure("`]` is missing") }
            return .columns
        default: return .terms(try parser.terms())
        }
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private var lastByte: UInt8? { bytes.last { !LogFilterParser.isSpace($0) } }

    private func failure(_ message: String) -> LogFilterError {
        LogFilterError(message: message, offset: position)
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }

    private mutating func skipSpace() {
        while let byte = next, LogFilterParser.isSpace(byte) { position += 1 }
    }

    private mutating func take(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard position + count <= bytes.count else { return false }
        let matches = text.withUTF8Buffer { wanted in
            unsafe bytes[position..<(position + count)].elementsEqual(wanted)
        }
        if matches { position += count }
        return matches
    }
}

// Conditions on fields.
extension LogFilterParser {
    private mutating func braced() throws(LogFilterError) -> FieldCondition {
        _ = take("{")
        let condition = try alternatives()
        skipSpace()
        guard take("}") else { throw failure("`&&`, `||` or `}` is missing") }
        skipSpace()
        guard next == nil else { throw failure("nothing may follow `}`") }
        return condition
    }

    private mutating func alternatives() throws(LogFilterError) -> FieldCondition {
        var parts = [try conjunction()]
        while true {
            skipSpace()
            guard take("||") else { break }
            parts.append(try conjunction())
        }
        return parts.count == 1 ? parts[0] : .any(parts)
    }

    private mutating func conjunction() throws(LogFilterError) -> FieldCondition {
        var parts = [try primary()]
        while true {
            skipSpace()
            guard take("&&") else { break }
            parts.append(try primary())
        }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func primary() throws(LogFilterError) -> FieldCondition {
        skipSpace()
        guard take("(") else { return try test() }
        depth += 1
        guard depth <= LogFilterParser.maximumDepth else { throw failure("too many parentheses") }
        let inner = try alternatives()
        skipSpace()
        guard take(")") else { throw failure("`)` is missing") }
        depth -= 1
        return inner
    }

    private mutating func test() throws(LogFilterError) -> FieldCondition {
        let selector = try selector()
        skipSpace()
        if let word = keyword() { return .test(selector, try keywordTest(word)) }
        let comparison = try comparison()
        skipSpace()
        return .test(selector, .compare(comparison, try literal()))
    }

    private mutating func keywordTest(_ word: String) throws(LogFilterError) -> FieldTest {
        skipSpace()
        let second = keyword() ?? ""
        switch (word, second) {
        case ("IS", "NULL"): return .isNull
        case ("IS", "TRUE"): return .isTrue
        case ("IS", "FALSE"): return .isFalse
        case ("NOT", "EXISTS"): return .notExists
        default: throw failure("`IS NULL`, `IS TRUE`, `IS FALSE` or `NOT EXISTS` is wanted")
        }
    }

    /// The word that stands here, in capitals.
    private mutating func keyword() -> String? {
        let start = position
        while let byte = next, LogFilterParser.isLetter(byte) { position += 1 }
        guard position > start else { return nil }
        return String(decoding: bytes[start..<position], as: UTF8.self).uppercased()
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte & 0xDF)
    }

    private mutating func comparison() throws(LogFilterError) -> FieldTest.Comparison {
        if take("!=") { return .notEqual }
        if take("<=") { return .lessOrEqual }
        if take(">=") { return .greaterOrEqual }
        if take("=") { return .equal }
        if take("<") { return .less }
        if take(">") { return .greater }
        throw failure("a comparison is missing")
    }
}

// Selectors, literals and terms.
extension LogFilterParser {
    private mutating func selector() throws(LogFilterError) -> FieldSelector {
        guard take("$") else { throw failure("a field begins with `$`") }
        var steps: [FieldSelector.Step] = []
        while let byte = next {
            if byte == UInt8(ascii: ".") {
                position += 1
                steps.append(try member())
            } else if byte == UInt8(ascii: "[") {
                position += 1
                steps.append(try element())
            } else {
                break
            }
        }
        guard !steps.isEmpty else { throw failure("a field has a name") }
        return FieldSelector(steps: steps)
    }

    private mutating func member() throws(LogFilterError) -> FieldSelector.Step {
        if take("*") { return .each }
        let start = position
        while let byte = next, LogFilterParser.isNameByte(byte) { position += 1 }
        guard position > start else { throw failure("a name is missing after `.`") }
        return .member(String(decoding: bytes[start..<position], as: UTF8.self))
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: "-")
    }

    private mutating func element() throws(LogFilterError) -> FieldSelector.Step {
        if take("*]") { return .each }
        let start = position
        while let byte = next, (0x30...0x39).contains(byte) { position += 1 }
        guard let index = Int(String(decoding: bytes[start..<position], as: UTF8.self)), take("]") else {
            throw failure("an index in `[]` is a number or `*`")
        }
        return .element(index)
    }

    private mutating func literal() throws(LogFilterError) -> FieldLiteral {
        if next == UInt8(ascii: "\"") { return FieldLiteral(try quoted(), isQuoted: true) }
        if next == UInt8(ascii: "%") { return FieldLiteral(expression: try expression()) }
        let start = position
        while let byte = next, !isEndOfWord(byte) { position += 1 }
        guard position > start else { throw failure("a value is missing") }
        return FieldLiteral(String(decoding: bytes[start..<position], as: UTF8.self), isQuoted: false)
    }

    private func isEndOfWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ")"), UInt8(ascii: "}"), UInt8(ascii: "("), UInt8(ascii: "\""): true
        case UInt8(ascii: "&"), UInt8(ascii: "|"):
            position + 1 < bytes.count && bytes[position + 1] == byte
        default: LogFilterParser.isSpace(byte)
        }
    }

    /// The text between quotes; a backslash takes the next character as it is.
    private mutating func quoted() throws(LogFilterError) -> String {
        position += 1
        var text: [UInt8] = []
        while let byte = next {
            position += 1
            if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
            if byte == UInt8(ascii: "\\"), let escaped = next {
                text.append(escaped)
                position += 1
            } else {
                text.append(byte)
            }
        }
        throw failure("a quote is not closed")
    }

    private mutating func expression() throws(LogFilterError) -> String {
        position += 1
        let start = position
        while let byte = next, byte != UInt8(ascii: "%") { position += 1 }
        guard next != nil else { throw failure("a `%` is not closed") }
        position += 1
        return String(decoding: bytes[start..<(position - 1)], as: UTF8.self)
    }

    private mutating func terms() throws(LogFilterError) -> TermPattern {
        var terms = TermPattern()
        while true {
            skipSpace()
            guard next != nil else { return terms }
            if next == UInt8(ascii: "%") {
                _ = try expression()
                terms.hasExpression = true
            } else if take("?") {
                terms.alternatives.append(try term())
            } else if take("-") {
                terms.excluded.append(try term())
            } else {
                terms.required.append(try term())
            }
        }
    }

    private mutating func term() throws(LogFilterError) -> String {
        skipSpace()
        if next == UInt8(ascii: "\"") { return try quoted() }
        let start = position
        while let byte = next, !LogFilterParser.isSpace(byte), byte != UInt8(ascii: "\"") { position += 1 }
        guard position > start else { throw failure("a term is missing") }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }
}
