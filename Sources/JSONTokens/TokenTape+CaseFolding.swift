extension TokenTape {
    /// The value of the object's member with this key or, if there is none, with this key in ASCII letters of another
    /// case; nil without either. Cloud records spell one field `groupId`, `GroupId` and `groupID`.
    public func memberIgnoringCase(_ object: Token, _ key: StaticString) -> Token? {
        guard object.kind == .object, object.index >= 0 else { return nil }
        var exact: Token?
        var folded: Token?
        for (name, value) in members(object) where equalsIgnoringCase(name, key) {
            if equals(name, key) { exact = value } else { folded = value }
        }
        return exact ?? folded
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
