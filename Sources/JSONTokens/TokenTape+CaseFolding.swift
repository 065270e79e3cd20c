extension TokenTape {
    /// The value of the object's member whose key is this one with ASCII letters of either case, or nil. The last of
    /// equal keys. Cloud records spell one field `groupId`, `GroupId` and `groupID`.
    public func memberIgnoringCase(_ object: Token, _ key: StaticString) -> Token? {
        guard object.kind == .object, object.index >= 0 else { return nil }
        var found: Token?
        for (name, value) in members(object) where equalsIgnoringCase(name, key) { found = value }
        return found
    }

    /// True if the value is this text with ASCII letters of either case. A text with escapes is compared as it
    /// stands.
    public func equalsIgnoringCase(_ token: Token, _ text: StaticString) -> Bool {
        guard token.kind == .string, token.length == text.utf8CodeUnitCount else { return false }
        let wanted = unsafe text.utf8Start
        for index in 0..<token.length {
            let left = TokenTape.lowercase(byte(at: token.start + index))
            if unsafe left != TokenTape.lowercase(wanted[index]) { return false }
        }
        return true
    }

    private static func lowercase(_ byte: UInt8) -> UInt8 {
        (65...90).contains(byte) ? byte | 0x20 : byte
    }
}
