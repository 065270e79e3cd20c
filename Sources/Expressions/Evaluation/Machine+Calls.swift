import JSONTokens

extension Machine {
    mutating func call(_ site: CallSite) -> Value {
        switch site.arguments.count {
        case 1: return callUnary(site)
        case 2: return callBinary(site)
        default: return callGeneral(site)
        }
    }

    private mutating func callUnary(_ site: CallSite) -> Value {
        let argument = evaluate(site.arguments[0])
        if argument.isUndecided { return argument }
        guard spend(on: argument) else { return .failure(.costLimit) }
        for target in site.targets where target.takes(argument) {
            if let missing = Self.missing(argument, target) { return .unknown(missing) }
            switch target.body {
            case .unary(let body): return body(argument)
            case .host(let number): return activation.call(number, [argument])
            default: return apply(target, site, [argument])
            }
        }
        return .noOverload
    }

    private mutating func callBinary(_ site: CallSite) -> Value {
        let first = evaluate(site.arguments[0])
        let second = evaluate(site.arguments[1])
        if let undecided = Self.undecided(first, second) { return undecided }
        guard spend(on: first), spend(on: second) else { return .failure(.costLimit) }
        for target in site.targets where target.takes(first, second) {
            let missing = Self.missing(first, target) ?? Self.missing(second, target)
            if let missing { return .unknown(missing) }
            switch target.body {
            case .binary(let body): return body(first, second)
            case .host(let number): return activation.call(number, [first, second])
            default: return apply(target, site, [first, second])
            }
        }
        return .noOverload
    }

    private mutating func callGeneral(_ site: CallSite) -> Value {
        var arguments: [Value] = []
        arguments.reserveCapacity(site.arguments.count)
        var pending = Pending()
        for index in site.arguments {
            let argument = evaluate(index)
            if argument.isUndecided { pending.note(argument) }
            guard spend(on: argument) else { return .failure(.costLimit) }
            arguments.append(argument)
        }
        if let value = pending.value { return value }
        for target in site.targets where target.takes(arguments) {
            for argument in arguments { pending.note(Self.missing(argument, target)) }
            return pending.value ?? apply(target, site, arguments)
        }
        return .noOverload
    }

    private mutating func apply(_ target: CallTarget, _ site: CallSite, _ arguments: [Value])
        -> Value
    {
        switch target.body {
        case .general(let body): return body(arguments)
        case .metered(let body): return body(arguments, &meter)
        case .host(let number): return activation.call(number, arguments)
        case .pattern(let function): return search(function, site.pattern, arguments)
        case .unary(let body):
            precondition(arguments.count == 1, "a function of one value is declared with one parameter")
            return body(arguments[0])
        case .binary(let body):
            precondition(arguments.count == 2, "a function of two values is declared with two parameters")
            return body(arguments[0], arguments[1])
        }
    }

    /// Calls a function with its regular expression: the compiled literal, or one made of the argument.
    private mutating func search(_ function: PatternFunction, _ literal: Pattern?, _ arguments: [Value])
        -> Value
    {
        if let literal { return apply(function, literal, arguments) }
        guard let text = arguments[function.place].text else { return .noOverload }
        guard text.utf8.count <= Pattern.maximumDynamicLength else {
            return .failure(.badArgument, "a regular expression of \(text.utf8.count) bytes")
        }
        guard PatternFunction.spendCompilation(of: text, &meter) else { return .failure(.costLimit) }
        do {
            return apply(function, try room.patterns.pattern(of: text), arguments)
        } catch {
            return .failure(.badArgument, "regular expression: \(error.reason)")
        }
    }

    private mutating func apply(_ function: PatternFunction, _ pattern: Pattern, _ arguments: [Value])
        -> Value
    {
        switch function.body {
        case .general(let body): return body(pattern, arguments, &meter)
        case .occurs:
            guard meter.spend(arguments[0].extent / 16 * pattern.weight) else { return .failure(.costLimit) }
            return arguments[0].withText { .bool(pattern.occurs(in: $0)) } ?? .noOverload
        }
    }

    /// Spends what it costs to read an argument once.
    @inline(__always)
    private mutating func spend(on argument: Value) -> Bool {
        meter.spend(bytes: argument.extent)
    }

    /// Why the argument is incomplete, where the function cannot take that.
    private static func missing(_ argument: Value, _ target: CallTarget) -> UnknownSet? {
        guard case .list(let list) = argument, !target.acceptsIncompleteLists else { return nil }
        return list.missing
    }
}

extension Value {
    /// How much there is to read: bytes of a text, 16 for each element or member of a collection.
    var extent: Int {
        switch self {
        case .string(let text): text.utf8.count
        case .bytes(let bytes): bytes.count
        case .list(let list): list.knownCount << 4
        case .map(let map): map.keys.count << 4
        case .flat(let view): view.tag == .string ? view.count : view.count << 4
        default: 0
        }
    }
}

extension CallTarget {
    @inline(__always)
    fileprivate func takes(_ argument: Value) -> Bool {
        parameters.count == 1 && parameters[0].takes(argument)
    }

    @inline(__always)
    fileprivate func takes(_ first: Value, _ second: Value) -> Bool {
        parameters.count == 2 && parameters[0].takes(first) && parameters[1].takes(second)
    }

    fileprivate func takes(_ arguments: [Value]) -> Bool {
        guard parameters.count == arguments.count else { return false }
        for place in parameters.indices where !parameters[place].takes(arguments[place]) { return false }
        return true
    }
}
