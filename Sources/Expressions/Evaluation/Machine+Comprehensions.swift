import JSONTokens

extension Machine {
    mutating func comprehension(_ plan: CompiledComprehension) -> Value {
        if plan.query >= 0, let value = gathered(plan) { return value }
        return walk(plan)
    }

    /// The macro's value by walking its list.
    private mutating func walk(_ plan: CompiledComprehension) -> Value {
        let range = evaluate(plan.range)
        return walk(plan, over: range)
    }

    mutating func walk(_ plan: CompiledComprehension, over range: Value) -> Value {
        if plan.isQuestion {
            let decision = search(plan, over: range)
            return value(of: decision)
        }
        guard let cursor = ElementCursor(collection: range) else {
            return range.isUndecided ? range : .noOverload
        }
        switch plan.kind {
        case .exists, .all: preconditionFailure("what exists and all ask is decided, not collected")
        case .existsOne: return existsOne(plan, cursor)
        case .filter, .map: return collect(plan, cursor)
        case .transformMap, .transformMapEntry: return collectMap(plan, cursor)
        }
    }

    /// Binds the next element; false at the end.
    @inline(__always)
    mutating func step(_ plan: CompiledComprehension, _ cursor: inout ElementCursor) -> Bool {
        if meter.isExhausted { return false }
        let slot = Int(plan.slot)
        if plan.hasTwoVariables {
            guard let (key, element) = cursor.nextPair() else { return false }
            room.locals[slot] = key
            room.locals[slot + 1] = element
        } else {
            guard let element = cursor.next() else { return false }
            room.locals[slot] = element
        }
        return true
    }

    /// Two known matches decide; errors are never absorbed.
    private mutating func existsOne(_ plan: CompiledComprehension, _ cursor: consuming ElementCursor) -> Value
    {
        var pending = Pending(limit: cursor.sampleLimit)
        var matches = 0
        while step(plan, &cursor) {
            switch decide(plan.condition) {
            case .yes: matches += 1
            case .no: break
            case .open: pending.note(openValue)
            }
        }
        pending.note(cursor.missing)
        if matches > 1, !pending.hasError { return .bool(false) }
        return pending.value ?? .bool(matches == 1)
    }

    /// The elements that match, or what they become. An element of which that is unknown is missing from the
    /// result, not the whole result unknown.
    private mutating func collect(_ plan: CompiledComprehension, _ cursor: consuming ElementCursor) -> Value {
        var elements: [Value] = []
        var pending = Pending(limit: cursor.sampleLimit)
        var rest = code.isSampling ? cursor.sampleLimit : .max
        while step(plan, &cursor) {
            guard matches(plan, &pending), rest > 0 else { continue }
            rest -= 1
            let value = plan.transform < 0 ? room.locals[Int(plan.slot)] : evaluate(plan.transform)
            if value.isUndecided { pending.note(value) } else { elements.append(value) }
        }
        pending.note(cursor.missing)
        if pending.hasError, let value = pending.value { return value }
        return .list(ListValue(elements, missing: pending.missing))
    }

    /// True if the element meets the condition, or there is none.
    private mutating func matches(_ plan: CompiledComprehension, _ pending: inout Pending) -> Bool {
        guard plan.condition >= 0 else { return true }
        switch decide(plan.condition) {
        case .yes: return true
        case .no: return false
        case .open:
            pending.note(openValue)
            return false
        }
    }

    /// Maps have no incomplete form, so an unknown part makes the whole unknown.
    private mutating func collectMap(_ plan: CompiledComprehension, _ cursor: consuming ElementCursor)
        -> Value
    {
        var builder = MapBuilder()
        var pending = Pending()
        while step(plan, &cursor) {
            guard matches(plan, &pending) else { continue }
            let value = evaluate(plan.transform)
            if value.isUndecided {
                pending.note(value)
            } else if plan.kind == .transformMap {
                if let error = builder.insert(room.locals[Int(plan.slot)], value) {
                    pending.note(.error(error))
                }
            } else if let entries = value.mapMembers {
                for (key, value) in zip(entries.keys, entries.values) {
                    if let error = builder.insert(key, value) { pending.note(.error(error)) }
                }
            } else {
                pending.note(.noOverload)
            }
        }
        pending.note(cursor.missing)
        return pending.value ?? builder.finish()
    }
}
