extension Compiler {
    mutating func lowerCall(_ name: String, _ arguments: [Syntax], _ syntax: Syntax) throws(LocatedError)
        -> Lowered
    {
        for candidate in environment.candidates(name, isRooted: false) {
            let overloads = environment.overloads(candidate, isMethod: false)
            if !overloads.isEmpty { return try call(candidate, overloads, arguments, syntax) }
        }
        return try unknownFunction(name, arguments, syntax)
    }

    mutating func lowerMethod(_ receiver: Syntax, _ name: String, _ arguments: [Syntax], _ syntax: Syntax)
        throws(LocatedError) -> Lowered
    {
        if let (prefix, isRooted) = Self.qualifiedName(receiver),
            local(String(prefix.prefix { $0 != "." })) == nil
        {
            for candidate in environment.candidates("\(prefix).\(name)", isRooted: isRooted) {
                let overloads = environment.overloads(candidate, isMethod: false)
                if !overloads.isEmpty { return try call(candidate, overloads, arguments, syntax) }
            }
        }
        let overloads = environment.overloads(name, isMethod: true)
        if overloads.isEmpty { return try unknownFunction(name, [receiver] + arguments, syntax) }
        return try call(name, overloads, [receiver] + arguments, syntax)
    }

    /// Refuses the call; where types are left to the evaluation it becomes one that always fails.
    private mutating func unknownFunction(_ name: String, _ arguments: [Syntax], _ syntax: Syntax)
        throws(LocatedError) -> Lowered
    {
        let hint = Spelling.hint(for: name, among: environment.functionNames)
        try refuse("unknown function `\(name)`\(hint)", at: syntax.offset)
        var nodes: [Int32] = []
        for argument in arguments { nodes.append(try lowerUsed(argument).node) }
        return addCall(CallSite([], nodes), .dyn)
    }

    private mutating func call(
        _ name: String, _ overloads: [FunctionDeclaration], _ arguments: [Syntax], _ syntax: Syntax
    ) throws(LocatedError) -> Lowered {
        var lowered: [Lowered] = []
        for argument in arguments { lowered.append(try lower(argument)) }
        let types = lowered.map(\.type)
        let (matching, results) = Self.matching(overloads, types)
        noteReads(lowered, matching)
        guard let first = results.first else {
            let texts = types.map(\.description).joined(separator: ", ")
            let known = overloads.map(\.signature).joined(separator: " or ")
            try refuse("no overload of `\(name)` takes (\(texts)); there is \(known)", at: syntax.offset)
            return addCall(CallSite(overloads, lowered.map(\.node)), .dyn)
        }
        let literal = Self.firstLiteral(arguments, matching[0])
        var type = results.allSatisfy { $0 == first } ? first : .dyn
        if let literal, let decide = matching[0].resultOfLiteral {
            guard let decided = decide(literal) else {
                throw LocatedError("`\(name)` knows no `\(literal)`", at: syntax.offset)
            }
            type = decided
        }
        var pattern: Pattern?
        if case .pattern(let function) = matching[0].body {
            pattern = try Self.pattern(arguments[function.place])
        }
        var call = addCall(CallSite(matching, lowered.map(\.node), pattern), type)
        if matching[0].isHost {
            if !hostFunctions.contains(name) { hostFunctions.append(name) }
            if type.mayHoldFields {
                call.places = [Place(root: .call(function: name, literal: literal), rootType: type)]
            }
        }
        return call
    }

    /// The regular expression that a literal is; nil for anything else.
    private static func pattern(_ syntax: Syntax) throws(LocatedError) -> Pattern? {
        guard case .literal(.string(let text)) = syntax.form else { return nil }
        do {
            return try Pattern(text)
        } catch {
            throw LocatedError("this is no regular expression: \(error.reason)", at: syntax.offset)
        }
    }

    private mutating func addCall(_ site: CallSite, _ type: ExpressionType) -> Lowered {
        draft.calls.append(site)
        return Lowered(node: draft.add(.call(Int32(draft.calls.count - 1))), type: type)
    }

    /// The overloads that the types allow, and the result of each.
    private static func matching(_ overloads: [FunctionDeclaration], _ types: [ExpressionType])
        -> ([FunctionDeclaration], [ExpressionType])
    {
        var matching: [FunctionDeclaration] = []
        var results: [ExpressionType] = []
        for overload in overloads where overload.parameters.count == types.count {
            var match = TypeMatch()
            let fits = zip(types, overload.parameters).allSatisfy { match.accepts($0, as: $1) }
            guard fits else { continue }
            matching.append(overload)
            results.append(match.resolve(overload.result))
        }
        return (matching, results)
    }

    /// A function that says which fields of its first argument it reads leaves the others unread.
    private mutating func noteReads(_ arguments: [Lowered], _ overloads: [FunctionDeclaration]) {
        for (index, argument) in arguments.enumerated() {
            let fields = overloads.count == 1 && index == 0 ? overloads[0].readFields : nil
            guard let fields else {
                use(argument)
                continue
            }
            for place in argument.places {
                for field in fields { note(place.then(.field(field)).read(.value)) }
            }
        }
    }

    private static func firstLiteral(_ arguments: [Syntax], _ declaration: FunctionDeclaration) -> String? {
        let rest = declaration.isMethod ? arguments.dropFirst() : arguments[...]
        guard let first = rest.first, case .literal(.string(let text)) = first.form else { return nil }
        return text
    }
}
