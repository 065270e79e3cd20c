extension Compiler {
    mutating func lowerName(_ name: String, _ isRooted: Bool, _ syntax: Syntax) throws(LocatedError)
        -> Lowered
    {
        if !isRooted, let local = local(name) {
            return Lowered(node: draft.add(.local(local.slot)), type: local.type, places: local.places)
        }
        if let found = variable(name, isRooted) { return found }
        if let type = typeName(name) { return type }
        let known = environment.variables.map(\.name) + scope.map(\.name)
        try refuse(
            "nothing is called `\(name)`\(Spelling.hint(for: name, among: known))", at: syntax.offset)
        return Lowered(node: draft.add(.undeclared(name: draft.name(name, &names))), type: .dyn)
    }

    mutating func lowerSelect(
        _ operand: Syntax, _ field: String, _ kind: Syntax.SelectKind, _ syntax: Syntax
    ) throws(LocatedError) -> Lowered {
        if kind == .plain, let found = qualified(syntax) { return found }
        let value = try lower(operand)
        let type = try fieldType(field, of: value.type, syntax)
        let name = draft.name(field, &names)
        let places = value.places.map { $0.then(.field(field)) }
        switch kind {
        case .presence:
            for place in places { note(place.read(.presence)) }
            return Lowered(node: draft.add(.hasField(value.node, name: name)), type: .bool)
        case .optional:
            let flat = Self.withoutOptional(type)
            return Lowered(
                node: draft.add(.optionalField(value.node, name: name)), type: .optional(flat),
                places: places,
                words: words(field, of: value.type))
        case .plain:
            return Lowered(
                node: draft.addField(of: value.node, name: name), type: type, places: places,
                words: words(field, of: value.type))
        }
    }

    /// A chain of names that is one declared name, such as `a.b.c`.
    private mutating func qualified(_ syntax: Syntax) -> Lowered? {
        guard let (name, isRooted) = Self.qualifiedName(syntax) else { return nil }
        let first = String(name.prefix { $0 != "." })
        if !isRooted, local(first) != nil { return nil }
        return variable(name, isRooted) ?? typeName(name)
    }

    /// The dotted text of a chain of selections from a name; nil for anything else.
    static func qualifiedName(_ syntax: Syntax) -> (name: String, isRooted: Bool)? {
        switch syntax.form {
        case .name(let name, let isRooted): return (name, isRooted)
        case .select(let operand, let field, .plain):
            guard let (name, isRooted) = qualifiedName(operand) else { return nil }
            return ("\(name).\(field)", isRooted)
        default: return nil
        }
    }

    private mutating func variable(_ name: String, _ isRooted: Bool) -> Lowered? {
        for candidate in environment.candidates(name, isRooted: isRooted) {
            guard let index = environment.variableIndex(candidate) else { continue }
            let type = environment.variables[index].type
            let place = Place(root: .variable(candidate), rootType: type)
            return Lowered(
                node: draft.add(.variable(Int32(index))), type: type, places: [place],
                slope: candidate == environment.clock ? 1 : 0)
        }
        return nil
    }

    private mutating func typeName(_ name: String) -> Lowered? {
        guard Self.typeNames.contains(name) else { return nil }
        return Lowered(node: draft.constant(.type(name)), type: .type)
    }

    private func fieldType(_ field: String, of type: ExpressionType, _ syntax: Syntax)
        throws(LocatedError) -> ExpressionType
    {
        switch type {
        case .map(let key, let value):
            if key != .string, !key.isOpen { try refuse("the map's keys are \(key)", at: syntax.offset) }
            return value == .undecided ? .dyn : value
        case .optional(let value):
            let inner = try fieldType(field, of: value, syntax)
            return .optional(Self.withoutOptional(inner))
        case .object(let name):
            guard let object = environment.objectType(name) else { return .dyn }
            if let type = object.fields[field] { return type }
            let hint = Spelling.hint(for: field, among: Array(object.fields.keys))
            try refuse("\(name) has no field `\(field)`\(hint)", at: syntax.offset)
            return .dyn
        case .dyn, .parameter: return .dyn
        default:
            try refuse("\(type) has no field `\(field)`", at: syntax.offset)
            return .dyn
        }
    }

    static func withoutOptional(_ type: ExpressionType) -> ExpressionType {
        if case .optional(let value) = type { return value }
        return type
    }

    mutating func lowerIndex(_ operand: Syntax, _ key: Syntax, _ isOptional: Bool, _ syntax: Syntax)
        throws(LocatedError) -> Lowered
    {
        let value = try lower(operand)
        if case .object = value.type, case .literal(.string(let field)) = key.form {
            let kind: Syntax.SelectKind = isOptional ? .optional : .plain
            let selection = Syntax(.select(operand, field: field, kind), at: syntax.offset)
            return try lowerSelect(operand, field, kind, selection)
        }
        let index = try lowerUsed(key)
        let type = try elementType(of: value.type, index.type, syntax)
        var step = Reference.Step.element
        if case .literal(.string(let text)) = key.form { step = .field(text) }
        let places = value.places.map { $0.then(step) }
        if isOptional {
            let node = draft.add(.optionalIndex(value.node, key: index.node))
            return Lowered(node: node, type: .optional(Self.withoutOptional(type)), places: places)
        }
        return Lowered(node: draft.add(.index(value.node, key: index.node)), type: type, places: places)
    }

    private func elementType(of type: ExpressionType, _ key: ExpressionType, _ syntax: Syntax)
        throws(LocatedError) -> ExpressionType
    {
        switch type {
        case .list(let element):
            if !key.isNumber, !key.isOpen {
                try refuse("a list is indexed by a number, not by \(key)", at: syntax.offset)
            }
            return element == .undecided ? .dyn : element
        case .map(let declared, let value):
            if !declared.isComparable(with: key) {
                try refuse("the map's keys are \(declared), not \(key)", at: syntax.offset)
            }
            return value == .undecided ? .dyn : value
        case .optional(let inner):
            return .optional(Self.withoutOptional(try elementType(of: inner, key, syntax)))
        case .dyn, .parameter, .object: return .dyn
        default:
            try refuse("\(type) cannot be indexed", at: syntax.offset)
            return .dyn
        }
    }

    private static let typeNames: Set<String> = [
        "bool", "int", "uint", "double", "string", "bytes", "list", "map", "null_type", "type",
        "optional_type",
        "google.protobuf.Timestamp", "google.protobuf.Duration", "net.IP", "net.CIDR",
    ]
}
