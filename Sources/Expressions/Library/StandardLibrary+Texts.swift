extension StandardLibrary {
    static let texts: [FunctionDeclaration] = [
        textMethod("startsWith", [.string], .bool) { text, part in .bool(text.utf8.starts(with: part.utf8)) },
        textMethod("endsWith", [.string], .bool) { text, part in
            .bool(text.utf8.reversed().starts(with: part.utf8.reversed()))
        },
        textMethod("contains", [.string], .bool) { text, part in
            .bool(TextSearch.first(Array(part.utf8), in: Array(text.utf8), from: 0) != nil)
        },
    ]

    static func textMethod(
        _ name: String, _ parameters: [ExpressionType], _ result: ExpressionType,
        _ body: @escaping @Sendable (String, String) -> Value
    ) -> FunctionDeclaration {
        FunctionDeclaration(
            method: name, on: .string, parameters, returns: result,
            .binary { text, part in
                guard let text = text.text, let part = part.text else { return .noOverload }
                return body(text, part)
            })
    }

    static func textMethod(
        _ name: String, _ result: ExpressionType, _ body: @escaping @Sendable (String) -> Value
    ) -> FunctionDeclaration {
        FunctionDeclaration(
            method: name, on: .string, returns: result,
            .unary { text in text.text.map(body) ?? .noOverload })
    }
}

/// Finds runs of equal elements: bytes, or code points.
enum TextSearch {
    /// Where the part first stands at or behind `start`, or nil.
    static func first<Sign: Equatable>(_ part: [Sign], in whole: [Sign], from start: Int) -> Int? {
        guard start >= 0, start + part.count <= whole.count else { return nil }
        return (start...(whole.count - part.count)).first { stands(part, in: whole, at: $0) }
    }

    /// Where the part last stands at or before `start`, or nil.
    static func last<Sign: Equatable>(_ part: [Sign], in whole: [Sign], from start: Int) -> Int? {
        let latest = min(start, whole.count - part.count)
        guard latest >= 0 else { return nil }
        return (0...latest).last { stands(part, in: whole, at: $0) }
    }

    private static func stands<Sign: Equatable>(_ part: [Sign], in whole: [Sign], at place: Int) -> Bool {
        for index in part.indices where whole[place + index] != part[index] { return false }
        return true
    }
}
