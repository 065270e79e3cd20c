/// The clauses of `format()`: `%s %d %f %e %b %o %x %X %%`, with a precision for `%f` and `%e`.
enum TextFormat {
    /// The text with its clauses replaced by the elements of the list, in order.
    static func format(_ template: String, _ list: Value, _ meter: inout Meter) -> Value {
        guard var arguments = ElementCursor(list: list) else { return .noOverload }
        var result: [UInt8] = []
        var scanner = ClauseScanner(template)
        while let part = scanner.next() {
            switch part {
            case .plain(let bytes): result += bytes
            case .malformed(let text): return .failure(.badArgument, "clause \(text)")
            case .clause(let letter, let precision):
                guard let argument = arguments.next() else { return .failure(.badArgument, "too few values") }
                guard let text = text(argument, letter, precision, &meter) else {
                    if meter.isExhausted { return .failure(.costLimit) }
                    return .failure(.badArgument, "\(Conversions.typeName(of: argument)) for a clause")
                }
                result += text.utf8
            }
        }
        return .string(String(decoding: result, as: UTF8.self))
    }

    private static func text(_ value: Value, _ letter: UInt8, _ precision: Int?, _ meter: inout Meter)
        -> String?
    {
        guard meter.spend(bytes: value.extent) else { return nil }
        switch letter {
        case UInt8(ascii: "s"): return plainText(value, &meter)
        case UInt8(ascii: "d"):
            if case .double(let number) = value, number.isFinite { return nil }
            return number(value) == nil ? nil : Conversions.text(of: value)
        case UInt8(ascii: "f"), UInt8(ascii: "e"):
            // The exact digits of a small number take some 10 microseconds.
            guard let number = number(value), meter.spend(200) else { return nil }
            guard number.isFinite else { return DecimalText.text(number) }
            let digits = ExactDecimal(number)
            return letter == UInt8(ascii: "f")
                ? digits.fixed(precision ?? 6) : digits.scientific(precision ?? 6)
        case UInt8(ascii: "b"):
            if case .bool(let value) = value { return value ? "1" : "0" }
            return whole(value, radix: 2)
        case UInt8(ascii: "o"): return whole(value, radix: 8)
        default: return hexadecimal(value, isUppercase: letter == UInt8(ascii: "X"))
        }
    }

    private static func number(_ value: Value) -> Double? {
        switch value {
        case .int(let number): Double(number)
        case .uint(let number): Double(number)
        case .double(let number): number
        default: nil
        }
    }

    private static func whole(_ value: Value, radix: Int) -> String? {
        switch value {
        case .int(let number): String(number, radix: radix)
        case .uint(let number): String(number, radix: radix)
        default: nil
        }
    }

    private static func hexadecimal(_ value: Value, isUppercase: Bool) -> String? {
        let text: String?
        if case .bytes(let bytes) = value {
            text = self.text(bytes)
        } else {
            text = value.text.map { self.text(Array($0.utf8)) } ?? whole(value, radix: 16)
        }
        return isUppercase ? text?.uppercased() : text
    }

    private static func text(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Any value as `%s` shows it; the members of maps by their keys' texts.
    private static func plainText(_ value: Value, _ meter: inout Meter) -> String? {
        guard meter.spend(1), meter.spend(bytes: value.extent) else { return nil }
        switch value {
        case .null: return "null"
        case .type(let name): return name
        default: break
        }
        if let text = Conversions.text(of: value) { return text }
        if var cursor = ElementCursor(list: value) {
            var parts: [String] = []
            while let element = cursor.next() {
                guard let text = plainText(element, &meter) else { return nil }
                parts.append(text)
            }
            guard meter.spend(bytes: parts.reduce(0) { $0 + $1.utf8.count }) else { return nil }
            return "[" + parts.joined(separator: ", ") + "]"
        }
        guard let members = value.mapMembers else { return nil }
        var parts: [(key: String, text: String)] = []
        for (key, member) in zip(members.keys, members.values) {
            guard let key = plainText(key, &meter), let member = plainText(member, &meter) else { return nil }
            parts.append((key, "\(key): \(member)"))
        }
        guard meter.spend(bytes: parts.reduce(0) { $0 + $1.text.utf8.count }) else { return nil }
        let sorted = parts.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        return "{" + sorted.map(\.text).joined(separator: ", ") + "}"
    }
}

/// Cuts a template of `format()` into plain text and clauses.
struct ClauseScanner {
    enum Part {
        case plain([UInt8])
        case clause(letter: UInt8, precision: Int?)
        case malformed(String)
    }

    private let text: [UInt8]
    private var position = 0

    init(_ text: String) {
        self.text = Array(text.utf8)
    }

    mutating func next() -> Part? {
        guard position < text.count else { return nil }
        guard text[position] == UInt8(ascii: "%") else {
            let end = text[position...].firstIndex(of: UInt8(ascii: "%")) ?? text.count
            defer { position = end }
            return .plain(Array(text[position..<end]))
        }
        let start = position
        position += 1
        if position < text.count, text[position] == UInt8(ascii: "%") {
            position += 1
            return .plain([UInt8(ascii: "%")])
        }
        let precision = takePrecision()
        guard position < text.count, Self.letters.contains(text[position]) else {
            return .malformed(String(decoding: text[start...].prefix(8), as: UTF8.self))
        }
        position += 1
        return .clause(letter: text[position - 1], precision: precision)
    }

    /// The number after a point, at most 100; nil without one.
    private mutating func takePrecision() -> Int? {
        guard position < text.count, text[position] == UInt8(ascii: ".") else { return nil }
        position += 1
        var precision = 0
        while position < text.count, Lexer.isDigit(text[position]) {
            precision = min(100, precision * 10 + Int(text[position] - 0x30))
            position += 1
        }
        return precision
    }

    private static let letters: [UInt8] = Array("sdfeboxX".utf8)
}
