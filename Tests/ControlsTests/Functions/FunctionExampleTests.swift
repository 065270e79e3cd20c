import Testing

@testable import Controls

@Suite struct FunctionExampleTests {
    static let examples = FunctionCatalog.groups.flatMap { group in
        group.functions.flatMap { function in function.examples.map { ($0.expression, $0.value) } }
    }

    @Test(arguments: examples)
    func `the example gives what it says`(expression: String, value: String) throws {
        #expect(try ExpressionProbe.value(expression) == value)
    }

    @Test func `every function has a meaning, and examples that call it`() {
        for function in FunctionCatalog.groups.flatMap(\.functions) {
            #expect(!function.meaning.isEmpty && !function.examples.isEmpty, "\(function.name)")
            for example in function.examples {
                #expect(example.expression.contains(function.name + "("), "\(function.name)")
            }
        }
    }
}
