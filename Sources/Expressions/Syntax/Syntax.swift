/// One node of the parsed expression; macros are already expanded.
struct Syntax: Sendable {
    let form: Form
    /// Bytes of the source before the node's own sign.
    let offset: Int
    /// Levels of nodes from here down; bounded by the parser, so walks may recurse.
    let depth: Int

    indirect enum Form: Sendable {
        case literal(Value)
        case name(String, isRooted: Bool)
        case select(Syntax, field: String, SelectKind)
        case index(Syntax, key: Syntax, isOptional: Bool)
        case unary(UnaryOperator, Syntax)
        case binary(BinaryOperator, Syntax, Syntax)
        case conditional(Syntax, Syntax, Syntax)
        case call(name: String, [Syntax])
        case method(Syntax, name: String, [Syntax])
        case list([Element])
        case map([Entry])
        case comprehension(Comprehension)
        case bind(name: String, value: Syntax, body: Syntax)
        case optionalMap(Syntax, name: String, body: Syntax, isFlat: Bool)
    }

    enum SelectKind: Sendable { case plain, optional, presence }

    struct Element: Sendable {
        let value: Syntax
        let isOptional: Bool
    }

    struct Entry: Sendable {
        let key: Syntax
        let value: Syntax
        let isOptional: Bool
    }

    struct Comprehension: Sendable {
        let kind: ComprehensionKind
        let range: Syntax
        /// One name, or two: index and element of a list, key and value of a map.
        let names: [String]
        /// What must hold; for a `map` without condition nil.
        let condition: Syntax?
        /// What each element becomes, where it becomes something.
        let transform: Syntax?
    }

    init(_ form: Form, at offset: Int) {
        self.form = form
        self.offset = offset
        var deepest = 0
        Syntax.forEachChild(of: form) { deepest = max(deepest, $0.depth) }
        depth = deepest + 1
    }

    func forEachChild(_ body: (Syntax) -> Void) {
        Syntax.forEachChild(of: form, body)
    }

    private static func forEachChild(of form: Form, _ body: (Syntax) -> Void) {
        switch form {
        case .literal, .name: break
        case .select(let operand, _, _), .unary(_, let operand): body(operand)
        case .index(let left, let right, _), .binary(_, let left, let right),
            .bind(_, let left, let right), .optionalMap(let left, _, let right, _):
            body(left)
            body(right)
        case .conditional(let condition, let yes, let no):
            body(condition)
            body(yes)
            body(no)
        case .call(_, let arguments): arguments.forEach(body)
        case .method(let receiver, _, let arguments):
            body(receiver)
            arguments.forEach(body)
        case .list(let elements): elements.forEach { body($0.value) }
        case .map(let entries):
            for entry in entries {
                body(entry.key)
                body(entry.value)
            }
        case .comprehension(let comprehension):
            body(comprehension.range)
            if let condition = comprehension.condition { body(condition) }
            if let transform = comprehension.transform { body(transform) }
        }
    }
}

/// The macros that walk a list or a map.
enum ComprehensionKind: Sendable {
    case all, exists, existsOne, filter, map, transformMap, transformMapEntry
}

enum UnaryOperator: String, Sendable {
    case not = "!"
    case negate = "-"
}

enum BinaryOperator: String, Sendable {
    case and = "&&"
    case or = "||"
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessEqual = "<="
    case greater = ">"
    case greaterEqual = ">="
    case `in` = "in"
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case remainder = "%"

    /// How tightly it binds; larger is tighter.
    var precedence: Int {
        switch self {
        case .or: 1
        case .and: 2
        case .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual, .in: 3
        case .add, .subtract: 4
        case .multiply, .divide, .remainder: 5
        }
    }

    var isComparison: Bool { precedence == 3 }
    var isOrder: Bool { [.less, .lessEqual, .greater, .greaterEqual].contains(self) }
    var isLogical: Bool { precedence < 3 }
}
