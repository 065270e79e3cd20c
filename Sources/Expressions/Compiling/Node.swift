import JSONTokens

/// One step of a compiled expression. Numbers are places in the program's tables; `Int32` keeps a node small
/// and free of reference counts.
enum Node: Sendable {
    case constant(Int32)
    case variable(Int32)
    case local(Int32)
    /// A name that nothing declares, in an expression compiled without type checks.
    case undeclared(name: Int32)
    case field(Int32, name: Int32)
    /// A field of a macro's variable.
    case localField(slot: Int32, name: Int32)
    /// Whether a field of a macro's variable is (or is not) a literal text; the commonest condition.
    case localFieldIsText(slot: Int32, name: Int32, constant: Int32, wanted: Bool)
    case hasField(Int32, name: Int32)
    case optionalField(Int32, name: Int32)
    case index(Int32, key: Int32)
    case optionalIndex(Int32, key: Int32)
    case not(Int32)
    case negate(Int32)
    case and(Int32, Int32)
    case or(Int32, Int32)
    case equal(Int32, Int32)
    case notEqual(Int32, Int32)
    case compare(Comparison, Int32, Int32)
    /// A comparison whose sides move apart with the clock, by `slope` nanoseconds a nanosecond.
    case timedCompare(Comparison, Int32, Int32, slope: Int32)
    case contains(Int32, in: Int32)
    case arithmetic(Arithmetic, Int32, Int32)
    case conditional(Int32, Int32, Int32)
    case list(first: Int32, count: Int32)
    case map(first: Int32, count: Int32)
    case comprehension(Int32)
    case bind(slot: Int32, value: Int32, body: Int32)
    case optionalMap(Int32, slot: Int32, body: Int32, isFlat: Bool)
    case call(Int32)
}

enum Comparison: Sendable {
    case less, lessEqual, greater, greaterEqual

    init?(_ sign: BinaryOperator) {
        switch sign {
        case .less: self = .less
        case .lessEqual: self = .lessEqual
        case .greater: self = .greater
        case .greaterEqual: self = .greaterEqual
        default: return nil
        }
    }
}

enum Arithmetic: Sendable { case add, subtract, multiply, divide, remainder }

/// A child of a list or map literal.
struct LiteralChild: Sendable {
    /// Of a map entry; of a list element unused.
    let key: Int32
    let value: Int32
    let isOptional: Bool
}

struct CompiledComprehension: Sendable {
    let kind: ComprehensionKind
    let range: Int32
    let slot: Int32
    let hasTwoVariables: Bool
    /// -1 where there is none.
    let condition: Int32
    /// -1 where there is none.
    let transform: Int32
    /// Bytes of the source before the range.
    let offset: Int32
    /// The number of the query that can answer it; -1 where there is none.
    var query: Int32 = -1

    /// True for what is true or false as soon as one element decides.
    var isQuestion: Bool { kind == .exists || kind == .all }
}

/// The tables of a program.
final class Code: Sendable {
    let nodes: [Node]
    let root: Int32
    let constants: [Value]
    /// The constants that are texts as keys to compare with.
    let constantKeys: [FlatKey]
    let names: [String]
    /// The names as keys of flat maps; see `FlatKey` for long ones.
    let nameKeys: [FlatKey]
    /// The host's number of each name.
    let nameNumbers: [Int32]
    let children: [LiteralChild]
    let comprehensions: [CompiledComprehension]
    let calls: [CallSite]
    let slotCount: Int
    let queries: [CollectionQuery]
    /// What the host adds to a query's number to have its own.
    let queryBase: Int
    /// True if filters and maps over lists of the host show a sample.
    let isSampling: Bool

    init(
        _ draft: CodeDraft, root: Int32, queries: [CollectionQuery], queryBase: Int, isSampling: Bool
    ) {
        self.queries = queries
        self.queryBase = queryBase
        self.isSampling = isSampling
        nodes = draft.nodes
        self.root = root
        constants = draft.constants
        constantKeys = draft.constants.map { FlatKey($0.text ?? "") }
        names = draft.names
        nameKeys = draft.names.map { FlatKey($0) }
        nameNumbers = draft.nameNumbers
        children = draft.children
        comprehensions = draft.comprehensions
        calls = draft.calls
        slotCount = draft.slotCount
    }
}

/// The tables while they grow.
struct CodeDraft {
    var nodes: [Node] = []
    var constants: [Value] = []
    var names: [String] = []
    var nameNumbers: [Int32] = []
    var children: [LiteralChild] = []
    var comprehensions: [CompiledComprehension] = []
    var calls: [CallSite] = []
    var slotCount = 0
    private var nameIndices: [String: Int32] = [:]

    mutating func add(_ node: Node) -> Int32 {
        nodes.append(node)
        return Int32(nodes.count - 1)
    }

    /// Adds the selection of a field, in its short form where there is one.
    mutating func addField(of operand: Int32, name: Int32) -> Int32 {
        if case .local(let slot) = nodes[Int(operand)] { return add(.localField(slot: slot, name: name)) }
        return add(.field(operand, name: name))
    }

    /// Adds a comparison for equality, in its short form where there is one.
    mutating func addEquality(_ left: Int32, _ right: Int32, wanted: Bool) -> Int32 {
        for (field, literal) in [(left, right), (right, left)] {
            if case .localField(let slot, let name) = nodes[Int(field)],
                case .constant(let place) = nodes[Int(literal)], case .string = constants[Int(place)]
            {
                return add(.localFieldIsText(slot: slot, name: name, constant: place, wanted: wanted))
            }
        }
        return add(wanted ? .equal(left, right) : .notEqual(left, right))
    }

    mutating func constant(_ value: Value) -> Int32 {
        constants.append(value)
        return add(.constant(Int32(constants.count - 1)))
    }

    mutating func name(_ name: String, _ table: inout NameTable) -> Int32 {
        if let index = nameIndices[name] { return index }
        let index = Int32(names.count)
        names.append(name)
        nameNumbers.append(table.number(of: name))
        nameIndices[name] = index
        return index
    }
}
