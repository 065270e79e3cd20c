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
        for overload in site.overloads where overload.takes(argument) {
            if let missing = Self.missing(argument, overload) { return .unknown(missing) }
            switch overload.body {
            case .unary(let body): return body(argument)
            case .general(let body): return body([argument])
            case .host(let number): return activation.call(number, [argument])
            case .binary: continue
            }
        }
        return .noOverload
    }

    private mutating func callBinary(_ site: CallSite) -> Value {
        let first = evaluate(site.arguments[0])
        let second = evaluate(site.arguments[1])
        if let undecided = Self.undecided(first, second) { return undecided }
        for overload in site.overloads where overload.takes(first, second) {
            let missing = Self.missing(first, overload) ?? Self.missing(second, overload)
            if let missing { return .unknown(missing) }
            switch overload.body {
            case .binary(let body): return body(first, second)
            case .general(let body): return body([first, second])
            case .host(let number): return activation.call(number, [first, second])
            case .unary: continue
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
            arguments.append(argument)
        }
        if let value = pending.value { return value }
        for overload in site.overloads where overload.takes(arguments) {
            for argument in arguments { pending.note(Self.missing(argument, overload)) }
            if let value = pending.value { return value }
            switch overload.body {
            case .general(let body): return body(arguments)
            case .host(let number): return activation.call(number, arguments)
            case .unary, .binary: continue
            }
        }
        return .noOverload
    }

    /// Why the argument is incomplete, where the function cannot take that.
    private static func missing(_ argument: Value, _ overload: FunctionDeclaration) -> UnknownSet? {
        guard case .list(let list) = argument, !overload.acceptsIncompleteLists else { return nil }
        return list.missing
    }
}

extension FunctionDeclaration {
    fileprivate func takes(_ argument: Value) -> Bool {
        parameters.count == 1 && argument.conforms(to: parameters[0])
    }

    fileprivate func takes(_ first: Value, _ second: Value) -> Bool {
        parameters.count == 2 && first.conforms(to: parameters[0]) && second.conforms(to: parameters[1])
    }

    fileprivate func takes(_ arguments: [Value]) -> Bool {
        parameters.count == arguments.count && zip(arguments, parameters).allSatisfy { $0.conforms(to: $1) }
    }
}
