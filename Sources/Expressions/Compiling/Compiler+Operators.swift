extension Compiler {
    mutating func lowerBinary(_ sign: BinaryOperator, _ left: Syntax, _ right: Syntax, _ syntax: Syntax)
        throws(LocatedError) -> Lowered
    {
        let mayMove = sign.isOrder || sign == .add || sign == .subtract
        let first = try lowerUsed(left, mayMove: mayMove)
        let second = try lowerUsed(right, mayMove: mayMove)
        let type = try resultType(sign, first.type, second.type, left, right, syntax)
        try checkWords(sign, first.words, left, second.words, right)
        if sign.isOrder, first.slope != second.slope, let comparison = Comparison(sign) {
            let slope = first.slope - second.slope
            return Lowered(
                node: draft.add(.timedCompare(comparison, first.node, second.node, slope: slope)), type: type)
        }
        let slope = sign == .add ? first.slope + second.slope : first.slope - second.slope
        return Lowered(
            node: add(sign, first.node, second.node), type: type, slope: sign.isOrder ? 0 : slope)
    }

    private mutating func add(_ sign: BinaryOperator, _ left: Int32, _ right: Int32) -> Int32 {
        switch sign {
        case .and: draft.add(.and(left, right))
        case .or: draft.add(.or(left, right))
        case .equal: draft.addEquality(left, right, wanted: true)
        case .notEqual: draft.addEquality(left, right, wanted: false)
        case .less: draft.add(.compare(.less, left, right))
        case .lessEqual: draft.add(.compare(.lessEqual, left, right))
        case .greater: draft.add(.compare(.greater, left, right))
        case .greaterEqual: draft.add(.compare(.greaterEqual, left, right))
        case .in: draft.add(.contains(left, in: right))
        case .add: draft.add(.arithmetic(.add, left, right))
        case .subtract: draft.add(.arithmetic(.subtract, left, right))
        case .multiply: draft.add(.arithmetic(.multiply, left, right))
        case .divide: draft.add(.arithmetic(.divide, left, right))
        case .remainder: draft.add(.arithmetic(.remainder, left, right))
        }
    }

    private func resultType(
        _ sign: BinaryOperator, _ first: ExpressionType, _ second: ExpressionType, _ left: Syntax,
        _ right: Syntax, _ syntax: Syntax
    ) throws(LocatedError) -> ExpressionType {
        switch sign {
        case .and, .or:
            try expectBool(first, left, sign.rawValue)
            try expectBool(second, right, sign.rawValue)
            return .bool
        case .equal, .notEqual:
            if !first.isComparable(with: second) { try refuse(sign, first, second, syntax) }
            return .bool
        case .less, .lessEqual, .greater, .greaterEqual:
            if !Self.isOrdered(first, second) { try refuse(sign, first, second, syntax) }
            return .bool
        case .in:
            if !Self.isMember(first, of: second) { try refuse(sign, first, second, syntax) }
            return .bool
        case .add, .subtract, .multiply, .divide, .remainder:
            if let type = Self.arithmeticType(sign, first, second) { return type }
            try refuse(sign, first, second, syntax)
            return .dyn
        }
    }

    private func refuse(
        _ sign: BinaryOperator, _ first: ExpressionType, _ second: ExpressionType, _ syntax: Syntax
    ) throws(LocatedError) {
        try refuse("`\(sign.rawValue)` has no meaning for \(first) and \(second)", at: syntax.offset)
    }

    private static func isOrdered(_ left: ExpressionType, _ right: ExpressionType) -> Bool {
        if left.isOpen { return right.isOpen || right.isNumber || ordered.contains(right) }
        if right.isOpen { return left.isNumber || ordered.contains(left) }
        return left.isNumber && right.isNumber || left == right && ordered.contains(left)
    }

    private static func isMember(_ element: ExpressionType, of collection: ExpressionType) -> Bool {
        switch collection {
        case .list(let type): element.isComparable(with: type)
        case .map(let key, _): element.isComparable(with: key)
        case .dyn, .parameter: true
        default: false
        }
    }

    private static func arithmeticType(
        _ sign: BinaryOperator, _ left: ExpressionType, _ right: ExpressionType
    ) -> ExpressionType? {
        if sign == .add, case .list(let first) = left, case .list(let second) = right {
            return .list(first.joined(with: second))
        }
        var results: [ExpressionType] = arithmetic.filter { row in
            row.sign == sign && (left.isOpen || left == row.left) && (right.isOpen || right == row.right)
        }.map(\.result)
        if sign == .add {
            if case .list = left, right.isOpen { results.append(left) }
            if case .list = right, left.isOpen { results.append(right) }
        }
        guard let first = results.first else { return nil }
        return results.allSatisfy { $0 == first } ? first : .dyn
    }

    private static let ordered: Set<ExpressionType> = [.bool, .string, .bytes, .timestamp, .duration]

    private struct ArithmeticRow {
        let sign: BinaryOperator
        let left: ExpressionType
        let right: ExpressionType
        let result: ExpressionType

        init(
            _ sign: BinaryOperator, _ left: ExpressionType, _ right: ExpressionType, _ result: ExpressionType
        ) {
            self.sign = sign
            self.left = left
            self.right = right
            self.result = result
        }
    }

    private static let arithmetic: [ArithmeticRow] = {
        var rows: [ArithmeticRow] = []
        for sign in [BinaryOperator.add, .subtract, .multiply, .divide] {
            for type in [ExpressionType.int, .uint, .double] {
                rows.append(ArithmeticRow(sign, type, type, type))
            }
        }
        for type in [ExpressionType.int, .uint] { rows.append(ArithmeticRow(.remainder, type, type, type)) }
        for type in [ExpressionType.string, .bytes, .duration] {
            rows.append(ArithmeticRow(.add, type, type, type))
        }
        return rows + [
            ArithmeticRow(.add, .timestamp, .duration, .timestamp),
            ArithmeticRow(.add, .duration, .timestamp, .timestamp),
            ArithmeticRow(.subtract, .timestamp, .timestamp, .duration),
            ArithmeticRow(.subtract, .timestamp, .duration, .timestamp),
            ArithmeticRow(.subtract, .duration, .duration, .duration),
        ]
    }()
}
