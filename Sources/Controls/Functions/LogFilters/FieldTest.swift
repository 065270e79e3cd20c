internal import JSONTokens

/// What a filter pattern asks of one field.
enum FieldTest: Sendable {
    case isNull
    case isTrue
    case isFalse
    case notExists
    case compare(Comparison, FieldLiteral)

    enum Comparison: Sendable {
        case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
    }

    /// True if the event's field passes the test; nil if that is not known.
    func holds(for selector: FieldSelector, in event: some LogEvent) -> Bool? {
        if selector.isPlain {
            guard let value = event.value(at: selector) else { return ofMissing }
            return holds(for: value)
        }
        let values = event.values(at: selector)
        if values.isEmpty { return ofMissing }
        var isKnown = true
        for value in values {
            guard let answer = holds(for: value) else {
                isKnown = false
                continue
            }
            if answer { return true }
        }
        return isKnown ? false : nil
    }

    /// AWS does not say whether `!=` holds for a field that is not there.
    private var ofMissing: Bool? {
        switch self {
        case .notExists: true
        case .compare(.notEqual, _): nil
        case .isNull, .isTrue, .isFalse, .compare: false
        }
    }

    private func holds(for value: FlatView) -> Bool? {
        switch self {
        case .isNull: value.isNull
        case .isTrue: value.bool == true
        case .isFalse: value.bool == false
        case .notExists: false
        case .compare(let comparison, let literal): literal.holds(comparison, for: value)
        }
    }
}

/// The right side of a comparison.
struct FieldLiteral: Sendable {
    /// The text without quotes and without the wildcards at its ends.
    let text: String
    /// A `*` stood before the text.
    let isOpenAtStart: Bool
    /// A `*` stood after the text.
    let isOpenAtEnd: Bool
    /// The number that the text is, if it stood without quotes.
    let number: Double?
    /// True for `%...%`: a regular expression, which is not tried.
    let isExpression: Bool

    /// Reads a literal: `*` at its ends stands for any text, elsewhere for itself.
    init(_ text: String, isQuoted: Bool) {
        isExpression = false
        var rest = text[...]
        isOpenAtStart = rest.first == "*"
        if isOpenAtStart { rest = rest.dropFirst() }
        // A lone star is open at both ends.
        isOpenAtEnd = rest.last == "*" || (isOpenAtStart && rest.isEmpty)
        if rest.last == "*" { rest = rest.dropLast() }
        self.text = String(rest)
        number = isQuoted || isOpenAtStart || isOpenAtEnd ? nil : FieldLiteral.number(text)
    }

    init(expression: String) {
        text = expression
        isOpenAtStart = false
        isOpenAtEnd = false
        number = nil
        isExpression = true
    }

    func holds(_ comparison: FieldTest.Comparison, for value: FlatView) -> Bool? {
        // A selector must lead to a text, number or truth value; else the pattern does not fit the event.
        if value.tag == .list || value.tag == .map { return false }
        if isExpression { return nil }
        switch comparison {
        case .equal: return value.isNull ? false : equals(value)
        case .notEqual: return value.isNull ? nil : !equals(value)
        case .less, .lessOrEqual, .greater, .greaterOrEqual:
            guard let number, let given = FieldLiteral.number(of: value) else { return false }
            return FieldLiteral.compare(given, comparison, number)
        }
    }

    private func equals(_ value: FlatView) -> Bool {
        if let number, value.tag == .integer || value.tag == .decimal {
            return FieldLiteral.number(of: value) == number
        }
        if !isOpenAtStart, !isOpenAtEnd, value.tag == .string { return value.equals(text) }
        let given = value.string ?? value.json
        switch (isOpenAtStart, isOpenAtEnd) {
        case (false, false): return given.utf8.elementsEqual(text.utf8)
        case (true, false): return FieldLiteral.ends(given, with: text)
        case (false, true): return given.utf8.starts(with: text.utf8)
        case (true, true): return ByteSearch.contains(text, in: given)
        }
    }

    private static func ends(_ given: String, with text: String) -> Bool {
        given.utf8.count >= text.utf8.count && given.utf8.suffix(text.utf8.count).elementsEqual(text.utf8)
    }

    private static func compare(_ left: Double, _ comparison: FieldTest.Comparison, _ right: Double) -> Bool {
        switch comparison {
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        case .greaterOrEqual: left >= right
        case .equal: left == right
        case .notEqual: left != right
        }
    }

    private static func number(of value: FlatView) -> Double? {
        if let int = value.int { return Double(int) }
        return value.double ?? value.string.flatMap(number)
    }

    /// A number as patterns write it: sign, digits, point, exponent; no names and no hexadecimal.
    private static func number(_ text: String) -> Double? {
        let isPlain = text.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || "+-.eE".utf8.contains(byte)
        }
        return isPlain ? Double(text) : nil
    }
}

/// Looks for one run of bytes in another.
enum ByteSearch {
    /// True if the text stands somewhere in the other; by bytes, so that no Unicode folding is done.
    static func contains(_ text: String, in other: String) -> Bool {
        let wanted = Array(text.utf8)
        let bytes = Array(other.utf8)
        guard let first = wanted.first else { return true }
        guard bytes.count >= wanted.count else { return false }
        for start in 0...(bytes.count - wanted.count) where bytes[start] == first {
            var length = 1
            while length < wanted.count, bytes[start + length] == wanted[length] { length += 1 }
            if length == wanted.count { return true }
        }
        return false
    }
}
