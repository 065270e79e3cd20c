import JSONTokens

/// Whether two values are equal.
enum Equality {
    case equal
    case unequal
    /// It depends on elements that nobody has seen.
    case unknown(UnknownSet)

    init(_ isEqual: Bool) {
        self = isEqual ? .equal : .unequal
    }

    var value: Value {
        switch self {
        case .equal: .bool(true)
        case .unequal: .bool(false)
        case .unknown(let missing): .unknown(missing)
        }
    }
}

extension Value {
    /// Compares two values that are neither unknown nor errors. Numbers of all types are on one line; values
    /// of different kinds are unequal. Once the meter is exhausted the answer means nothing.
    static func equality(_ left: Value, _ right: Value, _ meter: inout Meter) -> Equality {
        switch (left, right) {
        case (.null, .null): return .equal
        case (.bool(let left), .bool(let right)): return Equality(left == right)
        case (.int(let left), .int(let right)): return Equality(left == right)
        case (.flat(let left), .flat(let right)): return flatEquality(left, right, &meter)
        case (.string(let left), .flat(let right)): return Equality(right.equals(left))
        case (.flat(let left), .string(let right)): return Equality(left.equals(right))
        case (.string(let left), .string(let right)):
            _ = meter.spend(bytes: left.utf8.count)
            return Equality(equalTexts(left, right))
        case (.bytes(let left), .bytes(let right)): return Equality(left == right)
        case (.type(let left), .type(let right)): return Equality(left == right)
        case (.timestamp(let left), .timestamp(let right)): return Equality(left == right)
        case (.duration(let left), .duration(let right)): return Equality(left == right)
        case (.object(let left), .object(let right)): return Equality(left == right)
        case (.address(let left), .address(let right)): return Equality(left.unmapped == right.unmapped)
        case (.network(let left), .network(let right)): return Equality(left == right)
        case (.optional(let left), .optional(let right)): return optionalEquality(left, right, &meter)
        default: return structuralEquality(left, right, &meter)
        }
    }

    /// Equal as runs of code points. Swift's own `==` takes canonically equivalent texts for equal.
    static func equalTexts(_ left: String, _ right: String) -> Bool {
        left == right && left.utf8.elementsEqual(right.utf8)
    }

    private static func structuralEquality(_ left: Value, _ right: Value, _ meter: inout Meter) -> Equality {
        // A host's list may hold an element that nobody has seen.
        if case .unknown(let missing) = left { return .unknown(missing) }
        if case .unknown(let missing) = right { return .unknown(missing) }
        if let order = Ordering.ofNumbers(left, right) { return Equality(order == .equal) }
        if let left = ElementCursor(list: left), let right = ElementCursor(list: right) {
            return listEquality(left, right, &meter)
        }
        if let left = left.mapMembers, let right = right.mapMembers {
            return mapEquality(left, right, &meter)
        }
        return .unequal
    }

    private static func flatEquality(_ left: FlatView, _ right: FlatView, _ meter: inout Meter) -> Equality {
        _ = meter.spend(bytes: min(Value.flat(left).extent, Value.flat(right).extent))
        if left == right { return .equal }
        // Different bytes can still hold equal numbers (1 and 1.0), but not equal texts.
        guard left.tag == right.tag, left.tag != .string, left.count == right.count else { return .unequal }
        return structuralEquality(.flat(left), .flat(right), &meter)
    }

    private static func optionalEquality(_ left: Value?, _ right: Value?, _ meter: inout Meter) -> Equality {
        guard let left, let right else { return Equality(left == nil && right == nil) }
        return equality(left, right, &meter)
    }

    private static func listEquality(_ left: ElementCursor, _ right: ElementCursor, _ meter: inout Meter)
        -> Equality
    {
        var left = left
        var right = right
        if let missing = left.missing {
            if let other = right.missing { return .unknown(missing.union(other)) }
            return incompleteEquality(left, of: right, missing, &meter)
        }
        if let missing = right.missing { return incompleteEquality(right, of: left, missing, &meter) }
        guard left.knownCount == right.knownCount else { return .unequal }
        var pending: UnknownSet?
        while meter.spend(1), let one = left.next(), let other = right.next() {
            switch equality(one, other, &meter) {
            case .equal: continue
            case .unequal: return .unequal
            case .unknown(let missing): pending = pending?.union(missing) ?? missing
            }
        }
        return pending.map { .unknown($0) } ?? .equal
    }

    /// An incomplete list differs for sure from a complete one that is shorter or lacks a known element.
    private static func incompleteEquality(
        _ part: ElementCursor, of whole: ElementCursor, _ missing: UnknownSet, _ meter: inout Meter
    ) -> Equality {
        var part = part
        guard part.knownCount <= whole.knownCount else { return .unequal }
        while let element = part.next() {
            var candidates = whole
            var mayOccur = false
            while !mayOccur, meter.spend(1), let candidate = candidates.next() {
                if case .unequal = equality(element, candidate, &meter) { continue }
                mayOccur = true
            }
            if !mayOccur { return .unequal }
        }
        return .unknown(missing)
    }

    private static func mapEquality(_ left: MapMembers, _ right: MapMembers, _ meter: inout Meter) -> Equality
    {
        guard left.count == right.count else { return .unequal }
        var pending: UnknownSet?
        for index in 0..<left.keys.count {
            guard meter.spend(1), let other = right.value(left.keys[index]) else { return .unequal }
            switch equality(left.values[index], other, &meter) {
            case .equal: continue
            case .unequal: return .unequal
            case .unknown(let missing): pending = pending?.union(missing) ?? missing
            }
        }
        return pending.map { .unknown($0) } ?? .equal
    }
}
