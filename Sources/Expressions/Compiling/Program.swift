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

    /// The macros over lists of the host, inner ones before those around them; a query's number is its place.
    public let queries: [CollectionQuery]
    /// What is added to the numbers of the queries when the host is asked.
    public var queryBase: Int { code.queryBase }
    /// The texts of the host's lists that are walked whole, sorted.
    public let walkedLists: [String]

    let code: Code
    let syntax: Syntax

    /// Compiles an expression.
    ///
    /// - Parameters:
    ///   - source: The text.
    ///   - environment: What it can name.
    ///   - names: The table of field numbers; grows by the fields that the expression names.
    ///   - expected: The type that its value must have; nil for any.
    ///   - isSampling: True if filters and maps over lists of the host show no more than a sample of what they find.
    ///   - queryBase: What is added to the numbers of its queries when the host is asked.
    /// - Throws: Where and why the text is no expression that can run here.
    public init(
        _ source: String, in environment: Environment, names: inout NameTable,
        expecting expected: ExpressionType? = nil, isSampling: Bool = false, queryBase: Int = 0
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
            var planner = QueryPlanner(compiler.draft, environment, isSampling: isSampling)
            planner.plan()
            queries = planner.queries
            walkedLists = planner.walkedLists(from: lowered.node)
            code = Code(
                planner.draft, root: lowered.node, queries: planner.queries, queryBase: queryBase,
                isSampling: isSampling)
        } catch let error as LocatedError {
            throw error.located(in: source)
        } catch {
            preconditionFailure("the compiler throws located errors only")
        }
    }
}
