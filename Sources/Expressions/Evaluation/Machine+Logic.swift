import JSONTokens

extension Machine {
    mutating func conditional(_ test: Int32, _ yes: Int32, _ no: Int32) -> Value {
        switch decide(test) {
        case .yes: evaluate(yes)
        case .no: evaluate(no)
        case .open: openValue
        }
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
            return .bool(sign.holds(first, second))
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
}
