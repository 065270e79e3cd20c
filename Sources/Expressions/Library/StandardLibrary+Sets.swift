extension StandardLibrary {
    /// The sets extension of cel-go: lists taken as sets.
    static let sets: [FunctionDeclaration] = [
        relation("sets.contains") { left, right, meter in
            everyElement(of: right, isIn: left, &meter)
        },
        relation("sets.equivalent") { left, right, meter in
            let isContained = everyElement(of: left, isIn: right, &meter)
            guard case .bool(true) = isContained else { return isContained }
            return everyElement(of: right, isIn: left, &meter)
        },
        relation("sets.intersects") { left, right, meter in
            var pending = Pending()
            for element in left {
                switch membership(of: element, in: right, &meter) {
                case .equal: return .bool(true)
                case .unequal: continue
                case .unknown(let missing): pending.note(missing)
                }
            }
            return pending.value ?? .bool(false)
        },
    ]

    private static func relation(
        _ name: String, _ body: @escaping @Sendable ([Value], [Value], inout Meter) -> Value
    ) -> FunctionDeclaration {
        let list = ExpressionType.list(.parameter("A"))
        return FunctionDeclaration(
            name, [list, list], returns: .bool,
            .metered { arguments, meter in
                guard let left = arguments[0].knownElements, let right = arguments[1].knownElements else {
                    return .noOverload
                }
                return body(left, right, &meter)
            })
    }

    private static func everyElement(of elements: [Value], isIn list: [Value], _ meter: inout Meter) -> Value
    {
        var pending = Pending()
        for element in elements {
            switch membership(of: element, in: list, &meter) {
            case .equal: continue
            case .unequal: return .bool(false)
            case .unknown(let missing): pending.note(missing)
            }
        }
        return pending.value ?? .bool(true)
    }

    private static func membership(of element: Value, in list: [Value], _ meter: inout Meter) -> Equality {
        var pending = Pending()
        for candidate in list {
            guard meter.spend(1) else { return .unequal }
            switch Value.equality(element, candidate, &meter) {
            case .equal: return .equal
            case .unequal: continue
            case .unknown(let missing): pending.note(missing)
            }
        }
        return pending.missing.map { .unknown($0) } ?? .unequal
    }
}
