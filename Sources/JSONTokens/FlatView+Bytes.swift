extension FlatView {
    /// A byte of the text's UTF-8, or nil if this is no text or has no such byte; no copy is made.
    public func textByte(at index: Int) -> UInt8? {
        guard tag == .string, index >= 0, index < count else { return nil }
        return bytes[offset + 5 + index]
    }
}
