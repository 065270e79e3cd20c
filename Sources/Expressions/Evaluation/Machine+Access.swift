import JSONTokens

extension Machine {
    private enum Lookup {
        case found(Value)
        case absent
        case failed(Value)
    }

    mutating func field(_ operand: Value, _ name: Int32) -> Value {
        if case .flat(let view) = operand, let member = view.member(code.nameKeys[Int(name)]) {
            return Value(flat: member)
        }
        if case .optional = operand { return optionalField(operand, name) }
        switch lookUp(operand, name) {
        case .found(let value), .failed(let value): return value
        case .absent:
            let isObject = if case .object = operand { true } else { false }
            return .failure(isObject ? .noSuchField : .noSuchKey, code.names[Int(name)])
        }
    }

    mutating func hasField(_ operand: Value, _ name: Int32) -> Value {
        if case .optional(let inner) = operand {
            guard let inner else { return .bool(false) }
            return hasField(inner, name)
        }
        switch lookUp(operand, name) {
        case .found(let value):
            return value.isUndecided ? value : .bool(true)
        case .absent: return .bool(false)
        case .failed(let value): return value
        }
    }

    mutating func optionalField(_ operand: Value, _ name: Int32) -> Value {
        if case .optional(let inner) = operand {
            guard let inner else { return operand }
            return optionalField(inner, name)
        }
        switch lookUp(operand, name) {
        case .found(let value): return Self.wrapped(value)
        case .absent: return .optional(nil)
        case .failed(let value): return value
        }
    }

    /// An optional of the value; unknowns and errors stay what they are.
    private static func wrapped(_ value: Value) -> Value {
        if case .optional = value { return value }
        return value.isUndecided ? value : .optional(value)
    }

    private mutating func lookUp(_ operand: Value, _ name: Int32) -> Lookup {
        switch operand {
        case .object(let handle):
            guard let value = activation.field(code.nameNumbers[Int(name)], of: handle) else {
                return .absent
            }
            return .found(value)
        case .flat(let view) where view.tag == .map:
            guard let member = view.member(code.names[Int(name)]) else { return .absent }
            return .found(Value(flat: member))
        case .map(let map):
            guard let value = map.value(.string(code.names[Int(name)])) else { return .absent }
            return .found(value)
        case .unknown, .error: return .failed(operand)
        default: return .failed(.noOverload)
        }
    }

    mutating func index(_ operand: Int32, _ key: Int32, isOptional: Bool) -> Value {
        let container = evaluate(operand)
        let key = evaluate(key)
        if let undecided = Self.undecided(container, key) { return undecided }
        return element(of: container, key, isOptional: isOptional)
    }

    private mutating func element(of container: Value, _ key: Value, isOptional: Bool) -> Value {
        if case .optional(let inner) = container {
            guard let inner else { return container }
            return element(of: inner, key, isOptional: true)
        }
        let found = container.isMap ? mapElement(container, key) : listElement(container, key)
        switch found {
        case .found(let value): return isOptional ? Self.wrapped(value) : value
        case .failed(let value): return value
        case .absent:
            if isOptional { return .optional(nil) }
            let detail = Conversions.text(of: key) ?? ""
            return .failure(container.isMap ? .noSuchKey : .indexOutOfBounds, detail)
        }
    }

    private mutating func mapElement(_ map: Value, _ key: Value) -> Lookup {
        map.mapValue(key).map { .found($0) } ?? .absent
    }

    private mutating func listElement(_ list: Value, _ key: Value) -> Lookup {
        guard list.isList else { return .failed(.noOverload) }
        guard let index = Self.wholeIndex(key) else { return .failed(.failure(.badArgument)) }
        switch list {
        case .list(let list):
            // An incomplete list has no order, so no position is known.
            if let missing = list.missing { return .failed(.unknown(missing)) }
            return list.element(index).map { .found($0) } ?? .absent
        case .flat(let view): return view.element(index).map { .found(Value(flat: $0)) } ?? .absent
        default: return .failed(.noOverload)
        }
    }

    private static func wholeIndex(_ key: Value) -> Int? {
        switch key {
        case .int(let value): Int(exactly: value)
        case .uint(let value): Int(exactly: value)
        case .double(let value): Int(exactly: value)
        default: nil
        }
    }

    mutating func optionalMap(_ operand: Value, _ slot: Int32, _ body: Int32, _ isFlat: Bool) -> Value {
        guard case .optional(let inner) = operand else { return operand.isUndecided ? operand : .noOverload }
        guard let inner else { return operand }
        bind(Int(slot), inner)
        let result = evaluate(body)
        if !isFlat { return result.isUndecided ? result : .optional(result) }
        if case .optional = result { return result }
        return result.isUndecided ? result : .noOverload
    }
}
