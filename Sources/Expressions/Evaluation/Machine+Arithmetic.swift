extension Machine {
    mutating func arithmetic(_ sign: Arithmetic, _ left: Int32, _ right: Int32) -> Value {
        let first = evaluate(left)
        let second = evaluate(right)
        if case .int(let first) = first, case .int(let second) = second {
            return ArithmeticRules.whole(sign, first, second)
        }
        if let undecided = Self.undecided(first, second) { return undecided }
        if sign == .add {
            guard meter.spend(bytes: first.extent + second.extent) else { return .failure(.costLimit) }
        }
        return ArithmeticRules.apply(sign, first, second)
    }
}

/// Arithmetic on values that are neither unknown nor errors. Nothing wraps around.
enum ArithmeticRules {
    static func apply(_ sign: Arithmetic, _ left: Value, _ right: Value) -> Value {
        switch (left, right) {
        case (.int(let left), .int(let right)): whole(sign, left, right)
        case (.uint(let left), .uint(let right)): whole(sign, left, right)
        case (.double(let left), .double(let right)): decimal(sign, left, right)
        case (.timestamp, _), (.duration, _): time(sign, left, right)
        default: sign == .add ? joined(left, right) : .noOverload
        }
    }

    static func negate(_ value: Value) -> Value {
        switch value {
        case .int(let value):
            let (result, isOverflow) = Int64(0).subtractingReportingOverflow(value)
            return isOverflow ? .failure(.overflow) : .int(result)
        case .double(let value): return .double(-value)
        default: return value.isUndecided ? value : .noOverload
        }
    }

    @inline(__always)
    static func whole<Number: FixedWidthInteger>(_ sign: Arithmetic, _ left: Number, _ right: Number) -> Value
    {
        if right == 0, sign == .divide || sign == .remainder { return .failure(.divideByZero) }
        let (result, isOverflow) =
            switch sign {
            case .add: left.addingReportingOverflow(right)
            case .subtract: left.subtractingReportingOverflow(right)
            case .multiply: left.multipliedReportingOverflow(by: right)
            case .divide: left.dividedReportingOverflow(by: right)
            case .remainder: left.remainderReportingOverflow(dividingBy: right)
            }
        if isOverflow { return .failure(.overflow) }
        return Number.isSigned
            ? .int(Int64(truncatingIfNeeded: result)) : .uint(UInt64(truncatingIfNeeded: result))
    }

    private static func decimal(_ sign: Arithmetic, _ left: Double, _ right: Double) -> Value {
        switch sign {
        case .add: .double(left + right)
        case .subtract: .double(left - right)
        case .multiply: .double(left * right)
        case .divide: .double(left / right)
        case .remainder: .noOverload
        }
    }

    private static func time(_ sign: Arithmetic, _ left: Value, _ right: Value) -> Value {
        switch (sign, left, right) {
        case (.add, .timestamp(let instant), .duration(let span)),
            (.add, .duration(let span), .timestamp(let instant)):
            Instant(total: instant.total + span.total).map { .timestamp($0) } ?? .failure(.overflow)
        case (.subtract, .timestamp(let instant), .duration(let span)):
            Instant(total: instant.total - span.total).map { .timestamp($0) } ?? .failure(.overflow)
        case (.subtract, .timestamp(let left), .timestamp(let right)):
            TimeSpan(total: left.total - right.total).map { .duration($0) } ?? .failure(.overflow)
        case (.add, .duration(let left), .duration(let right)):
            TimeSpan(total: left.total + right.total).map { .duration($0) } ?? .failure(.overflow)
        case (.subtract, .duration(let left), .duration(let right)):
            TimeSpan(total: left.total - right.total).map { .duration($0) } ?? .failure(.overflow)
        default: .noOverload
        }
    }

    private static func joined(_ left: Value, _ right: Value) -> Value {
        if case .bytes(let left) = left, case .bytes(let right) = right { return .bytes(left + right) }
        if let left = left.text, let right = right.text { return .string(left + right) }
        guard var left = ElementCursor(list: left), var right = ElementCursor(list: right) else {
            return .noOverload
        }
        var elements: [Value] = []
        elements.reserveCapacity(left.knownCount + right.knownCount)
        while let element = left.next() { elements.append(element) }
        while let element = right.next() { elements.append(element) }
        var pending = Pending()
        pending.note(left.missing)
        pending.note(right.missing)
        return .list(ListValue(elements, missing: pending.missing))
    }
}
