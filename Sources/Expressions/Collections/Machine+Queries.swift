extension Machine {
    /// The macro's value as the host knows it without walking the list; nil if it must be walked.
    mutating func gathered(_ plan: CompiledComprehension) -> Value? {
        let query = code.queries[Int(plan.query)]
        var key: Value?
        switch query.form {
        case .walked: return nil
        case .closed: break
        case .joined, .candidates:
            let wanted = evaluate(query.key)
            guard wanted.isText else { return nil }
            key = wanted
        }
        switch activation.gather(code.queryBase + Int(plan.query), key: key) {
        case .walk: return nil
        case .value(let value): return value
        case .candidates(let list): return walk(plan, over: list)
        case .matches(let list): return plan.transform < 0 ? list : transformed(plan, list)
        }
    }

    /// What each element of a list of matches becomes.
    private mutating func transformed(_ plan: CompiledComprehension, _ list: Value) -> Value {
        guard var cursor = ElementCursor(list: list) else { return list }
        var elements: [Value] = []
        var pending = Pending()
        while let element = cursor.next() {
            bind(Int(plan.slot), element)
            let value = evaluate(plan.transform)
            if value.isUndecided { pending.note(value) } else { elements.append(value) }
        }
        pending.note(cursor.missing)
        if pending.hasError, let value = pending.value { return value }
        return .list(ListValue(elements, missing: pending.missing))
    }

    /// What the query says of one element.
    mutating func answer(_ query: CollectionQuery, for element: Value) -> MemberAnswer {
        bind(Int(query.slot), element)
        if case .candidates = query.form { return MemberAnswer(key: key(query).key, value: .null) }
        let isAll = query.macro == .all
        let body = query.body < 0 ? Value.bool(!isAll) : evaluate(query.body)
        guard query.field >= 0 else { return MemberAnswer(key: .none, value: body) }
        let (key, field) = key(query)
        guard key == .undecided else { return MemberAnswer(key: key, value: body) }
        // The comparison of an undecided field decides nothing; what else is asked may.
        if case .bool(isAll) = body { return MemberAnswer(key: key, value: body) }
        var pending = Pending()
        pending.note(field)
        if case .bool = body {} else { pending.note(body) }
        return MemberAnswer(key: key, value: pending.value ?? field)
    }

    private mutating func key(_ query: CollectionQuery) -> (key: MemberAnswer.Key, field: Value) {
        let field = evaluate(query.field)
        if field.isUndecided { return (.undecided, field) }
        return (field.text.map { .text($0) } ?? .foreign, field)
    }
}
