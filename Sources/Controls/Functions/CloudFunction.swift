internal import Expressions

/// A function that controls have beside CEL's own: what it is called, what it means, and examples of it.
///
/// The examples are data: `plumbline controls functions` prints them and a test runs every one.
public struct CloudFunction: Sendable {
    /// An expression and what it gives.
    public struct Example: Sendable {
        /// The expression; it stands alone.
        public let expression: String
        /// Its value as JSON with the members by rising key, or `unknown`, or `error`.
        public let value: String
    }

    /// The name.
    public let name: String
    /// How it is called, with the names of what it takes: `rule.admitsPort(protocol, port)`.
    public let usage: String
    /// What it gives: the type's name in CEL.
    public let result: String
    /// What it means, in a sentence or some.
    public let meaning: String
    /// Examples, at least one.
    public let examples: [Example]
    /// The overloads.
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
        self.examples = examples.map { Example(expression: $0.0, value: $0.1) }
        self.declarations = declarations
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
