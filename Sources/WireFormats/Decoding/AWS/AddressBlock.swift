/// Puts address blocks into their one canonical text.
enum AddressBlock {
    /// An IPv4 block with its host bits cleared: `10.1.2.3/8` becomes `10.0.0.0/8`. An address alone is a block of one.
    /// Nil if the text is none.
    static func canonicalIPv4(_ text: String) -> String? {
        if isCanonicalIPv4(text) { return text }
        guard let (address, length) = split(text, maximumLength: 32) else { return nil }
        let parts = address.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var value: UInt32 = 0
        for part in parts {
            guard part.utf8.count <= 3, !part.hasPrefix("+"), let byte = UInt8(part) else { return nil }
            value = value << 8 | UInt32(byte)
        }
        value &= length == 0 ? 0 : ~UInt32(0) << UInt32(32 - length)
        let bytes = [24, 16, 8, 0].map { String(value >> UInt32($0) & 0xFF) }
        return bytes.joined(separator: ".") + "/\(length)"
    }

    /// True for a block that is written as it should be, which nearly all are: it needs no new text.
    private static func isCanonicalIPv4(_ text: String) -> Bool {
        unsafe text.utf8.withContiguousStorageIfAvailable { bytes in unsafe isCanonicalIPv4(bytes.span) }
            ?? false
    }

    private static func isCanonicalIPv4(_ text: Span<UInt8>) -> Bool {
        var address: UInt32 = 0
        var parts = 0
        var value: UInt32 = 0
        var digits = 0
        for index in 0..<text.count {
            let byte = text[index]
            if (48...57).contains(byte) {
                // Numbers without needless zeros, three digits at most.
                guard digits == 0 || value > 0, digits < 3 else { return false }
                value = value * 10 + UInt32(byte) - 48
                digits += 1
            } else {
                let separator = parts == 3 ? UInt8(ascii: "/") : UInt8(ascii: ".")
                guard byte == separator, parts < 4, digits > 0, value <= 255 else { return false }
                address = address << 8 | value
                parts += 1
                value = 0
                digits = 0
            }
        }
        return parts == 4 && digits > 0 && (value == 32 || value < 32 && address << value == 0)
    }

    /// An IPv6 block with its host bits cleared, in the form of RFC 5952. Nil if the text is none.
    static func canonicalIPv6(_ text: String) -> String? {
        guard let (address, length) = split(text, maximumLength: 128), var groups = groups(of: address) else {
            return nil
        }
        for index in 0..<8 {
            let kept = min(max(length - index * 16, 0), 16)
            groups[index] &= kept == 0 ? 0 : UInt16(truncatingIfNeeded: 0xFFFF << (16 - kept))
        }
        return format(groups) + "/\(length)"
    }

    private static func split(_ text: String, maximumLength: Int) -> (address: Substring, length: Int)? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return parts.count == 1 ? (parts[0], maximumLength) : nil }
        guard !parts[1].hasPrefix("+"), let length = Int(parts[1]), (0...maximumLength).contains(length)
        else { return nil }
        return (parts[0], length)
    }

    private static func groups(of address: Substring) -> [UInt16]? {
        let halves = halves(of: address)
        guard let left = numbers(halves.left) else { return nil }
        guard let right = halves.right else { return left.count == 8 ? left : nil }
        guard let tail = numbers(right), left.count + tail.count < 8 else { return nil }
        return left + Array(repeating: 0, count: 8 - left.count - tail.count) + tail
    }

    /// What stands before and behind the double colon.
    private static func halves(of address: Substring) -> (left: Substring, right: Substring?) {
        var previous: Character?
        for index in address.indices {
            if address[index] == ":" && previous == ":" {
                return (address[..<address.index(before: index)], address[address.index(after: index)...])
            }
            previous = address[index]
        }
        return (address, nil)
    }

    private static func numbers(_ text: Substring) -> [UInt16]? {
        guard !text.isEmpty else { return [] }
        var numbers: [UInt16] = []
        for part in text.split(separator: ":", omittingEmptySubsequences: false) {
            if part.contains(".") {
                guard let embedded = canonicalIPv4(String(part)) else { return nil }
                let bytes = embedded.dropLast(3).split(separator: ".").compactMap { UInt16($0) }
                guard bytes.count == 4 else { return nil }
                numbers += [bytes[0] << 8 | bytes[1], bytes[2] << 8 | bytes[3]]
            } else {
                guard (1...4).contains(part.utf8.count), !part.hasPrefix("+"),
                    let number = UInt16(part, radix: 16)
                else {
                    return nil
                }
                numbers.append(number)
            }
        }
        return numbers
    }

    private static func format(_ groups: [UInt16]) -> String {
        var longest = 0..<0
        var start = 0
        while start < 8 {
            var end = start
            while end < 8 && groups[end] == 0 { end += 1 }
            if end - start > max(longest.count, 1) { longest = start..<end }
            start = max(end, start + 1)
        }
        func text(_ range: Range<Int>) -> String {
            groups[range].map { String($0, radix: 16) }.joined(separator: ":")
        }
        guard !longest.isEmpty else { return text(0..<8) }
        return text(0..<longest.lowerBound) + "::" + text(longest.upperBound..<8)
    }
}
