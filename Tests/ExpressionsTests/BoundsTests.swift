import Expressions
import JSONTokens
import Testing

/// Expressions that would take too much time or room if nothing stopped them.
@Suite struct BoundsTests {
    /// A value that doubles with each of so many steps, as in `cel.bind(x1, x0 + x0, ...)`.
    private static func doubling(_ seed: String, _ step: String, _ body: String, times: Int = 60) -> String {
        var source = "cel.bind(x0, \(seed), "
        for index in 1...times {
            source += "cel.bind(x\(index), \(step.replacing("x", with: "x\(index - 1)")), "
        }
        return source + body.replacing("x", with: "x\(times)") + String(repeating: ")", count: times + 1)
    }

    private static let ranges = String(repeating: "lists.range(1000).exists(i, ", count: 5)

    @Test(arguments: [
        doubling("'abcdefghijklmnop'", "x + x", "x"), doubling("b'abcdefghijklmnop'", "x + x", "x"),
        doubling("[1]", "x + x", "x"), doubling("[1]", "[x, x]", "x == x"),
        doubling("[1]", "[x, x]", "[x] == [x]"),
        doubling("[1]", "[x, x]", "'%s'.format([x])"), doubling("{'a': 1}", "{'a': x, 'b': x}", "x == x"),
        doubling("[1]", "[x, x]", "x.flatten(100)"), doubling("[1]", "[x, x]", "sets.contains(x, x)"),
        doubling("[1]", "[x, x]", "[x, x].distinct()"), doubling("'ab'", "x.replace('', x)", "x"),
        doubling("'ab'", "[x, x, x, x].join(x)", "x"),
        doubling("'ab'", "y.replace(x, '', x)", "x").replacing("y.", with: "regex."),
        doubling("'ab'", "'%s%s'.format([x, x])", "x"),
        ranges + "false" + String(repeating: ")", count: 5),
        "lists.range(900000).map(i, lists.range(900000))", "lists.range(999999999999)",
        "lists.range(2000).distinct()",
        "lists.range(30000).map(i, 'aaaaaaaaaaaaaaaaaaa'.split('')).flatten()",
        "lists.range(5000).map(i, 'x'.matches(string(i)))",
        "lists.range(5000).map(i, '%.100e'.format([1e-300]))",
    ])
    func `what grows without bound ends at the cost limit`(source: String) throws {
        #expect(try evaluate(source, costLimit: 100_000).shown == "error(cost limit)")
    }

    @Test(arguments: [
        doubling("[1]", "[x, x]", "x", times: 40), doubling("'a'", "[x, x]", "x", times: 40),
        doubling("{'a': 1}", "{'a': x, 'b': x}", "x", times: 40),
    ])
    func `a small value that is large when written out has no flat form`(source: String) throws {
        #expect(try evaluate(source).flatValue == nil)
    }

    @Test func `searching for a part of a text takes time linear in both`() throws {
        // Twenty thousand signs, and a part that almost stands at every place.
        let source = """
            cel.bind(a, lists.range(20000).map(i, 'a').join(), cel.bind(b, lists.range(10000).map(i, 'a').join() + 'b',
              a.contains(b) || a.indexOf(b) > 0 || a.lastIndexOf(b) > 0 || a.replace(b, 'c') != a || a.split(b).size() > 1))
            """
        #expect(try evaluate(source, costLimit: 2_000_000).shown == "false")
    }

    @Test func `the same program on the same values costs the same`() throws {
        var names = NameTable()
        let source = "list.filter(x, x.matches('a+') && x.contains(part)).map(x, x + part).join().size() > 3"
        let environment = Environment(variables: [.init("list", .list(.string)), .init("part", .string)])
        let program = try Program(source, in: environment, names: &names)
        let host = TestHost()
        host.variables = [try json(#"["aab", "b", "abc"]"#), .string("b")]
        let evaluator = Evaluator()
        let costs = (0..<3).map { _ in
            _ = evaluator.evaluate(program, in: host)
            return evaluator.cost
        }
        #expect(Set(costs).count == 1)
        #expect(costs[0] > 10)
        // A value that is as large costs as much; a larger one costs more.
        host.variables[0] = try json(
            #"["aab", "b", "abc", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"]"#)
        _ = evaluator.evaluate(program, in: host)
        #expect(evaluator.cost > costs[0])
    }

    @Test func `an evaluator goes on after one that was exhausted`() throws {
        var names = NameTable()
        let environment = Environment(variables: [.init("n", .int)])
        let program = try Program("lists.range(n).all(i, i >= 0)", in: environment, names: &names)
        let evaluator = Evaluator(costLimit: 1000)
        let host = TestHost()
        for (count, shown) in [(10, "true"), (2000, "error(cost limit)"), (10, "true")] {
            host.variables = [.int(Int64(count))]
            #expect(evaluator.evaluate(program, in: host).shown == shown)
        }
    }

    @Test(arguments: [
        String(repeating: "a.b(", count: 3000), String(repeating: "[{'a':", count: 3000),
        String(repeating: "x ? y : ", count: 3000) + "z", String(repeating: "!", count: 60_000),
        String(repeating: " ", count: 70_000) + "1",
        String(repeating: "a in ", count: 3000) + "b", "a" + String(repeating: "[0]", count: 3000),
        "a" + String(repeating: ".?b", count: 3000), String(repeating: "[1].map(x, ", count: 3000),
        "cel.block([" + String(repeating: "1, ", count: 3000) + "1], 2)",
        "[" + String(repeating: "`", count: 9999),
    ])
    func `deep or long expressions are refused, not followed`(source: String) {
        #expect(throws: ExpressionError.self) { try evaluate(source) }
    }
}
