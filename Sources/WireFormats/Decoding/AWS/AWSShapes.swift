internal import JSONTokens

/// Reads the many spellings of AWS request and response bodies as one.
///
/// Keys compare without case (`groupId`, `GroupId`). Lists are `{"items": […]}`, `{"item": …}`, a plain list, or a lone
/// value. Numbers and truth values may be texts and the other way round. `""` and `{}` mean nothing.
struct AWSShapes {
    /// Where the tokens stand.
    let tape: TokenTape
    /// What CloudTrail writes instead of a value that it hides.
    static let maskedText = "HIDDEN_DUE_TO_SECURITY_REASONS"

    /// The member of an object, or nil; null counts as nil.
    func member(_ object: Token?, _ key: StaticString) -> Token? {
        guard let object, let value = tape.memberIgnoringCase(object, key) else { return nil }
        return value.isNull ? nil : value
    }

    /// The first of two members that is there.
    func member(_ object: Token?, _ first: StaticString, or second: StaticString) -> Token? {
        member(object, first) ?? member(object, second)
    }

    /// The first of these members that is there.
    func member(_ object: Token?, anyOf keys: [StaticString]) -> Token? {
        for key in keys {
            if let value = member(object, key) { return value }
        }
        return nil
    }

    /// The elements of a list in any of its spellings; nothing for an absent or empty value.
    func items(_ list: Token?) -> [Token] {
        guard let list else { return [] }
        switch list.kind {
        case .array: return Array(tape.elements(list))
        case .null: return []
        case .string: return list.length == 0 ? [] : [list]
        case .object:
            for key in ["items", "item", "member"] as [StaticString] {
                if let inner = tape.member(list, key) { return items(inner) }
            }
            return list.length == 0 ? [] : [list]
        default: return [list]
        }
    }

    /// The value as text: a text itself, a number's digits, `true` or `false`, or what stands under `content`, `value` or
    /// `item`. Nil for nothing, for an empty text and for lists.
    func text(_ token: Token?) -> String? {
        guard let token else { return nil }
        switch token.kind {
        case .string: return token.length == 0 ? nil : tape.string(token)
        case .integer, .decimal: return String(decoding: tape.copyText(token), as: UTF8.self)
        case .true: return "true"
        case .false: return "false"
        case .object: return text(scalar(token))
        default: return nil
        }
    }

    /// The truth value, also from text or from `{"value": …}`.
    func bool(_ token: Token?) -> Bool? {
        guard let token else { return nil }
        if token.kind == .object { return scalar(token).flatMap { bool($0) } }
        if let value = tape.bool(token) { return value }
        switch tape.string(token)?.lowercased() {
        case "true": return true
        case "false": return false
        default: return nil
        }
    }

    /// The whole number, also from text or from `{"content": …}`.
    func int(_ token: Token?) -> Int64? {
        guard let token else { return nil }
        if token.kind == .object { return scalar(token).flatMap { int($0) } }
        return tape.int(token)
    }

    /// True if the value, or anything in it, is hidden.
    func isMasked(_ token: Token?) -> Bool {
        guard let token else { return false }
        switch token.kind {
        case .string: return tape.equals(token, AWSShapes.maskedText) || isStarred(token)
        case .array: return tape.elements(token).contains { isMasked($0) }
        case .object: return tape.members(token).contains { isMasked($0.value) }
        default: return false
        }
    }

    /// A request or answer without the one object that newer EC2 calls put around it.
    func unwrapped(_ body: Token?, suffix: String) -> Token? {
        guard let body, body.kind == .object else { return nil }
        guard body.length == 1 else { return body }
        for (key, value) in tape.members(body) where value.kind == .object {
            if let name = tape.string(key), name.hasSuffix(suffix), name.count > suffix.count { return value }
        }
        return body
    }

    /// The texts of a list whose elements are texts or objects with the text under this key.
    func texts(_ list: Token?, under key: StaticString) -> [String] {
        items(list).compactMap { item in
            text(member(item, key)) ?? text(item)
        }
    }

    private func scalar(_ object: Token) -> Token? {
        tape.member(object, "content") ?? tape.member(object, "value") ?? tape.member(object, "item")
    }

    private func isStarred(_ token: Token) -> Bool {
        tape.equals(token, "***") || tape.equals(token, "****")
    }
}
