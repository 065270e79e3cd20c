import JSONTokens

/// The functions that every environment has.
enum StandardLibrary {
    static let functions: [FunctionDeclaration] =
        general + conversions + texts + textExtensions + times + optionals + mathematics + networks + encoders
        + patterns + textAssembly + lists + sets

    private static let element = ExpressionType.parameter("A")
    private static let value = ExpressionType.parameter("B")

    private static let general: [FunctionDeclaration] = {
        var functions = [
            FunctionDeclaration(
                "type", [element], returns: .type, .unary { .type(Conversions.typeName(of: $0)) }),
            FunctionDeclaration("dyn", [element], returns: .dyn, .unary { $0 }),
        ]
        for type in [ExpressionType.string, .bytes, .list(element), .map(element, value)] {
            functions.append(FunctionDeclaration("size", [type], returns: .int, .unary(size)))
            functions.append(FunctionDeclaration(method: "size", on: type, returns: .int, .unary(size)))
        }
        return functions
    }()

    /// Code points of a text, bytes, elements or members.
    private static func size(_ value: Value) -> Value {
        switch value {
        case .bytes(let bytes): return .int(Int64(bytes.count))
        case .list(let list): return .int(Int64(list.knownCount))
        case .map(let map): return .int(Int64(map.keys.count))
        default:
            if let text = value.text { return .int(Int64(text.unicodeScalars.count)) }
            guard case .flat(let view) = value else { return .noOverload }
            return .int(Int64(view.count))
        }
    }

    private static let conversions: [FunctionDeclaration] = [
        conversion("bool", [.bool, .string], .bool, Conversions.bool),
        conversion("int", [.int, .uint, .double, .string, .timestamp, .duration], .int, Conversions.int),
        conversion("uint", [.int, .uint, .double, .string], .uint, Conversions.uint),
        conversion("double", [.int, .uint, .double, .string], .double, Conversions.double),
        conversion(
            "string", [.bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration], .string,
            Conversions.string),
        conversion("bytes", [.bytes, .string], .bytes, Conversions.bytes),
        conversion("timestamp", [.string, .int, .timestamp], .timestamp, Conversions.timestamp),
        conversion("duration", [.string, .int, .duration], .duration, Conversions.duration),
    ].flatMap { $0 }

    private static func conversion(
        _ name: String, _ sources: [ExpressionType], _ target: ExpressionType,
        _ body: @escaping @Sendable (Value) -> Value
    ) -> [FunctionDeclaration] {
        sources.map { FunctionDeclaration(name, [$0], returns: target, .unary(body)) }
    }
}
