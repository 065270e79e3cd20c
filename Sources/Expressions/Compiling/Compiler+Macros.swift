extension Compiler {
    mutating func lowerComprehension(_ comprehension: Syntax.Comprehension) throws(LocatedError) -> Lowered {
        let range = try lower(comprehension.range)
        for place in range.places { note(place.read(.presence)) }
        let (key, element) = try elementTypes(of: range.type, comprehension)
        let elementPlaces = range.places.map { $0.then(.element) }
        let slot: Int32
        if comprehension.names.count == 2 {
            slot = push(comprehension.names[0], key, [])
            _ = push(comprehension.names[1], element, elementPlaces)
        } else {
            slot = push(comprehension.names[0], element, isMap(range.type) ? [] : elementPlaces)
        }
        let condition = try comprehension.condition.mapTyped { part throws(LocatedError) in
            try lowerUsed(part)
        }
        let transform = try comprehension.transform.mapTyped { part throws(LocatedError) in
            try lowerUsed(part)
        }
        scope.removeLast(comprehension.names.count)
        if let condition, let syntax = comprehension.condition {
            try expectBool(condition.type, syntax, "a macro's condition")
        }
        draft.comprehensions.append(
            CompiledComprehension(
                kind: comprehension.kind, range: range.node, slot: slot,
                hasTwoVariables: comprehension.names.count == 2, condition: condition?.node ?? -1,
                transform: transform?.node ?? -1, offset: Int32(comprehension.range.offset)))
        let node = draft.add(.comprehension(Int32(draft.comprehensions.count - 1)))
        let type = Self.resultType(comprehension.kind, element: element, key: key, transform?.type ?? .dyn)
        return Lowered(node: node, type: type, places: comprehension.kind == .filter ? range.places : [])
    }

    mutating func lowerBind(_ name: String, _ value: Syntax, _ body: Syntax) throws(LocatedError) -> Lowered {
        let bound = try lower(value)
        let slot = push(name, bound.type, bound.places)
        let result = try lower(body)
        scope.removeLast()
        let node = draft.add(.bind(slot: slot, value: bound.node, body: result.node))
        return Lowered(node: node, type: result.type, places: result.places)
    }

    mutating func lowerOptionalMap(_ operand: Syntax, _ name: String, _ body: Syntax, _ isFlat: Bool)
        throws(LocatedError) -> Lowered
    {
        let value = try lower(operand)
        for place in value.places { note(place.read(.presence)) }
        let slot = push(name, Self.withoutOptional(value.type), value.places)
        let result = try lower(body)
        scope.removeLast()
        if isFlat { try expectOptional(result.type, body) }
        let node = draft.add(.optionalMap(value.node, slot: slot, body: result.node, isFlat: isFlat))
        return Lowered(node: node, type: isFlat ? result.type : .optional(result.type), places: result.places)
    }

    private func expectOptional(_ type: ExpressionType, _ syntax: Syntax) throws(LocatedError) {
        if case .optional = type { return }
        if !type.isOpen { try refuse("optFlatMap() makes an optional, not \(type)", at: syntax.offset) }
    }

    private func isMap(_ type: ExpressionType) -> Bool {
        if case .map = type { return true }
        return false
    }

    /// The types of index and element, or of key and value; with one variable the key of a map is its
    /// element.
    private func elementTypes(of type: ExpressionType, _ comprehension: Syntax.Comprehension)
        throws(LocatedError) -> (key: ExpressionType, element: ExpressionType)
    {
        let isPair = comprehension.names.count == 2
        switch type {
        case .list(let element): return (.int, element == .undecided ? .dyn : element)
        case .map(let key, let value): return (key, isPair ? value : key)
        case .dyn, .parameter: return (.dyn, .dyn)
        case .object where environment.checksTypes == false: return (.dyn, .dyn)
        default:
            try refuse("a macro walks a list or a map, not \(type)", at: comprehension.range.offset)
            return (.dyn, .dyn)
        }
    }

    private static func resultType(
        _ kind: ComprehensionKind, element: ExpressionType, key: ExpressionType, _ transform: ExpressionType
    ) -> ExpressionType {
        switch kind {
        case .all, .exists, .existsOne: .bool
        case .filter: .list(element)
        case .map: .list(transform)
        case .transformMap: .map(key, transform)
        case .transformMapEntry:
            if case .map = transform { transform } else { .map(.dyn, .dyn) }
        }
    }
}

extension Optional {
    /// `map` that keeps the type of what is thrown.
    func mapTyped<Result, Failure: Error>(_ body: (Wrapped) throws(Failure) -> Result) throws(Failure)
        -> Result?
    {
        guard let value = self else { return nil }
        return try body(value)
    }
}
