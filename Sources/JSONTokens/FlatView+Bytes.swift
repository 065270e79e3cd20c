extension FlatView {
    /// The whole number of at most three digits at the end of the text, behind the separator; nil if the text does not end
    /// so. No copy is made.
    public func trailingNumber(after separator: UInt8) -> Int? {
        guard tag == .string else { return nil }
        let start = offset + 5
        var place = endOffset
        var number = 0
        var scale = 1
        while place > start, scale <= 1000 {
            place -= 1
            let byte = bytes[place]
            if byte == separator { return scale > 1 ? number : nil }
            guard (0x30...0x39).contains(byte) else { return nil }
            number += Int(byte - 0x30) * scale
            scale *= 10
        }
        return nil
    }

    /// Hashes the length and some of the bytes: those of short values, of long ones 128 spread over the whole. Equal values
    /// hash alike; long values that differ in few places may do so too.
    public func hashSample(into hasher: inout Hasher) {
        let end = endOffset
        hasher.combine(end - offset)
        let step = max(1, (end - offset) / 128)
        var word: UInt64 = 0
        for (index, place) in stride(from: offset, to: end, by: step).enumerated() {
            word = word << 8 | UInt64(bytes[place])
            if index & 7 == 7 { hasher.combine(word) }
        }
        hasher.combine(word)
    }
}
