import JSONTokens

/// What a condition gives.
enum Decision {
    case no, yes
    /// Neither: unknown, or an error. Which one stands in `Machine.openValue`.
    case open

    init(_ isTrue: Bool) {
        self = isTrue ? .yes : .no
    }
}

/// The way of conditions: the same values as `evaluate` gives, but numbers and texts of flat values are compared where
/// they lie, and no value is made of a truth.
extension Machine {
    mutating func decide(_ index: Int32) -> Decision {
        guard meter.spend(1) else { return open(.failure(.costLimit)) }
        return decision(of: index)
    }

    /// The same, for a node that is paid for.
    mutating func decision(of index: Int32) -> Decision {
        switch code.nodes[Int(index)] {
        case .and(let left, let right): return both(left, right, deciding: .no)
        case .or(let left, let right): return both(left, right, deciding: .yes)
        case .not(let operand):
            switch decide(operand) {
            case .yes: return .no
            case .no: return .yes
            case .open: return .open
            }
        case .localFieldIsText(let slot, let name, let text, let wanted):
            return localFieldIsText(Int(slot), name, text, wanted)
        case .compare(let sign, let left, let right):
            if let (left, right) = wholes(left, right) { return Decision(sign.holds(left, right)) }
            return settle(compare(sign, left, right))
        case .equal(let left, let right):
            if let (left, right) = wholes(left, right) { return Decision(left == right) }
            return settle(equal(left, right, wanted: true))
        case .notEqual(let left, let right):
            if let (left, right) = wholes(left, right) { return Decision(left != right) }
            return settle(equal(left, right, wanted: false))
        case .comprehension(let place):
            let plan = code.comprehensions[Int(place)]
            guard plan.isQuestion else { return settle(comprehension(plan)) }
            if plan.query >= 0, let value = gathered(plan) { return settle(value) }
            return search(plan, over: evaluate(plan.range))
        case .conditional(let test, let yes, let no):
            switch decide(test) {
            case .yes: return decide(yes)
            case .no: return decide(no)
            case .open: return .open
            }
        default: return settle(value(of: index))
        }
    }

    /// The value of a node that is decided.
    mutating func decidedValue(of index: Int32) -> Value {
        let decision = decision(of: index)
        return value(of: decision)
    }

    mutating func value(of decision: Decision) -> Value {
        switch decision {
        case .yes: .bool(true)
        case .no: .bool(false)
        case .open: openValue
        }
    }

    /// `&&` and `||`: one operand that decides, in whichever order, does so whatever the other one is.
    private mutating func both(_ left: Int32, _ right: Int32, deciding: Decision) -> Decision {
        let first = decide(left)
        if first == deciding { return deciding }
        guard first == .open else { return decide(right) }
        let value = openValue
        let second = decide(right)
        if second == deciding { return deciding }
        guard second == .open else { return open(value) }
        var pending = Pending()
        pending.note(value)
        pending.note(openValue)
        return open(pending.value ?? .noOverload)
    }

    /// Whether a field of a macro's variable is a literal text.
    private mutating func localFieldIsText(_ slot: Int, _ name: Int32, _ text: Int32, _ wanted: Bool)
        -> Decision
    {
        if code.constantKeys[Int(text)].isComplete,
            let member = room.lent[slot]?.view.member(code.nameKeys[Int(name)])
        {
            return Decision(member.isText(code.constantKeys[Int(text)]) == wanted)
        }
        return settle(equality(localField(slot, name), code.constants[Int(text)], wanted))
    }

    /// Both operands, if they are whole numbers that can be read where they lie.
    private mutating func wholes(_ left: Int32, _ right: Int32) -> (Int64, Int64)? {
        guard let left = whole(left), let right = whole(right), meter.spend(2) else { return nil }
        return (left, right)
    }

    @inline(__always)
    private mutating func whole(_ index: Int32) -> Int64? {
        switch code.nodes[Int(index)] {
        case .constant(let place):
            guard case .int(let number) = code.constants[Int(place)] else { return nil }
            return number
        case .local(let slot): return room.lent[Int(slot)]?.view.int
        case .localField(let slot, let name):
            return room.lent[Int(slot)]?.view.member(code.nameKeys[Int(name)])?.int
        default: return nil
        }
    }

    /// A value as a decision; what is no truth value is an error.
    mutating func settle(_ value: Value) -> Decision {
        if case .bool(let isTrue) = value { return Decision(isTrue) }
        return open(value.isUndecided ? value : .noOverload)
    }

    mutating func open(_ value: Value) -> Decision {
        openValue = value
        return .open
    }
}

extension Machine {
    /// `exists` looks for a true, `all` for a false. One such element decides, whatever the others are.
    mutating func search(_ plan: CompiledComprehension, over range: Value) -> Decision {
        let deciding: Decision = plan.kind == .exists ? .yes : .no
        if case .flat(let list) = range, list.tag == .list, !plan.hasTwoVariables {
            return search(plan, list, deciding)
        }
        guard var cursor = ElementCursor(collection: range) else {
            return open(range.isUndecided ? range : .noOverload)
        }
        var pending = Pending(limit: cursor.sampleLimit)
        while step(plan, &cursor) {
            let decision = decide(plan.condition)
            if decision == deciding { return deciding }
            if decision == .open { pending.note(openValue) }
        }
        pending.note(cursor.missing)
        guard let value = pending.value else { return deciding == .yes ? .no : .yes }
        return open(value)
    }

    /// The same over a complete flat list, the commonest case.
    private mutating func search(_ plan: CompiledComprehension, _ list: FlatView, _ deciding: Decision)
        -> Decision
    {
        let slot = Int(plan.slot)
        room.locals[slot] = .flat(list)
        var elements = list.lentElements
        var pending: Pending?
        var result: Decision = deciding == .yes ? .no : .yes
        while !meter.isExhausted, let (view, offset) = elements.next() {
            room.lent[slot] = LentElement(view: view, offset: offset)
            let decision = decide(plan.condition)
            if decision == deciding {
                result = deciding
                pending = nil
                break
            }
            if decision == .open {
                var noted = pending ?? Pending()
                noted.note(openValue)
                pending = noted
            }
        }
        room.lent[slot] = nil
        guard let value = pending?.value else { return result }
        return open(value)
    }
}

extension Comparison {
    @inline(__always)
    func holds(_ left: Int64, _ right: Int64) -> Bool {
        switch self {
        case .less: left < right
        case .lessEqual: left <= right
        case .greater: left > right
        case .greaterEqual: left >= right
        }
    }
}
