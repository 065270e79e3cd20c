internal import JSONTokens

/// A policy in the forms that records carry it: an object, JSON text, or URL-encoded JSON text.
enum PolicyDocument {
    /// The policy as a value; null for an empty text; nil if it is none that can be read.
    static func value(_ policy: Token, _ tape: TokenTape) -> FlatValue? {
        switch policy.kind {
        case .object, .null: return tape.flatValue(policy)
        case .string:
            let text = tape.copyText(policy)
            return text.isEmpty ? .null : parse(text) ?? decodePercent(text).flatMap { parse($0) }
        default: return nil
        }
    }

    private static func parse(_ text: [UInt8]) -> FlatValue? {
        guard let value = try? FlatValue(json: text), value.view.tag == .map else { return nil }
        return value
    }

    private static func decodePercent(_ text: [UInt8]) -> [UInt8]? {
        guard text.first == UInt8(ascii: "%") else { return nil }
        var output: [UInt8] = []
        var position = 0
        while position < text.count {
            guard text[position] == UInt8(ascii: "%") else {
                output.append(text[position] == UInt8(ascii: "+") ? 0x20 : text[position])
                position += 1
                continue
            }
            guard position + 2 < text.count, let high = digit(text[position + 1]),
                let low = digit(text[position + 2])
            else { return nil }
            output.append(high << 4 | low)
            position += 3
        }
        return output
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - 48
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - 87
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - 55
        default: nil
        }
    }
}
