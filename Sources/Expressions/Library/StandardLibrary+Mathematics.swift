extension StandardLibrary {
    /// The math extension. `math.greatest` and `math.least` take numbers, or one list of them; the parser
    /// makes a list of several.
    static let mathematics: [FunctionDeclaration] =
        extremes + rounding + signs + bitOperations

    private static let numbers: [ExpressionType] = [.int, .uint, .double]

    private static let extremes: [FunctionDeclaration] = ["math.greatest", "math.least"].flatMap { name in
        let wanted = name == "math.greatest" ? Ordering.greater : .less
        let all = FunctionDeclaration(
            name, [.list(.dyn)], returns: .dyn, .unary { extreme(of: $0, wanted) })
        return numbers.map { FunctionDeclaration(name, [$0], returns: $0, .unary { $0 }) } + [all]
    }

    /// The first element to which no other one stands as wanted.
    private static func extreme(of list: Value, _ wanted: Ordering) -> Value {
        guard var cursor = ElementCursor(list: list), var best = cursor.next() else {
            return .failure(.badArgument)
        }
        guard Ordering.ofNumbers(best, best) != nil else { return .noOverload }
        while let candidate = cursor.next() {
            guard let order = Ordering.ofNumbers(candidate, best) else { return .noOverload }
            if order == wanted { best = candidate }
        }
        return best
    }

    private static let rounding: [FunctionDeclaration] =
        [
            decimal("math.ceil", .double) { .double($0.rounded(.up)) },
            decimal("math.floor", .double) { .double($0.rounded(.down)) },
            decimal("math.round", .double) { .double($0.rounded(.toNearestOrAwayFromZero)) },
            decimal("math.trunc", .double) { .double($0.rounded(.towardZero)) },
            decimal("math.isNaN", .bool) { .bool($0.isNaN) },
            decimal("math.isInf", .bool) { .bool($0.isInfinite) },
            decimal("math.isFinite", .bool) { .bool($0.isFinite) },
        ]
        + numbers.map { type in
            FunctionDeclaration(
                "math.sqrt", [type], returns: .double,
                .unary { value in
                    guard case .double(let number) = Conversions.double(value) else { return .noOverload }
                    return .double(number.squareRoot())
                })
        }

    private static func decimal(
        _ name: String, _ result: ExpressionType, _ body: @escaping @Sendable (Double) -> Value
    ) -> FunctionDeclaration {
        FunctionDeclaration(
            name, [.double], returns: result,
            .unary { value in
                guard case .double(let number) = value else { return .noOverload }
                return body(number)
            })
    }

    private static let signs: [FunctionDeclaration] = numbers.flatMap { type in
        [
            FunctionDeclaration("math.abs", [type], returns: type, .unary(magnitude)),
            FunctionDeclaration("math.sign", [type], returns: type, .unary(sign)),
        ]
    }

    private static func magnitude(_ value: Value) -> Value {
        switch value {
        case .int(let number): number < 0 ? ArithmeticRules.negate(value) : value
        case .double(let number): .double(number.magnitude)
        default: value
        }
    }

    private static func sign(_ value: Value) -> Value {
        switch value {
        case .int(let number): .int(number.signum())
        case .uint(let number): .uint(number == 0 ? 0 : 1)
        case .double(let number): .double(number > 0 ? 1 : number < 0 ? -1 : number)
        default: .noOverload
        }
    }

    private static let bitOperations: [FunctionDeclaration] =
        bits("math.bitAnd", { $0 & $1 }) + bits("math.bitOr", { $0 | $1 }) + bits("math.bitXor", { $0 ^ $1 })
        + [ExpressionType.int, .uint].flatMap { type in
            [
                FunctionDeclaration("math.bitNot", [type], returns: type, .unary(complement)),
                FunctionDeclaration(
                    "math.bitShiftLeft", [type, .int], returns: type, .binary { shifted($0, $1) { $0 << $1 } }
                ),
                FunctionDeclaration(
                    "math.bitShiftRight", [type, .int], returns: type,
                    .binary { shifted($0, $1) { $0 >> $1 } }),
            ]
        }

    private static func bits(_ name: String, _ body: @escaping @Sendable (UInt64, UInt64) -> UInt64)
        -> [FunctionDeclaration]
    {
        [ExpressionType.int, .uint].map { type in
            FunctionDeclaration(
                name, [type, type], returns: type,
                .binary { left, right in
                    switch (left, right) {
                    case (.uint(let left), .uint(let right)): return .uint(body(left, right))
                    case (.int(let left), .int(let right)):
                        let bits = body(UInt64(bitPattern: left), UInt64(bitPattern: right))
                        return .int(Int64(bitPattern: bits))
                    default: return .noOverload
                    }
                })
        }
    }

    private static func complement(_ value: Value) -> Value {
        switch value {
        case .int(let number): .int(~number)
        case .uint(let number): .uint(~number)
        default: .noOverload
        }
    }

    /// Bits move without regard to the sign, so a shift to the right fills with zeros.
    private static func shifted(_ value: Value, _ places: Value, _ shift: (UInt64, Int64) -> UInt64) -> Value
    {
        guard case .int(let places) = places else { return .noOverload }
        guard places >= 0 else { return .failure(.badArgument, "negative shift") }
        switch value {
        case .int(let number): return .int(Int64(bitPattern: shift(UInt64(bitPattern: number), places)))
        case .uint(let number): return .uint(shift(number, places))
        default: return .noOverload
        }
    }
}
