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
        textMethod("split", [.string], .list(.string)) { split($0, $1, limit: nil) },
        textMethod("indexOf", [.string], .int) { index(of: $1, in: $0, from: 0) },
        textMethod("lastIndexOf", [.string], .int) { lastIndex(of: $1, in: $0, from: nil) },
        method("indexOf", [.string, .int], .int) { text, arguments in
            position(arguments, 1).map { index(of: arguments[0].text ?? "", in: text, from: $0) }
        },
        method("lastIndexOf", [.string, .int], .int) { text, arguments in
            position(arguments, 1).map { lastIndex(of: arguments[0].text ?? "", in: text, from: $0) }
        },
        method("split", [.string, .int], .list(.string)) { text, arguments in
            position(arguments, 1).map { split(text, arguments[0].text ?? "", limit: $0) }
        },
        method("charAt", [.int], .string) { text, arguments in
            position(arguments, 0).map { slice(text, from: $0, to: min($0 + 1, scalars(text).count)) }
        },
        method("substring", [.int], .string) { text, arguments in
            position(arguments, 0).map { slice(text, from: $0, to: scalars(text).count) }
        },
        method("substring", [.int, .int], .string) { text, arguments in
            guard let start = position(arguments, 0), let end = position(arguments, 1) else { return nil }
            return slice(text, from: start, to: end)
        },
        method("replace", [.string, .string], .string) { replaced($0, $1, limit: nil) },
        method("replace", [.string, .string, .int], .string) { text, arguments in
            position(arguments, 2).map { replaced(text, arguments, limit: $0) }
        },
        FunctionDeclaration(
            method: "format", on: .string, [.list(.dyn)], returns: .string,
            .binary { text, list in text.text.map { TextFormat.format($0, list) } ?? .noOverload }),
        FunctionDeclaration(
            "strings.quote", [.string], returns: .string,
            .unary { text in text.text.map { .string(quoted($0)) } ?? .noOverload }),
        FunctionDeclaration(
            method: "join", on: .list(.string), returns: .string, .unary { joined($0, by: .string("")) }),
        FunctionDeclaration(
            method: "join", on: .list(.string), [.string], returns: .string, .binary(joined)),
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
        return .int(Int64(TextSearch.first(scalars(part), in: whole, from: start) ?? -1))
    }

    private static func lastIndex(of part: String, in text: String, from start: Int?) -> Value {
        let whole = scalars(text)
        guard (0...whole.count).contains(start ?? 0) else { return .failure(.indexOutOfBounds) }
        return .int(Int64(TextSearch.last(scalars(part), in: whole, from: start ?? whole.count) ?? -1))
    }

    /// The parts of a text; the last one holds the rest where the limit is reached.
    private static func split(_ text: String, _ separator: String, limit: Int?) -> Value {
        let pieces = pieces(scalars(text), scalars(separator), limit: limit)
        return Value(list: pieces.map { .string(string($0)) })
    }

    private static func pieces(_ whole: [Unicode.Scalar], _ separator: [Unicode.Scalar], limit: Int?)
        -> [ArraySlice<Unicode.Scalar>]
    {
        let limit = limit.flatMap { $0 < 0 ? nil : $0 } ?? .max
        guard limit > 0 else { return [] }
        var pieces: [ArraySlice<Unicode.Scalar>] = []
        var start = 0
        while pieces.count < limit - 1 {
            if separator.isEmpty {
                guard start + 1 < whole.count else { break }
                pieces.append(whole[start..<(start + 1)])
                start += 1
            } else {
                guard let place = TextSearch.first(separator, in: whole, from: start) else { break }
                pieces.append(whole[start..<place])
                start = place + separator.count
            }
        }
        if separator.isEmpty, whole.isEmpty { return [] }
        return pieces + [whole[start...]]
    }

    private static func replaced(_ text: String, _ arguments: [Value], limit: Int?) -> Value {
        guard let old = arguments[0].text, let new = arguments[1].text else { return .noOverload }
        let limit = limit.flatMap { $0 < 0 ? nil : $0 } ?? .max
        let whole = scalars(text)
        let part = scalars(old)
        var result: [Unicode.Scalar] = []
        var start = 0
        var count = 0
        while count < limit, let place = TextSearch.first(part, in: whole, from: start) {
            result += whole[start..<place] + new.unicodeScalars
            count += 1
            start = place + part.count
            guard part.isEmpty else { continue }
            guard start < whole.count else { break }
            result.append(whole[start])
            start += 1
        }
        return .string(string(result + whole[min(start, whole.count)...]))
    }

    private static func joined(_ list: Value, by separator: Value) -> Value {
        guard var cursor = ElementCursor(list: list), let separator = separator.text else {
            return .noOverload
        }
        var parts: [String] = []
        while let element = cursor.next() {
            guard let text = element.text else { return .noOverload }
            parts.append(text)
        }
        return .string(parts.joined(separator: separator))
    }
}
