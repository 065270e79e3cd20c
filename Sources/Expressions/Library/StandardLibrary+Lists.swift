extension StandardLibrary {
    /// The lists extension of cel-go, and the list functions of its optionals.
    static let lists: [FunctionDeclaration] =
        [
            FunctionDeclaration("lists.range", [.int], returns: .list(.int), .metered(range)),
            meteredMethod("distinct", on: .list(item), [], .list(item), distinct),
            meteredMethod("reverse", on: .list(item), [], .list(item)) { arguments, _ in
                arguments[0].knownElements.map { Value(list: $0.reversed()) } ?? .noOverload
            },
            meteredMethod("slice", on: .list(item), [.int, .int], .list(item), slice),
            meteredMethod("flatten", on: .list(.dyn), [], .list(.dyn), flatten),
            meteredMethod("flatten", on: .list(.dyn), [.int], .list(.dyn), flatten),
            meteredMethod("sort", on: .list(item), [], .list(item)) { arguments, meter in
                sorted(arguments[0], by: arguments[0], &meter)
            },
            meteredMethod(Macros.sortedByKeys, on: .list(item), [.list(.dyn)], .list(item)) {
                arguments, meter in
                sorted(arguments[0], by: arguments[1], &meter)
            },
            FunctionDeclaration(
                method: "first", on: .list(item), returns: .optional(item),
                .unary { $0.knownElements.map { .optional($0.first) } ?? .noOverload }),
            FunctionDeclaration(
                method: "last", on: .list(item), returns: .optional(item),
                .unary { $0.knownElements.map { .optional($0.last) } ?? .noOverload }),
            FunctionDeclaration(
                "optional.unwrap", [.list(.optional(item))], returns: .list(item), .unary(unwrapped)),
            FunctionDeclaration(
                method: "unwrapOpt", on: .list(.optional(item)), returns: .list(item), .unary(unwrapped)),
        ]

    private static let item = ExpressionType.parameter("A")

    private static func range(_ arguments: [Value], _ meter: inout Meter) -> Value {
        guard case .int(let end) = arguments[0] else { return .noOverload }
        guard meter.spend(Int(max(0, end))) else { return .failure(.costLimit) }
        return Value(list: (0..<max(0, end)).map { .int($0) })
    }

    /// Of equal elements the first one.
    private static func distinct(_ arguments: [Value], _ meter: inout Meter) -> Value {
        guard var cursor = ElementCursor(list: arguments[0]) else { return .noOverload }
        var kept: [Value] = []
        while let element = cursor.next() {
            var isNew = true
            for other in kept {
                guard meter.spend(1) else { return .failure(.costLimit) }
                switch Value.equality(element, other, &meter) {
                case .unequal: continue
                case .equal: isNew = false
                case .unknown(let missing): return .unknown(missing)
                }
                break
            }
            if isNew { kept.append(element) }
        }
        return Value(list: kept)
    }

    private static func slice(_ arguments: [Value], _ meter: inout Meter) -> Value {
        guard let elements = arguments[0].knownElements, case .int(let start) = arguments[1],
            case .int(let end) = arguments[2]
        else { return .noOverload }
        guard start >= 0, start <= end, end <= elements.count else { return .failure(.indexOutOfBounds) }
        return Value(list: Array(elements[Int(start)..<Int(end)]))
    }

    /// The elements of lists in the list in their place, so many levels deep; one without a number.
    private static func flatten(_ arguments: [Value], _ meter: inout Meter) -> Value {
        var levels: Int64 = 1
        if arguments.count > 1 {
            guard case .int(let number) = arguments[1] else { return .noOverload }
            guard number >= 0 else { return .failure(.badArgument, "a negative depth") }
            levels = number
        }
        var result: [Value] = []
        var pending = Pending()
        guard append(arguments[0], levels, to: &result, &pending, &meter) else {
            return .failure(.costLimit)
        }
        return .list(ListValue(result, missing: pending.missing))
    }

    /// False if the meter is exhausted.
    private static func append(
        _ list: Value, _ levels: Int64, to result: inout [Value], _ pending: inout Pending,
        _ meter: inout Meter
    ) -> Bool {
        guard var cursor = ElementCursor(list: list) else { return true }
        pending.note(cursor.missing)
        while let element = cursor.next() {
            guard meter.spend(1) else { return false }
            if levels > 0, element.isList {
                guard append(element, levels - 1, to: &result, &pending, &meter) else { return false }
            } else {
                result.append(element)
            }
        }
        return true
    }

    /// The elements in the order of their keys; those of equal keys stay in theirs. The keys are of one type.
    private static func sorted(_ list: Value, by keys: Value, _ meter: inout Meter) -> Value {
        guard let elements = list.knownElements, let keys = keys.knownElements, elements.count == keys.count
        else { return .noOverload }
        guard let first = keys.first else { return list }
        let type = Conversions.typeName(of: first)
        guard keys.allSatisfy({ Conversions.typeName(of: $0) == type }), Ordering.of(first, first) != nil
        else {
            return .noOverload
        }
        let length = keys.reduce(0) { max($0, $1.extent) }
        // So many rounds as the number of elements has binary digits, in each of which every key is compared once.
        let rounds = Int.bitWidth - elements.count.leadingZeroBitCount
        guard meter.spend((1 + length / 16) * rounds * elements.count) else { return .failure(.costLimit) }
        let order = keys.indices.sorted { left, right in
            switch Ordering.of(keys[left], keys[right]) {
            case .less: true
            case .greater: false
            case .equal, nil, .some(.none): left < right
            }
        }
        return Value(list: order.map { elements[$0] })
    }

    private static func unwrapped(_ list: Value) -> Value {
        guard var cursor = ElementCursor(list: list) else { return .noOverload }
        var elements: [Value] = []
        while let element = cursor.next() {
            guard case .optional(let inner) = element else { return .noOverload }
            if let inner { elements.append(inner) }
        }
        return Value(list: elements)
    }
}
