import Testing

@testable import Controls

@Suite struct FunctionExampleTests {
    private static let functions = FunctionCatalog.groups.flatMap(\.functions)
    private static let examples = functions.flatMap(\.examples)

    @Test(arguments: examples.filter { $0.given == nil }.map { ($0.expression, $0.value) })
    func `the example gives what it says`(expression: String, value: String) throws {
        #expect(try ExpressionProbe.value(expression) == value)
    }

    @Test(arguments: examples.filter { $0.given != nil }.map { ($0.expression, $0.given ?? "", $0.value) })
    func `the condition has the verdict that it says`(condition: String, given: String, verdict: String)
        throws
    {
        let test = "tests: [{ name: a, \(given.isEmpty ? "" : given + ", ")expect: \(verdict) }]"
        let file = try ControlFileTests.read(
            ControlFileTests.smallest.replacing("resource.IsLogging", with: ">\n  \(condition)") + test + "\n"
        )
        #expect(try ControlTestRunner(file).run().map(\.problem) == [nil])
    }

    @Test func `every function has a meaning, and examples that call it`() {
        for function in Self.functions {
            #expect(!function.meaning.isEmpty, "\(function.name)")
            #expect(
                !function.declarations.isEmpty == function.examples.contains { $0.given == nil },
                "\(function.name)")
            for example in function.examples {
                #expect(example.expression.contains(function.name), "\(function.name)")
            }
        }
    }

    @Test func `every function of the graph is described`() {
        let described = Set(Self.functions.map(\.name))
        for function in HostFunction.allCases { #expect(described.contains("\(function)")) }
    }
}
