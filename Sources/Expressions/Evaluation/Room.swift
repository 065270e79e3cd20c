import JSONTokens

/// What an evaluator keeps between evaluations, so that they take no room of their own.
struct Room {
    /// The values of the macros' variables. Of one that walks a flat list the list; then its element is in `lent`.
    var locals: [Value] = []
    /// Of a variable that walks a flat list the element, read without counting references; of others nothing. The list
    /// in `locals` keeps its bytes alive.
    var lent: [LentElement?] = []
    var patterns = PatternCache()
    // What the last evaluation left behind: see the properties of `Evaluator`.
    var cost = 0
    var nextChange: Int128?
    var lastChange: Int128?

    /// Makes room for the variables of a program.
    mutating func reserve(_ count: Int) {
        while locals.count < count {
            locals.append(.null)
            lent.append(nil)
        }
    }

    /// Lets go of what the variables held.
    mutating func clear(_ count: Int) {
        for slot in 0..<count { locals[slot] = .null }
    }
}

/// An element of a flat list that a macro walks.
struct LentElement {
    let view: LentView
    /// Where it lies in the bytes of its list.
    let offset: Int
}

extension Machine {
    /// The value of a macro's variable.
    mutating func local(_ slot: Int) -> Value {
        guard let element = room.lent[slot] else { return room.locals[slot] }
        return owned(element.view, element, slot)
    }

    /// Binds a macro's variable to a value.
    mutating func bind(_ slot: Int, _ value: Value) {
        room.lent[slot] = nil
        room.locals[slot] = value
    }

    /// A field of a macro's variable, read without taking the variable's value out.
    mutating func localField(_ slot: Int, _ name: Int32) -> Value {
        guard let element = room.lent[slot] else { return field(room.locals[slot], name) }
        guard let member = element.view.member(code.nameKeys[Int(name)]) else {
            return field(local(slot), name)
        }
        if let whole = member.int { return .int(whole) }
        return owned(member, element, slot)
    }

    /// A value of its own of what lies in the element of a macro's variable.
    private mutating func owned(_ view: LentView, _ element: LentElement, _ slot: Int) -> Value {
        guard case .flat(let list) = room.locals[slot] else {
            preconditionFailure("the list that a macro walks stands in its variable")
        }
        return Value(flat: list.value(at: element.offset + view.distance(from: element.view)))
    }
}
