import JSONTokens

extension StandardLibrary {
    static let optionals: [FunctionDeclaration] = [
        FunctionDeclaration(
            "optional.none", [], returns: .optional(.undecided), .general { _ in .optional(nil) }),
        FunctionDeclaration("optional.of", [some], returns: .optional(some), .unary { .optional($0) }),
        FunctionDeclaration(
            "optional.ofNonZeroValue", [some], returns: .optional(some),
            .unary { .optional(isZero($0) ? nil : $0) }),
        FunctionDeclaration(
            method: "hasValue", on: .optional(some), returns: .bool,
            .unary { value in
                guard case .optional(let inner) = value else { return .noOverload }
                return .bool(inner != nil)
            }),
        FunctionDeclaration(
            method: "value", on: .optional(some), returns: some,
            .unary { value in
                guard case .optional(let inner) = value else { return .noOverload }
                return inner ?? .failure(.emptyOptional)
            }),
        FunctionDeclaration(
            method: "or", on: .optional(some), [.optional(some)], returns: .optional(some),
            .binary { value, other in
                guard case .optional(let inner) = value else { return .noOverload }
                return inner == nil ? other : value
            }),
        FunctionDeclaration(
            method: "orValue", on: .optional(some), [some], returns: some,
            .binary { value, other in
                guard case .optional(let inner) = value else { return .noOverload }
                return inner ?? other
            }),
    ]

    private static let some = ExpressionType.parameter("A")

    /// True for null, false, 0, and empty texts, bytes, lists, maps and optionals.
    private static func isZero(_ value: Value) -> Bool {
        switch value {
        case .null: true
        case .bool(let value): !value
        case .int(let value): value == 0
        case .uint(let value): value == 0
        case .double(let value): value == 0
        case .string(let value): value.isEmpty
        case .bytes(let value): value.isEmpty
        case .list(let list): list.knownCount == 0 && list.missing == nil
        case .map(let map): map.keys.isEmpty
        case .flat(let view): view.count == 0
        case .optional(let value): value == nil
        case .duration(let span): span.total == 0
        case .timestamp(let instant): instant.total == 0
        case .type, .object, .address, .network, .error, .unknown: false
        }
    }
}
