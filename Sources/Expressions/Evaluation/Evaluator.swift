/// Where an expression gets its variables, the fields of objects and the host's functions.
///
/// Held once per evaluation; every method is called on the evaluating thread.
public protocol Activation: AnyObject {
    /// The value of the environment's variable with this index; `.unknown` if it was never observed.
    func variable(_ index: Int) -> Value
    /// The value of an object's field, by the number of its name in the `NameTable`; nil if the object lacks
    /// it, `.unknown` if it was never observed.
    func field(_ name: Int32, of object: ObjectHandle) -> Value?
    /// Calls the host's function with this number. No argument is unknown or an error; their types are those
    /// declared.
    func call(_ function: Int, _ arguments: [Value]) -> Value
    /// Answers the query with this number; `key` is the text that a joined one compares with.
    func gather(_ query: Int, key: Value?) -> Gathered
}

extension Activation {
    /// Lets every macro walk its list.
    public func gather(_ query: Int, key: Value?) -> Gathered { .walk }
}

/// Evaluates programs, one at a time. Not shared between threads; it keeps its room between evaluations.
public final class Evaluator {
    /// What an evaluation may cost, in the units of `Meter`; beyond that it is the error `costLimit`.
    public let costLimit: Int
    private var room = Room()

    /// An evaluator with a limit on what an evaluation may cost.
    public init(costLimit: Int = 1_000_000) {
        self.costLimit = costLimit
    }

    /// What the query says of one element of its list.
    public func answer(
        _ query: CollectionQuery, of program: Program, for element: Value, in activation: any Activation
    ) -> MemberAnswer {
        var machine = Machine(program.code, activation, limit: costLimit, room: &room)
        defer { machine.giveBack(&room) }
        return machine.answer(query, for: element)
    }

    /// The value of the program, `.error` or `.unknown` where it has none.
    public func evaluate(_ program: Program, in activation: any Activation) -> Value {
        var machine = Machine(program.code, activation, limit: costLimit, room: &room)
        let value = machine.evaluate(program.code.root)
        let isExhausted = machine.meter.isExhausted
        machine.giveBack(&room)
        return isExhausted ? .failure(.costLimit) : value
    }

    /// What the last evaluation cost. Depends on program and values only.
    public var cost: Int { room.cost }

    /// How long after the present instant the earliest of the comparisons that the last evaluation made
    /// gives another answer; nil if none ever does. Until then the value stays what it is, if nothing else
    /// changes.
    public var nextChange: TimeSpan? { room.nextChange.flatMap { TimeSpan(total: $0) } }

    /// How long before the present instant the latest of the comparisons that the last evaluation made began to
    /// give the answer it gives; nil if none ever gave another. Since then the value is what it is, if nothing else
    /// changed.
    public var lastChange: TimeSpan? { room.lastChange.flatMap { TimeSpan(total: $0) } }
}

/// One evaluation. Its methods are mutating throughout, for a method that is not may copy the whole of it.
struct Machine {
    let code: Code
    let activation: any Activation
    var meter: Meter
    /// Nanoseconds until the first comparison changes.
    var nextChange: Int128?
    /// Nanoseconds since the last comparison changed.
    var lastChange: Int128?
    /// The macros' variables and what else is kept between evaluations.
    var room = Room()
    /// What a condition came to that is neither true nor false; see `Decision`.
    var openValue = Value.null

    /// Takes the room out of its owner, so that writing to it copies nothing.
    init(_ code: Code, _ activation: any Activation, limit: Int, room: inout Room) {
        self.code = code
        self.activation = activation
        meter = Meter(limit: limit)
        swap(&self.room, &room)
        self.room.reserve(code.slotCount)
    }

    /// Leaves the room for the next evaluation, without what this one held.
    mutating func giveBack(_ room: inout Room) {
        self.room.clear(code.slotCount)
        self.room.cost = meter.cost
        self.room.nextChange = nextChange
        self.room.lastChange = lastChange
        swap(&self.room, &room)
    }

    mutating func evaluate(_ index: Int32) -> Value {
        guard meter.spend(1) else { return .failure(.costLimit) }
        return value(of: index)
    }

    /// The same, for a node that is paid for.
    mutating func value(of index: Int32) -> Value {
        switch code.nodes[Int(index)] {
        case .constant(let place): return code.constants[Int(place)]
        case .variable(let number): return activation.variable(Int(number))
        case .local(let slot): return local(Int(slot))
        case .undeclared(let name): return .failure(.noSuchVariable, code.names[Int(name)])
        case .field(let operand, let name): return field(evaluate(operand), name)
        case .localField(let slot, let name): return localField(Int(slot), name)
        case .and, .or, .not, .localFieldIsText: return decidedValue(of: index)
        case .equal(let left, let right): return equal(left, right, wanted: true)
        case .notEqual(let left, let right): return equal(left, right, wanted: false)
        case .compare(let sign, let left, let right): return compare(sign, left, right)
        case .timedCompare(let sign, let left, let right, let slope):
            return timedCompare(sign, left, right, slope)
        case .comprehension(let place):
            let plan = code.comprehensions[Int(place)]
            return plan.isQuestion ? decidedValue(of: index) : comprehension(plan)
        case .conditional(let test, let yes, let no): return conditional(test, yes, no)
        case .call(let place): return call(code.calls[Int(place)])
        case .contains(let element, let collection): return contains(element, collection)
        case .arithmetic(let sign, let left, let right): return arithmetic(sign, left, right)
        case .negate(let operand): return ArithmeticRules.negate(evaluate(operand))
        case .hasField(let operand, let name): return hasField(evaluate(operand), name)
        case .optionalField(let operand, let name): return optionalField(evaluate(operand), name)
        case .index(let operand, let key): return self.index(operand, key, isOptional: false)
        case .optionalIndex(let operand, let key): return self.index(operand, key, isOptional: true)
        case .list(let first, let count): return list(Int(first), Int(count))
        case .map(let first, let count): return map(Int(first), Int(count))
        case .bind(let slot, let value, let body):
            bind(Int(slot), evaluate(value))
            return evaluate(body)
        case .optionalMap(let operand, let slot, let body, let isFlat):
            return optionalMap(evaluate(operand), slot, body, isFlat)
        }
    }

    /// What a strict operation gives for values of which one may be unknown or an error: unknowns together,
    /// else the first error, else nil.
    static func undecided(_ left: Value, _ right: Value) -> Value? {
        switch (left, right) {
        case (.unknown(let left), .unknown(let right)): .unknown(left.union(right))
        case (.unknown, _), (.error, _): left.orUnknown(right)
        case (_, .unknown), (_, .error): right
        default: nil
        }
    }
}

extension Value {
    /// This, unless the other is unknown and this is not.
    fileprivate func orUnknown(_ other: Value) -> Value {
        if case .error = self, case .unknown = other { return other }
        return self
    }
}

/// Unknowns and errors met on the way to an answer that a later value may still decide.
struct Pending {
    private(set) var missing: UnknownSet?
    private var error: Value?
    /// How many more unknown values are named.
    private var rest: Int

    init(limit: Int = .max) {
        rest = limit
    }

    /// Notes a value that is unknown, an error, or of the wrong type.
    mutating func note(_ value: Value) {
        switch value {
        case .unknown(let paths):
            guard rest > 0 else { return }
            rest -= 1
            note(paths)
        case .error: error = error ?? value
        default: error = error ?? .noOverload
        }
    }

    mutating func note(_ paths: UnknownSet?) {
        guard let paths else { return }
        missing = missing?.union(paths) ?? paths
    }

    /// What is left if nothing decided: unknown beats error.
    var value: Value? {
        if let missing { return .unknown(missing) }
        return error
    }

    var hasError: Bool { error != nil }
}
