/// Conversions between the types, as functions like `int(x)` do them.
enum Conversions {
    static func typeName(of value: Value) -> String {
        switch value {
        case .null: "null_type"
        case .bool: "bool"
        case .int: "int"
        case .uint: "uint"
        case .double: "double"
        case .string: "string"
        case .bytes: "bytes"
        case .type: "type"
        case .timestamp: "google.protobuf.Timestamp"
        case .duration: "google.protobuf.Duration"
        case .optional: "optional_type"
        case .address: "net.IP"
        case .network: "net.CIDR"
        case .list, .map, .flat: value.isList ? "list" : value.isMap ? "map" : "string"
        case .object: "object"
        case .error, .unknown: "error"
        }
    }

    static func bool(_ value: Value) -> Value {
        if case .bool = value { return value }
        switch value.text {
        case "1", "t", "T", "true", "TRUE", "True": return .bool(true)
        case "0", "f", "F", "false", "FALSE", "False": return .bool(false)
        default: return failure(value, "bool")
        }
    }

    static func int(_ value: Value) -> Value {
        let result: Int64?
        switch value {
        case .int: return value
        case .uint(let number): result = Int64(exactly: number)
        case .double(let number):
            // The least int itself is refused: a decimal that near may have been less.
            result = number > -0x1p63 && number < 0x1p63 ? Int64(number) : nil
        case .timestamp(let instant): result = instant.seconds
        case .duration(let span): result = span.seconds
        default: result = value.text.flatMap { Int64($0) }
        }
        return result.map { .int($0) } ?? failure(value, "int")
    }

    static func uint(_ value: Value) -> Value {
        let result: UInt64?
        switch value {
        case .uint: return value
        case .int(let number): result = UInt64(exactly: number)
        case .double(let number): result = number >= 0 && number < 0x1p64 ? UInt64(number) : nil
        default: result = value.text.flatMap { UInt64($0) }
        }
        return result.map { .uint($0) } ?? failure(value, "uint")
    }

    static func double(_ value: Value) -> Value {
        switch value {
        case .double: value
        case .int(let number): .double(Double(number))
        case .uint(let number): .double(Double(number))
        default: value.text.flatMap { Double($0) }.map { .double($0) } ?? failure(value, "double")
        }
    }

    static func string(_ value: Value) -> Value {
        if value.isText { return value }
        return text(of: value).map { .string($0) } ?? failure(value, "string")
    }

    static func bytes(_ value: Value) -> Value {
        if case .bytes = value { return value }
        return value.text.map { .bytes(Array($0.utf8)) } ?? failure(value, "bytes")
    }

    static func timestamp(_ value: Value) -> Value {
        let result: Instant?
        switch value {
        case .timestamp: return value
        case .int(let seconds): result = Instant(seconds: seconds)
        default: result = value.text.flatMap { Instant(text: $0) }
        }
        return result.map { .timestamp($0) } ?? failure(value, "timestamp")
    }

    static func duration(_ value: Value) -> Value {
        let result: TimeSpan?
        switch value {
        case .duration: return value
        case .int(let seconds): result = TimeSpan(seconds: seconds)
        default: result = value.text.flatMap { TimeSpan(text: $0) }
        }
        return result.map { .duration($0) } ?? failure(value, "duration")
    }

    /// The text of a scalar; nil for bytes that are no UTF-8 and for everything else.
    static func text(of value: Value) -> String? {
        switch value {
        case .bool(let value): value ? "true" : "false"
        case .int(let value): String(value)
        case .uint(let value): String(value)
        case .double(let value): DecimalText.text(value)
        case .bytes(let bytes): String(validating: bytes, as: UTF8.self)
        case .timestamp(let instant): instant.text
        case .duration(let span): span.text
        case .address(let address): address.description
        case .network(let block): block.description
        default: value.text
        }
    }

    private static func failure(_ value: Value, _ type: String) -> Value {
        .failure(.conversion, "\(text(of: value) ?? typeName(of: value)) to \(type)")
    }
}

/// Decimal numbers as text.
enum DecimalText {
    /// The shortest text that reads back as the number; whole numbers without a point, exponents of two
    /// digits.
    static func text(_ number: Double) -> String {
        if number.isNaN { return "NaN" }
        if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
        var text = "\(number)"
        if text.hasSuffix(".0") { text.removeLast(2) }
        guard let mark = text.firstIndex(of: "e") else { return text }
        let exponent = text[text.index(after: mark)...]
        let digits = exponent.drop { $0 == "-" || $0 == "+" }
        let sign = exponent.first == "-" ? "-" : "+"
        return text[..<mark] + "e" + sign + (digits.count < 2 ? "0" : "") + digits
    }
}
