import JSONTokens

extension Machine {
    mutating func and(_ left: Int32, _ right: Int32) -> Value {
        let first = evaluate(left)
        if case .bool(let first) = first {
            if !first { return .bool(false) }
            return boolOrUndecided(evaluate(right))
        }
        let second = evaluate(right)
        if case .bool(let second) = second {
            return second ? boolOrUndecided(first) : .bool(false)
        }
        return Self.bothUndecided(first, second)
    }

    mutating func or(_ left: Int32, _ right: Int32) -> Value {
        let first = evaluate(left)
        if case .bool(let first) = first {
            if first { return .bool(true) }
            return boolOrUndecided(evaluate(right))
        }
        let second = evaluate(right)
        if case .bool(let second) = second {
            return second ? .bool(true) : boolOrUndecided(first)
        }
        return Self.bothUndecided(first, second)
    }

    func not(_ value: Value) -> Value {
        if case .bool(let value) = value { return .bool(!value) }
        return value.isUndecided ? value : .noOverload
    }

    mutating func conditional(_ test: Int32, _ yes: Int32, _ no: Int32) -> Value {
        let condition = evaluate(test)
        if case .bool(let isTrue) = condition { return evaluate(isTrue ? yes : no) }
        return condition.isUndecided ? condition : .noOverload
    }

    mutating func equal(_ left: Int32, _ right: Int32, wanted: Bool) -> Value {
        equality(evaluate(left), evaluate(right), wanted)
    }

    mutating func equality(_ first: Value, _ second: Value, _ wanted: Bool) -> Value {
        if let undecided = Self.undecided(first, second) { return undecided }
        switch Value.equality(first, second, &meter) {
        case .equal: return .bool(wanted)
        case .unequal: return .bool(!wanted)
        case .unknown(let missing): return .unknown(missing)
        }
    }

    mutating func compare(_ sign: Comparison, _ left: Int32, _ right: Int32) -> Value {
        let first = evaluate(left)
        let second = evaluate(right)
        if case .int(let first) = first, case .int(let second) = second {
            return .bool(Self.holds(sign, first, second))
        }
        if let undecided = Self.undecided(first, second) { return undecided }
        guard let order = Ordering.of(first, second) else { return .noOverload }
        switch sign {
        case .less: return .bool(order == .less)
        case .lessEqual: return .bool(order == .less || order == .equal)
        case .greater: return .bool(order == .greater)
        case .greaterEqual: return .bool(order == .greater || order == .equal)
        }
    }

    mutating func contains(_ element: Int32, _ collection: Int32) -> Value {
        let wanted = evaluate(element)
        let container = evaluate(collection)
        if let undecided = Self.undecided(wanted, container) { return undecided }
        if container.isMap { return .bool(container.mapValue(wanted) != nil) }
        guard var cursor = ElementCursor(list: container) else { return .noOverload }
        var pending = Pending()
        pending.note(cursor.missing)
        while let candidate = cursor.next() {
            guard meter.spend(1) else { break }
            if candidate.isUndecided {
                pending.note(candidate)
                continue
            }
            switch Value.equality(wanted, candidate, &meter) {
            case .equal: return .bool(true)
            case .unequal: continue
            case .unknown(let missing): pending.note(missing)
            }
        }
        return pending.value ?? .bool(false)
    }

    @inline(__always)
    private static func holds(_ sign: Comparison, _ left: Int64, _ right: Int64) -> Bool {
        switch sign {
        case .less: left < right
        case .lessEqual: left <= right
        case .greater: left > right
        case .greaterEqual: left >= right
        }
    }

    private func boolOrUndecided(_ value: Value) -> Value {
        switch value {
        case .bool, .unknown, .error: value
        default: .noOverload
        }
    }

    private static func bothUndecided(_ left: Value, _ right: Value) -> Value {
        var pending = Pending()
        pending.note(left)
        pending.note(right)
        return pending.value ?? .noOverload
    }
}
