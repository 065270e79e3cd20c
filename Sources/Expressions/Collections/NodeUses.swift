/// What a node's value depends on beside constants.
struct NodeUses {
    /// The macros' variables, a bit a slot.
    private(set) var slots: UInt64 = 0
    /// The environment's variables, a bit a number.
    private(set) var variables: UInt64 = 0
    /// True if it calls the host in a way that may differ between evaluations.
    var isAnchored = false
    /// The texts of host lists that it walks.
    var walked: Set<String> = []
    /// The texts of host lists that it asks by queries.
    var asked: Set<String> = []

    mutating func formUnion(_ other: NodeUses) {
        slots |= other.slots
        variables |= other.variables
        isAnchored = isAnchored || other.isAnchored
        walked.formUnion(other.walked)
        asked.formUnion(other.asked)
    }

    /// A slot beyond the last bit counts as the last.
    mutating func insert(slot: Int32) { slots |= 1 << UInt64(min(slot, 63)) }

    mutating func insert(variable: Int32) { variables |= 1 << UInt64(min(variable, 63)) }

    func uses(slot: Int32) -> Bool { slots & (1 << UInt64(min(slot, 63))) != 0 }

    /// True if it uses no slot below this one.
    func isFree(below slot: Int32) -> Bool {
        slot >= 63 ? slots == 0 : slots & ((1 << UInt64(slot)) - 1) == 0
    }
}

extension CodeDraft {
    /// The nodes that a node evaluates.
    func children(of node: Node) -> [Int32] {
        node.children(literals: children, comprehensions, calls)
    }
}

extension Code {
    /// The nodes that a node evaluates.
    func children(of node: Node) -> [Int32] {
        node.children(literals: children, comprehensions, calls)
    }
}

extension Node {
    fileprivate func children(
        literals: [LiteralChild], _ comprehensions: [CompiledComprehension], _ calls: [CallSite]
    ) -> [Int32] {
        switch self {
        case .constant, .variable, .local, .undeclared, .localField, .localFieldIsText: []
        case .field(let operand, _), .hasField(let operand, _), .optionalField(let operand, _),
            .not(let operand), .negate(let operand):
            [operand]
        case .index(let left, let right), .optionalIndex(let left, let right), .and(let left, let right),
            .or(let left, let right), .equal(let left, let right), .notEqual(let left, let right),
            .compare(_, let left, let right), .timedCompare(_, let left, let right, _),
            .contains(let left, let right), .arithmetic(_, let left, let right):
            [left, right]
        case .conditional(let test, let yes, let no): [test, yes, no]
        case .list(let first, let count): literals[Int(first)..<Int(first + count)].map(\.value)
        case .map(let first, let count):
            literals[Int(first)..<Int(first + count)].flatMap { [$0.key, $0.value] }
        case .comprehension(let place):
            [
                comprehensions[Int(place)].range, comprehensions[Int(place)].condition,
                comprehensions[Int(place)].transform,
            ].filter { $0 >= 0 }
        case .bind(_, let value, let body): [value, body]
        case .optionalMap(let operand, _, let body, _): [operand, body]
        case .call(let place): calls[Int(place)].arguments
        }
    }
}
