/// The macros: calls that the parser turns into other forms.
enum Macros {
    /// The expansion of a global call, or nil if it is no macro.
    static func expand(_ name: String, _ arguments: [Syntax], _ offset: Int) throws(LocatedError) -> Syntax? {
        guard name == "has", arguments.count == 1 else { return nil }
        guard case .select(let operand, let field, let kind) = arguments[0].form, kind == .plain else {
            throw LocatedError("has() asks for a field, as in has(a.b)", at: offset)
        }
        return Syntax(.select(operand, field: field, .presence), at: arguments[0].offset)
    }

    /// The expansion of a method call, or nil if it is no macro.
    static func expand(_ receiver: Syntax, _ name: String, _ arguments: [Syntax], _ offset: Int)
        throws(LocatedError) -> Syntax?
    {
        if case .name("cel", _) = receiver.form { return try expandCel(name, arguments, offset) }
        if case .name("math", _) = receiver.form {
            return expandMathematics(receiver, name, arguments, offset)
        }
        switch (name, arguments.count) {
        case ("optMap", 2), ("optFlatMap", 2):
            let variable = try variableName(arguments[0])
            let isFlat = name == "optFlatMap"
            return Syntax(
                .optionalMap(receiver, name: variable, body: arguments[1], isFlat: isFlat), at: offset)
        case ("sortBy", 2): return try sortBy(receiver, arguments, offset)
        default: return try comprehension(receiver, name, arguments, offset)
        }
    }

    private static func comprehension(
        _ range: Syntax, _ name: String, _ arguments: [Syntax], _ offset: Int
    ) throws(LocatedError) -> Syntax? {
        guard let shape = shapes.first(where: { $0.name == name && $0.argumentCount == arguments.count })
        else { return nil }
        var names: [String] = []
        for argument in arguments.prefix(shape.variableCount) { names.append(try variableName(argument)) }
        if names.count == 2, names[0] == names[1] {
            throw LocatedError("the two variables need two names", at: arguments[1].offset)
        }
        let rest = Array(arguments.dropFirst(shape.variableCount))
        let transforms = [.map, .transformMap, .transformMapEntry].contains(shape.kind)
        let comprehension = Syntax.Comprehension(
            kind: shape.kind, range: range, names: names,
            condition: transforms ? (rest.count == 2 ? rest[0] : nil) : rest[0],
            transform: transforms ? rest[rest.count - 1] : nil)
        return Syntax(.comprehension(comprehension), at: offset)
    }

    /// The function behind `sortBy`; no expression can name it.
    static let sortedByKeys = "@sortedByKeys"

    /// `list.sortBy(e, key)`: the list and the list of its keys, sorted together.
    private static func sortBy(_ range: Syntax, _ arguments: [Syntax], _ offset: Int) throws(LocatedError)
        -> Syntax
    {
        let variable = try variableName(arguments[0])
        let list = Syntax(.name("@list", isRooted: false), at: range.offset)
        let keys = Syntax(
            .comprehension(
                Syntax.Comprehension(
                    kind: .map, range: list, names: [variable], condition: nil, transform: arguments[1])),
            at: offset)
        let sorted = Syntax(.method(list, name: sortedByKeys, [keys]), at: offset)
        return Syntax(.bind(name: "@list", value: range, body: sorted), at: offset)
    }

    private struct Shape {
        let name: String
        let kind: ComprehensionKind
        let variableCount: Int
        let argumentCount: Int
    }

    private static let shapes: [Shape] = [
        Shape(name: "all", kind: .all, variableCount: 1, argumentCount: 2),
        Shape(name: "all", kind: .all, variableCount: 2, argumentCount: 3),
        Shape(name: "exists", kind: .exists, variableCount: 1, argumentCount: 2),
        Shape(name: "exists", kind: .exists, variableCount: 2, argumentCount: 3),
        Shape(name: "exists_one", kind: .existsOne, variableCount: 1, argumentCount: 2),
        Shape(name: "existsOne", kind: .existsOne, variableCount: 1, argumentCount: 2),
        Shape(name: "exists_one", kind: .existsOne, variableCount: 2, argumentCount: 3),
        Shape(name: "existsOne", kind: .existsOne, variableCount: 2, argumentCount: 3),
        Shape(name: "filter", kind: .filter, variableCount: 1, argumentCount: 2),
        Shape(name: "map", kind: .map, variableCount: 1, argumentCount: 2),
        Shape(name: "map", kind: .map, variableCount: 1, argumentCount: 3),
        Shape(name: "transformList", kind: .map, variableCount: 2, argumentCount: 3),
        Shape(name: "transformList", kind: .map, variableCount: 2, argumentCount: 4),
        Shape(name: "transformMap", kind: .transformMap, variableCount: 2, argumentCount: 3),
        Shape(name: "transformMap", kind: .transformMap, variableCount: 2, argumentCount: 4),
        Shape(name: "transformMapEntry", kind: .transformMapEntry, variableCount: 2, argumentCount: 3),
        Shape(name: "transformMapEntry", kind: .transformMapEntry, variableCount: 2, argumentCount: 4),
    ]

    /// The calls below the name `cel`: bind, block, index and iterVar.
    private static func expandCel(_ name: String, _ arguments: [Syntax], _ offset: Int)
        throws(LocatedError) -> Syntax?
    {
        switch (name, arguments.count) {
        case ("bind", 3):
            let variable = try variableName(arguments[0])
            return Syntax(.bind(name: variable, value: arguments[1], body: arguments[2]), at: offset)
        case ("block", 2):
            guard case .list(let steps) = arguments[0].form else {
                throw LocatedError("cel.block() begins with a list", at: offset)
            }
            var body = arguments[1]
            for (index, step) in steps.enumerated().reversed() {
                body = Syntax(
                    .bind(name: "@index\(index)", value: step.value, body: body), at: step.value.offset)
            }
            return body
        case ("index", 1):
            guard case .literal(.int(let index)) = arguments[0].form else { return nil }
            return Syntax(.name("@index\(index)", isRooted: false), at: offset)
        case ("iterVar", 2):
            guard case .literal(.int(let level)) = arguments[0].form,
                case .literal(.int(let number)) = arguments[1].form
            else { return nil }
            return Syntax(.name("@iterVar\(level):\(number)", isRooted: false), at: offset)
        default: return nil
        }
    }

    /// `math.greatest(a, b, ...)` as a call with one list.
    private static func expandMathematics(
        _ receiver: Syntax, _ name: String, _ arguments: [Syntax], _ offset: Int
    ) -> Syntax? {
        guard name == "greatest" || name == "least", arguments.count > 1 else { return nil }
        let elements = arguments.map { Syntax.Element(value: $0, isOptional: false) }
        let list = Syntax(.list(elements), at: arguments[0].offset)
        return Syntax(.method(receiver, name: name, [list]), at: offset)
    }

    private static func variableName(_ syntax: Syntax) throws(LocatedError) -> String {
        guard case .name(let name, isRooted: false) = syntax.form else {
            throw LocatedError("a variable's name should stand here", at: syntax.offset)
        }
        return name
    }
}
