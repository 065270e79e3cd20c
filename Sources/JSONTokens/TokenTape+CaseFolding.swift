extension TokenTape {
    /// The value of the object's member with this key or, if there is none, with this key in ASCII letters of another
    /// case; nil without either. Cloud records spell one field `groupId`, `GroupId` and `groupID`.
    public func memberIgnoringCase(_ object: Token, _ key: StaticString) -> Token? {
        guard object.kind == .object, object.index >= 0 else { return nil }
        let index = findIgnoringCase(object, key)
        return index == notFound ? nil : token(at: index)
    }

    /// True if the value is this text with ASCII letters of either case. A text with escapes is compared as it
    /// stands.
    public func equalsIgnoringCase(_ token: Token, _ text: StaticString) -> Bool {
        token.kind == .string && token.length == text.utf8CodeUnitCount && matchesIgnoringCase(token, text)
    }
}
