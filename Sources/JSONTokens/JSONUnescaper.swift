/// Undoes the escapes of a JSON text (RFC 8259 section 7). The tape has checked that they are well formed.
enum JSONUnescaper {
    static func unescape(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            let byte = unsafe text[index]
            guard byte == UInt8(ascii: "\\"), index + 1 < text.count else {
                result.append(byte)
                index += 1
                continue
            }
            let escape = unsafe text[index + 1]
            index += 2
            switch escape {
            case UInt8(ascii: "b"): result.append(0x08)
            case UInt8(ascii: "f"): result.append(0x0C)
            case UInt8(ascii: "n"): result.append(0x0A)
            case UInt8(ascii: "r"): result.append(0x0D)
            case UInt8(ascii: "t"): result.append(0x09)
            case UInt8(ascii: "u"): unsafe appendScalar(text, &index, to: &result)
            default: result.append(escape)
            }
        }
        return result
    }

    /// Reads four hexadecimal digits and, for the first half of a surrogate pair, its second half; a lone
    /// half
    /// becomes the replacement character.
    private static func appendScalar(
        _ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, to result: inout [UInt8]
    ) {
        let first = unsafe unit(text, at: index) ?? 0xFFFD
        index += 4
        var value = first
        if (0xD800..<0xDC00).contains(first), index + 1 < text.count,
            unsafe text[index] == UInt8(ascii: "\\"),
            unsafe text[index + 1] == UInt8(ascii: "u"), let second = unsafe unit(text, at: index + 2),
            (0xDC00..<0xE000).contains(second)
        {
            value = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
            index += 6
        }
        let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
        result.append(contentsOf: Character(scalar).utf8)
    }

    private static func unit(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32? {
        guard index + 4 <= text.count else { return nil }
        var value: UInt32 = 0
        for position in index..<(index + 4) {
            guard let digit = unsafe Character(Unicode.Scalar(text[position])).hexDigitValue else {
                return nil
            }
            value = value << 4 | UInt32(digit)
        }
        return value
    }
}
