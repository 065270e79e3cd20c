extension Machine {
    mutating func list(_ first: Int, _ count: Int) -> Value {
        var elements: [Value] = []
        elements.reserveCapacity(count)
        var pending = Pending()
        for child in first..<(first + count) {
            let child = code.children[child]
            let value = evaluate(child.value)
            if child.isOptional, case .optional(let inner) = value {
                if let inner { elements.append(inner) }
            } else if value.isUndecided || child.isOptional {
                pending.note(value)
            } else {
                elements.append(value)
            }
        }
        return pending.value ?? Value(list: elements)
    }

    mutating func map(_ first: Int, _ count: Int) -> Value {
        var builder = MapBuilder()
        var pending = Pending()
        for child in first..<(first + count) {
            let child = code.children[child]
            let key = evaluate(child.key)
            var value = evaluate(child.value)
            if child.isOptional, !value.isUndecided {
                guard case .optional(let inner) = value else {
                    pending.note(.noOverload)
                    continue
                }
                guard let inner else { continue }
                value = inner
            }
            if let undecided = Self.undecided(key, value) {
                pending.note(undecided)
            } else if let error = builder.insert(key, value) {
                pending.note(.error(error))
            }
        }
        return pending.value ?? builder.finish()
    }
}
