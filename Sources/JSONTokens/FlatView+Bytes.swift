extension FlatView {
    /// A byte of the text's UTF-8, or nil if this is no text or has no such byte; no copy is made.
    public func textByte(at index: Int) -> UInt8? {
        guard tag == .string, index >= 0, index < count else { return nil }
        return bytes[offset + 5 + index]
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
