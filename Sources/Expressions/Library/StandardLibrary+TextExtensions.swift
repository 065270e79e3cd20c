extension StandardLibrary {
    /// The strings extension. Positions count code points.
    static let textExtensions: [FunctionDeclaration] = [
        textMethod("lowerAscii", .string) {
            .string(mapped($0) { ("A"..."Z").contains($0) ? $0.value + 32 : nil })
        },
        textMethod("upperAscii", .string) {
            .string(mapped($0) { ("a"..."z").contains($0) ? $0.value - 32 : nil })
        },
        textMethod("trim", .string) { .string(trimmed($0)) },
        textMethod("reverse", .string) { .string(string(scalars($0).reversed())) },
        textMethod("indexOf", [.string], .int) { index(of: $1, in: $0, from: 0) },
        textMethod("lastIndexOf", [.string], .int) { lastIndex(of: $1, in: $0, from: nil) },
        method("indexOf", [.string, .int], .int) { text, arguments in
            position(arguments, 1).map { index(of: arguments[0].text ?? "", in: text, from: $0) }
        },
        method("lastIndexOf", [.string, .int], .int) { text, arguments in
            position(arguments, 1).map { lastIndex(of: arguments[0].text ?? "", in: text, from: $0) }
        },
        method("charAt", [.int], .string) { text, arguments in
            position(arguments, 0).map { place in
                let count = scalars(text).count
                return slice(text, from: place, to: place < count ? place + 1 : count)
            }
        },
        method("substring", [.int], .string) { text, arguments in
            position(arguments, 0).map { slice(text, from: $0, to: scalars(text).count) }
        },
        method("substring", [.int, .int], .string) { text, arguments in
            guard let start = position(arguments, 0), let end = position(arguments, 1) else { return nil }
            return slice(text, from: start, to: end)
        },
        FunctionDeclaration(
            "strings.quote", [.string], returns: .string,
            .unary { text in text.text.map { .string(quoted($0)) } ?? .noOverload }),
    ]

    static func method(
        _ name: String, _ parameters: [ExpressionType], _ result: ExpressionType,
        _ body: @escaping @Sendable (String, [Value]) -> Value?
    ) -> FunctionDeclaration {
        FunctionDeclaration(
            method: name, on: .string, parameters, returns: result,
            .general { arguments in
                guard let text = arguments.first?.text else { return .noOverload }
                return body(text, Array(arguments.dropFirst())) ?? .noOverload
            })
    }

    static func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }

    static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// The text in quotes, with escapes for quotes, backslashes and the control characters that have a letter.
    private static func quoted(_ text: String) -> String {
        let letters: [Unicode.Scalar: String] = [
            "\u{07}": "a", "\u{08}": "b", "\u{0C}": "f", "\n": "n", "\r": "r", "\t": "t", "\u{0B}": "v",
            "\\": "\\", "\"": "\"",
        ]
        let pieces = text.unicodeScalars.map { scalar in letters[scalar].map { "\\" + $0 } ?? String(scalar) }
        return "\"" + pieces.joined() + "\""
    }

    private static func mapped(_ text: String, _ change: (Unicode.Scalar) -> UInt32?) -> String {
        string(text.unicodeScalars.map { scalar in change(scalar).flatMap { Unicode.Scalar($0) } ?? scalar })
    }

    private static func trimmed(_ text: String) -> String {
        let blank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
        let rest = scalars(text).drop(while: blank)
        return string(rest.reversed().drop(while: blank).reversed())
    }

    private static func position(_ arguments: [Value], _ index: Int) -> Int? {
        guard case .int(let number) = arguments[index] else { return nil }
        return Int(number)
    }

    private static func slice(_ text: String, from start: Int, to end: Int) -> Value {
        let scalars = scalars(text)
        guard start >= 0, start <= end, end <= scalars.count else { return .failure(.indexOutOfBounds) }
        return .string(string(scalars[start..<end]))
    }

    private static func index(of part: String, in text: String, from start: Int) -> Value {
        let whole = scalars(text)
        guard (0...whole.count).contains(start) else { return .failure(.indexOutOfBounds) }
        return .int(Int64(TextSearch(scalars(part)).first(in: whole.span, from: start) ?? -1))
    }

    private static func lastIndex(of part: String, in text: String, from start: Int?) -> Value {
        let whole = scalars(text)
        guard (0...whole.count).contains(start ?? 0) else { return .failure(.indexOutOfBounds) }
        return .int(Int64(TextSearch(scalars(part)).last(in: whole, from: start ?? whole.count) ?? -1))
    }
}
