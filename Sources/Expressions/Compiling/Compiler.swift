/// Turns a tree into nodes; checks types and collects references on the way.
struct Compiler {
    let environment: Environment
    var names: NameTable
    var draft = CodeDraft()
    private(set) var references: [Reference] = []
    private var noted: Set<Reference> = []
    var hostFunctions: [String] = []
    var scope: [Local] = []

    /// A variable of a macro.
    struct Local {
        let name: String
        let slot: Int32
        let type: ExpressionType
        let places: [Place]
    }

    /// A compiled part: its node, its type and what it may stand for.
    struct Lowered {
        let node: Int32
        let type: ExpressionType
        var places: [Place] = []
        /// How the value moves with the clock: 1 with it, -1 against it, 0 not at all.
        var slope: Int32 = 0
    }

    init(_ environment: Environment, _ names: NameTable) {
        self.environment = environment
        self.names = names
    }

    /// Lowers a part. A value that moves with the clock is refused but where the caller can follow it.
    mutating func lower(_ syntax: Syntax, mayMove: Bool = false) throws(LocatedError) -> Lowered {
        let lowered = try lowerForm(syntax)
        guard lowered.slope == 0 || mayMove else {
            let clock = environment.clock ?? ""
            throw LocatedError(
                "`\(clock)` may stand only in sums, differences and comparisons of order", at: syntax.offset)
        }
        return lowered
    }

    private mutating func lowerForm(_ syntax: Syntax) throws(LocatedError) -> Lowered {
        switch syntax.form {
        case .literal(let value): return Lowered(node: draft.constant(value), type: Self.type(of: value))
        case .name(let name, let isRooted): return try lowerName(name, isRooted, syntax)
        case .select(let operand, let field, let kind): return try lowerSelect(operand, field, kind, syntax)
        case .index(let operand, let key, let isOptional):
            return try lowerIndex(operand, key, isOptional, syntax)
        case .unary(let sign, let operand): return try lowerUnary(sign, operand, syntax)
        case .binary(let sign, let left, let right): return try lowerBinary(sign, left, right, syntax)
        case .conditional(let condition, let yes, let no): return try lowerConditional(condition, yes, no)
        case .call(let name, let arguments): return try lowerCall(name, arguments, syntax)
        case .method(let receiver, let name, let arguments):
            return try lowerMethod(receiver, name, arguments, syntax)
        case .list(let elements): return try lowerList(elements)
        case .map(let entries): return try lowerMap(entries)
        case .comprehension(let comprehension): return try lowerComprehension(comprehension)
        case .bind(let name, let value, let body): return try lowerBind(name, value, body)
        case .optionalMap(let operand, let name, let body, let isFlat):
            return try lowerOptionalMap(operand, name, body, isFlat)
        }
    }

    /// Lowers a part whose whole value is read.
    mutating func lowerUsed(_ syntax: Syntax, mayMove: Bool = false) throws(LocatedError) -> Lowered {
        let lowered = try lower(syntax, mayMove: mayMove)
        use(lowered)
        return Lowered(node: lowered.node, type: lowered.type, slope: lowered.slope)
    }

    /// Notes that the whole value of a part is read.
    mutating func use(_ lowered: Lowered) {
        for place in lowered.places { note(place.read(.value)) }
    }

    mutating func note(_ reference: Reference) {
        if noted.insert(reference).inserted { references.append(reference) }
    }

    /// Refuses the expression, unless types are left to the evaluation.
    func refuse(_ message: @autoclosure () -> String, at offset: Int) throws(LocatedError) {
        if environment.checksTypes { throw LocatedError(message(), at: offset) }
    }

    func local(_ name: String) -> Local? {
        scope.last { $0.name == name }
    }

    mutating func push(_ name: String, _ type: ExpressionType, _ places: [Place]) -> Int32 {
        let slot = Int32(scope.count)
        scope.append(Local(name: name, slot: slot, type: type, places: places))
        draft.slotCount = max(draft.slotCount, scope.count)
        return slot
    }

    private mutating func lowerUnary(_ sign: UnaryOperator, _ operand: Syntax, _ syntax: Syntax)
        throws(LocatedError) -> Lowered
    {
        let value = try lowerUsed(operand)
        switch sign {
        case .not:
            try expectBool(value.type, operand, "!")
            return Lowered(node: draft.add(.not(value.node)), type: .bool)
        case .negate:
            if !value.type.isOpen, ![.int, .double].contains(value.type) {
                try refuse("`-` has no meaning for \(value.type)", at: syntax.offset)
            }
            return Lowered(node: draft.add(.negate(value.node)), type: value.type)
        }
    }

    private mutating func lowerConditional(_ condition: Syntax, _ yes: Syntax, _ no: Syntax)
        throws(LocatedError) -> Lowered
    {
        let test = try lowerUsed(condition)
        try expectBool(test.type, condition, "? :")
        let first = try lower(yes)
        let second = try lower(no)
        return Lowered(
            node: draft.add(.conditional(test.node, first.node, second.node)),
            type: first.type.joined(with: second.type), places: first.places + second.places)
    }

    func expectBool(_ type: ExpressionType, _ syntax: Syntax, _ sign: String) throws(LocatedError) {
        guard type != .bool, !type.isOpen else { return }
        try refuse("`\(sign)` takes bool, not \(type)", at: syntax.offset)
    }

    private mutating func lowerList(_ elements: [Syntax.Element]) throws(LocatedError) -> Lowered {
        var children: [LiteralChild] = []
        var type = ExpressionType.undecided
        for element in elements {
            let value = try lowerUsed(element.value)
            let elementType = element.isOptional ? try unwrapped(value.type, element.value) : value.type
            type = type.joined(with: elementType)
            children.append(LiteralChild(key: -1, value: value.node, isOptional: element.isOptional))
        }
        let first = Int32(draft.children.count)
        draft.children += children
        return Lowered(node: draft.add(.list(first: first, count: Int32(children.count))), type: .list(type))
    }

    private mutating func lowerMap(_ entries: [Syntax.Entry]) throws(LocatedError) -> Lowered {
        var children: [LiteralChild] = []
        var keyType = ExpressionType.undecided
        var valueType = ExpressionType.undecided
        for entry in entries {
            let key = try lowerUsed(entry.key)
            let value = try lowerUsed(entry.value)
            keyType = keyType.joined(with: try keyed(key.type, entry.key))
            let member = entry.isOptional ? try unwrapped(value.type, entry.value) : value.type
            valueType = valueType.joined(with: member)
            children.append(LiteralChild(key: key.node, value: value.node, isOptional: entry.isOptional))
        }
        let first = Int32(draft.children.count)
        draft.children += children
        let node = draft.add(.map(first: first, count: Int32(children.count)))
        return Lowered(node: node, type: .map(keyType, valueType))
    }

    /// The type of a key. What can be none is not followed: a map of maps as keys would double its type with each step.
    private func keyed(_ type: ExpressionType, _ syntax: Syntax) throws(LocatedError) -> ExpressionType {
        switch type {
        case .bool, .int, .uint, .string, .dyn, .parameter: return type
        default:
            try refuse("a map's key is a bool, an int, an uint or a string, not \(type)", at: syntax.offset)
            return .dyn
        }
    }

    private func unwrapped(_ type: ExpressionType, _ syntax: Syntax) throws(LocatedError) -> ExpressionType {
        if case .optional(let value) = type { return value }
        if !type.isOpen { try refuse("`?` takes an optional, not \(type)", at: syntax.offset) }
        return .dyn
    }

    static func type(of literal: Value) -> ExpressionType {
        switch literal {
        case .null: .null
        case .bool: .bool
        case .int: .int
        case .uint: .uint
        case .double: .double
        case .string: .string
        case .bytes: .bytes
        default: .dyn
        }
    }
}
