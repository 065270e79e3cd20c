extension StandardLibrary {
    static let texts: [FunctionDeclaration] = [
        byteMethod("startsWith") { text, part in
            part.count <= text.count && text.extracting(first: part.count).isEqual(to: part)
        },
        byteMethod("endsWith") { text, part in
            part.count <= text.count && text.extracting(last: part.count).isEqual(to: part)
        },
        byteMethod("contains") { text, part in TextSearch(part).first(in: text) != nil },
    ]

    /// A question about two texts that is answered in place.
    private static func byteMethod(
        _ name: String, _ body: @escaping @Sendable (Span<UInt8>, Span<UInt8>) -> Bool
    ) -> FunctionDeclaration {
        FunctionDeclaration(
            method: name, on: .string, [.string], returns: .bool,
            .binary { text, part in
                let answer = text.withText { text in part.withText { part in body(text, part) } }
                return answer.flatMap { $0 }.map { .bool($0) } ?? .noOverload
            })
    }

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
