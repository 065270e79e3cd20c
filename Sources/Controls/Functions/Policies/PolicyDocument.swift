internal import Expressions
internal import JSONTokens

/// Why something is no policy.
struct PolicyError: Error, Equatable {
    let message: String
}

/// A policy of IAM's language.
struct PolicyDocument {
    /// Longer texts are refused; AWS allows no policy half as long.
    static let maximumLength = 131_072

    let statements: [PolicyStatement]

    /// Reads a policy from an object, from JSON text, or from the URL-encoded text that IAM answers with. No policy (null,
    /// an empty text or object) has no statements. Anything that AWS would not store is an error: a policy that
    /// is not understood must not pass.
    init(_ value: Value) throws(PolicyError) {
        let document = try PolicyDocument.object(value)
        if document.view.count == 0 {
            statements = []
            return
        }
        guard let list = document.view.members.first(where: { $0.key.lowercased() == "statement" })?.value,
            list.tag == .map || list.tag == .list
        else { throw PolicyError(message: "the policy has no Statement") }
        var statements: [PolicyStatement] = []
        for statement in list.listed { statements.append(try PolicyStatement(statement)) }
        self.statements = statements
    }

    /// The policy as an object; an empty one where there is no policy.
    static func object(_ value: Value) throws(PolicyError) -> FlatValue {
        guard let view = value.view else { throw notAnObject }
        if view.tag == .map { return view.value }
        if view.isNull { return FlatValue(map: []) }
        guard let text = view.string else { throw notAnObject }
        if text.utf8.count > maximumLength { throw PolicyError(message: "the policy is too long") }
        guard let first = text.utf8.first(where: { $0 > 0x20 }) else { return FlatValue(map: []) }
        let json = first == UInt8(ascii: "%") ? try decoded(text) : text
        guard let parsed = try? FlatValue(json: json), parsed.view.tag == .map else { throw notAnObject }
        return parsed
    }

    private static let notAnObject = PolicyError(message: "the policy is no JSON object")

    /// The text with `%7B` and such replaced by the bytes they stand for.
    private static func decoded(_ text: String) throws(PolicyError) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var iterator = text.utf8.makeIterator()
        while let byte = iterator.next() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = iterator.next().flatMap(digit), let low = iterator.next().flatMap(digit) else {
                throw PolicyError(message: "the policy's URL encoding is broken")
            }
            bytes.append(high << 4 | low)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
