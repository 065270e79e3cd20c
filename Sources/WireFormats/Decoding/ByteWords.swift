/// Hashes and compares runs of bytes eight at a time.
enum ByteWords {
    /// A 64-bit hash of the bytes in the range; depends on their number too.
    static func hash(_ bytes: Span<UInt8>, _ range: Range<Int>, seed: UInt64) -> UInt64 {
        var hash = seed ^ UInt64(truncatingIfNeeded: range.count)
        var position = range.lowerBound
        while position + 8 <= range.upperBound {
            hash = mix(hash, word(bytes, position))
            position += 8
        }
        return mix(hash, tail(bytes, position..<range.upperBound))
    }

    /// True if both ranges hold the same bytes.
    static func areEqual(
        _ stored: [UInt8], _ leftRange: Range<Int>, _ right: Span<UInt8>, _ rightRange: Range<Int>
    ) -> Bool {
        let left = stored.span
        guard leftRange.count == rightRange.count else { return false }
        var position = 0
        while position + 8 <= leftRange.count {
            let one = word(left, leftRange.lowerBound + position)
            if one != word(right, rightRange.lowerBound + position) { return false }
            position += 8
        }
        return tail(left, (leftRange.lowerBound + position)..<leftRange.upperBound)
            == tail(right, (rightRange.lowerBound + position)..<rightRange.upperBound)
    }

    /// True if one of the eight bytes at this position is a quote or a backslash.
    static func hasQuoteOrBackslash(_ bytes: Span<UInt8>, at position: Int) -> Bool {
        let word = word(bytes, position)
        return hasZero(word ^ 0x2222_2222_2222_2222) || hasZero(word ^ 0x5C5C_5C5C_5C5C_5C5C)
    }

    private static func hasZero(_ word: UInt64) -> Bool {
        (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0
    }

    private static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let product = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
        return product ^ product >> 29
    }

    /// The eight bytes at this position in the machine's order.
    static func word(_ bytes: Span<UInt8>, _ position: Int) -> UInt64 {
        unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
    }

    private static func tail(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
        var word: UInt64 = 0
        for position in range { word = word << 8 | UInt64(bytes[position]) }
        return word
    }
}
