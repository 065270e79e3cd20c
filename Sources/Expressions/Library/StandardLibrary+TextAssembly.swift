extension StandardLibrary {
    /// The functions of the strings extension whose results can outgrow their arguments.
    static let textAssembly: [FunctionDeclaration] =
        [
            meteredMethod("split", on: .string, [.string], .list(.string), split),
            meteredMethod("split", on: .string, [.string, .int], .list(.string), split),
            meteredMethod("replace", on: .string, [.string, .string], .string, replace),
            meteredMethod("replace", on: .string, [.string, .string, .int], .string, replace),
            meteredMethod("join", on: .list(.string), [], .string, join),
            meteredMethod("join", on: .list(.string), [.string], .string, join),
            meteredMethod("format", on: .string, [.list(.dyn)], .string) { arguments, meter in
                guard let template = arguments[0].text else { return .noOverload }
                return TextFormat.format(template, arguments[1], &meter)
            },
        ]

    static func meteredMethod(
        _ name: String, on receiver: ExpressionType, _ parameters: [ExpressionType], _ result: ExpressionType,
        _ body: @escaping @Sendable ([Value], inout Meter) -> Value
    ) -> FunctionDeclaration {
        FunctionDeclaration(method: name, on: receiver, parameters, returns: result, .metered(body))
    }

    /// The parts of a text around a separator; the last one holds the rest where the limit is reached.
    private static func split(_ arguments: [Value], _ meter: inout Meter) -> Value {
        guard let text = arguments[0].text, let separator = arguments[1].text,
            let limit = limit(arguments, 2)
        else { return .noOverload }
        if limit == 0 { return Value(list: []) }
        let whole = scalars(text)
        let search = TextSearch(scalars(separator))
        let width = separator.unicodeScalars.count
        if width == 0, whole.isEmpty { return Value(list: []) }
        var pieces: [Value] = []
        var start = 0
        while pieces.count < limit - 1 {
            guard meter.spend(1) else { return .failure(.costLimit) }
            // An empty separator stands behind each code point but the last.
            let place = width == 0 ? start + 1 : search.first(in: whole.span, from: start)
            guard let place, width > 0 || place < whole.count else { break }
            pieces.append(.string(string(whole[start..<place])))
            start = place + width
        }
        return Value(list: pieces + [.string(string(whole[start...]))])
    }

    private static func replace(_ arguments: [Value], _ meter: inout Meter) -> Value {
        guard let text = arguments[0].text, let old = arguments[1].text, let new = arguments[2].text,
            let limit = limit(arguments, 3)
        else { return .noOverload }
        let whole = scalars(text)
        let search = TextSearch(scalars(old))
        let width = old.unicodeScalars.count
        var result: [Unicode.Scalar] = []
        var start = 0
        var count = 0
        while count < limit, let place = search.first(in: whole.span, from: start) {
            guard meter.spend(1), meter.spend(bytes: new.utf8.count) else { return .failure(.costLimit) }
            result += whole[start..<place] + new.unicodeScalars
            count += 1
            start = place + width
            guard width == 0 else { continue }
            guard start < whole.count else { break }
            result.append(whole[start])
            start += 1
        }
        return .string(string(result + whole[min(start, whole.count)...]))
    }

    private static func join(_ arguments: [Value], _ meter: inout Meter) -> Value {
        guard var cursor = ElementCursor(list: arguments[0]),
            let separator = arguments.count > 1 ? arguments[1].text : ""
        else { return .noOverload }
        var result: [UInt8] = []
        var isFirst = true
        while let element = cursor.next() {
            guard element.isText else { return .noOverload }
            guard meter.spend(bytes: element.extent + separator.utf8.count) else {
                return .failure(.costLimit)
            }
            if !isFirst { result += separator.utf8 }
            isFirst = false
            _ = element.withText { text in
                unsafe text.withUnsafeBufferPointer { unsafe result.append(contentsOf: $0) }
            }
        }
        return .string(String(decoding: result, as: UTF8.self))
    }

    /// How many times at most, given as the argument at a place; a negative number, or none, sets no limit.
    private static func limit(_ arguments: [Value], _ place: Int) -> Int? {
        guard place < arguments.count else { return .max }
        guard case .int(let limit) = arguments[place] else { return nil }
        return limit < 0 ? .max : Int(limit)
    }
}
