/// How many elements collections are taken to have where a program's text does not tell.
public struct AssumedSizes: Hashable, Sendable {
    /// The elements of a list or map that a value holds.
    public let heldElements: Int
    /// The elements of a list that the host gives.
    public let hostElements: Int
    /// The elements of such a list that have one key, or that depend on what the evaluation is about.
    public let keyedElements: Int
    /// Of so many operands of a chain of `&&` or `||` one leaves the decision to those behind it.
    public let undecidedShare: Int

    /// Sizes of a large account.
    public static let largeAccount = AssumedSizes(
        heldElements: 20, hostElements: 1000, keyedElements: 8, undecidedShare: 8)
}

/// About what an evaluation of a program costs, in the units of `Meter`, if no walk ends early.
public struct CostEstimate: Hashable, Sendable {
    /// The units; `Int.max` if they cannot be counted.
    public let units: Int
    /// The macros that walk a list, in the order of the text, with what each costs.
    public let walks: [Walk]

    /// One macro that walks a list element by element.
    public struct Walk: Hashable, Sendable {
        /// Bytes of the source before its list.
        public let offset: Int
        /// How many elements the list is taken to have.
        public let elements: Int
        /// The units of the whole walk, each time it is made.
        public let units: Int
    }
}

extension Program {
    /// About what an evaluation costs if collections are so large. What a host answers from an index or from kept answers
    /// costs as one look-up.
    public func costEstimate(_ sizes: AssumedSizes) -> CostEstimate {
        var estimator = CostEstimator(code: code, sizes: sizes)
        let units = estimator.units(code.root)
        return CostEstimate(units: units, walks: estimator.walks.sorted { $0.offset < $1.offset })
    }
}

private struct CostEstimator {
    let code: Code
    let sizes: AssumedSizes
    var walks: [CostEstimate.Walk] = []

    mutating func units(_ index: Int32) -> Int {
        guard index >= 0 else { return 0 }
        let node = code.nodes[Int(index)]
        switch node {
        case .comprehension(let place): return units(of: code.comprehensions[Int(place)])
        case .and, .or: return unitsOfChain(index)
        case .contains(let value, let list):
            return CostEstimator.sum(units(value), units(list), elements(of: list))
        default:
            var total = 1
            for child in code.children(of: node) { total = CostEstimator.sum(total, units(child)) }
            return total
        }
    }

    /// A chain of `&&` or of `||`: each operand is needed by a share of those that needed the one before it.
    private mutating func unitsOfChain(_ index: Int32) -> Int {
        var total = 0
        var share = 1
        for operand in operands(of: index) {
            total = CostEstimator.sum(total, 1, units(operand) / share)
            share = min(share * sizes.undecidedShare, 1 << 32)
        }
        return total
    }

    private func operands(of index: Int32) -> [Int32] {
        switch code.nodes[Int(index)] {
        case .and(let left, let right):
            if case .and = code.nodes[Int(left)] { return operands(of: left) + [right] }
            return [left, right]
        case .or(let left, let right):
            if case .or = code.nodes[Int(left)] { return operands(of: left) + [right] }
            return [left, right]
        default: return [index]
        }
    }

    private mutating func units(of macro: CompiledComprehension) -> Int {
        var each = elements(of: macro.range)
        if macro.query >= 0 {
            let query = code.queries[Int(macro.query)]
            switch query.form {
            case .closed, .joined: return CostEstimator.sum(2, units(query.key))
            case .candidates: each = sizes.keyedElements
            case .walked: break
            }
        }
        let body = CostEstimator.sum(1, units(macro.condition), units(macro.transform))
        let (product, isOverflow) = body.multipliedReportingOverflow(by: each)
        let total = CostEstimator.sum(units(macro.range), isOverflow ? .max : product)
        walks.append(CostEstimate.Walk(offset: Int(macro.offset), elements: each, units: total))
        return total
    }

    /// How many elements the value of a node is taken to have.
    private func elements(of index: Int32) -> Int {
        switch code.nodes[Int(index)] {
        case .list(_, let count), .map(_, let count): return Int(count)
        case .comprehension(let place): return elements(of: code.comprehensions[Int(place)].range)
        case .bind(_, _, let body): return elements(of: body)
        case .arithmetic(.add, let left, let right):
            return CostEstimator.sum(elements(of: left), elements(of: right))
        case .conditional(_, let yes, let no): return max(elements(of: yes), elements(of: no))
        case .call(let place):
            guard let declaration = code.calls[Int(place)].overloads.first, declaration.isCollection else {
                return sizes.heldElements
            }
            return declaration.isKeyed ? sizes.keyedElements : sizes.hostElements
        default: return sizes.heldElements
        }
    }

    private static func sum(_ parts: Int...) -> Int {
        parts.reduce(0) { total, part in
            let (sum, isOverflow) = total.addingReportingOverflow(part)
            return isOverflow ? .max : sum
        }
    }
}
