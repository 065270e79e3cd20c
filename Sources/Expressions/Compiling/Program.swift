/// A compiled expression. Immutable; evaluate it with an `Evaluator`.
public struct Program: Sendable {
    /// The text it was compiled from.
    public let source: String
    /// The type of its value.
    public let resultType: ExpressionType
    /// What it reads, in the order of first occurrence, each once.
    public let references: [Reference]
    /// The names of all functions of the host that it calls, in the order of first occurrence.
    public let hostFunctions: [String]

    let code: Code
    let syntax: Syntax

    /// Compiles an expression.
    ///
    /// - Parameters:
    ///   - source: The text.
    ///   - environment: What it can name.
    ///   - names: The table of field numbers; grows by the fields that the expression names.
    ///   - expected: The type that its value must have; nil for any.
    /// - Throws: Where and why the text is no expression that can run here.
    public init(
        _ source: String, in environment: Environment, names: inout NameTable,
        expecting expected: ExpressionType? = nil
    ) throws(ExpressionError) {
        do {
            let syntax = try Parser.parse(source, expandsMacros: environment.expandsMacros)
            var compiler = Compiler(environment, names)
            let lowered = try compiler.lower(syntax)
            compiler.use(lowered)
            if let expected, !expected.isComparable(with: lowered.type) {
                throw LocatedError(
                    "the value should be \(expected), it is \(lowered.type)", at: syntax.offset)
            }
            names = compiler.names
            self.source = source
            self.syntax = syntax
            resultType = lowered.type
            references = compiler.references
            hostFunctions = compiler.hostFunctions
            code = Code(compiler.draft, root: lowered.node)
        } catch let error as LocatedError {
            throw error.located(in: source)
        } catch {
            preconditionFailure("the compiler throws located errors only")
        }
    }
}
