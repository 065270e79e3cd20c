internal import Expressions

/// A function that controls have beside CEL's own: what it is called, what it means, and examples of it.
///
/// The examples are data: `plumbline controls functions` prints them and a test runs every one.
public struct CloudFunction: Sendable {
    /// An expression and what it gives.
    public struct Example: Sendable {
        /// The expression.
        public let expression: String
        /// What is known, as a control's own test says it (YAML, on one line); nil for an expression that stands alone.
        public let given: String?
        /// Its value as JSON with the members by rising key, or `unknown`, or `error`; with `given` the verdict.
        public let value: String

        /// An expression of values alone.
        init(_ expression: String, _ value: String) {
            self.expression = expression
            self.value = value
            given = nil
        }

        /// The condition of a control on a trail.
        init(_ expression: String, given: String, verdict: String) {
            self.expression = expression
            self.given = given
            value = verdict
        }
    }

    /// The name.
    public let name: String
    /// How it is called, with the names of what it takes: `rule.admitsPort(protocol, port)`.
    public let usage: String
    /// What it gives: the type's name in CEL.
    public let result: String
    /// What it means, in a sentence or some.
    public let meaning: String
    /// Examples.
    public let examples: [Example]
    /// The overloads; none for functions and variables of the graph, which are declared elsewhere.
    let declarations: [FunctionDeclaration]

    init(
        _ usage: String, _ meaning: String, examples: [(String, String)],
        _ declarations: FunctionDeclaration...
    ) {
        self.init(usage, meaning, examples: examples, declarations)
    }

    init(
        _ usage: String, _ meaning: String, examples: [(String, String)],
        _ declarations: [FunctionDeclaration]
    ) {
        precondition(!declarations.isEmpty, "a documented function is declared at least once")
        name = declarations[0].name
        result = declarations[0].result.description
        self.usage = usage
        self.meaning = meaning
        self.examples = examples.map { Example($0.0, $0.1) }
        self.declarations = declarations
    }
}

extension CloudFunction {
    /// A function or variable of the graph.
    init(_ usage: String, result: String, _ meaning: String, examples: [Example]) {
        name = String(usage.prefix { $0 != "(" })
        self.usage = usage
        self.result = result
        self.meaning = meaning
        self.examples = examples
        declarations = []
    }
}

/// Functions about one subject.
public struct FunctionGroup: Sendable {
    /// What they are about.
    public let title: String
    /// The functions.
    public let functions: [CloudFunction]

    init(_ title: String, _ functions: [CloudFunction]) {
        self.title = title
        self.functions = functions
    }
}

extension FunctionDeclaration {
    /// The same function, whose recent answers the evaluator keeps.
    var remembered: FunctionDeclaration {
        var declaration = self
        declaration.isRemembered = true
        return declaration
    }
}
