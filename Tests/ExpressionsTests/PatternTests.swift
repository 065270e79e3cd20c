import Expressions
import JSONTokens
import Testing

@Suite struct PatternTests {
    @Test(arguments: [
        ("'hubba'.matches('ubb')", "true"), ("matches('hubba', '^ubb')", "false"),
        ("'mañana'.matches('a+ñ+a+')", "true"),
        ("'a\\nb'.matches('(?s)a.b') && !'a\\nb'.matches('a.b')", "true"),
        ("regex.replace('hello world hello', 'hello', 'hi')", "\"hi world hi\""),
        ("regex.replace('banana', 'a', 'x', 0)", "\"banana\""),
        ("regex.replace('banana', 'a', 'x', 2)", "\"bxnxna\""),
        ("regex.replace('banana', 'a', 'x', -12)", "\"bxnxnx\""),
        ("regex.replace('foo bar', '(fo)o (ba)r', r'\\2 \\1')", "\"ba fo\""),
        ("regex.replace('ab', '(a)|(b)', r'[\\1\\2]')", "\"[a][b]\""),
        ("regex.replace('añb', '', '-')", "\"-a-ñ-b-\""),
        ("regex.replace('aab', 'a*', 'x')", "\"xbx\""), ("regex.replace('b', 'a', r'\\7')", "\"b\""),
        ("regex.replace('a', 'a', r'\\\\')", "\"\\\\\""),
        ("regex.extract('hello world', 'hello(.*)')", "optional(\" world\")"),
        ("regex.extract('HELLO', 'hello')", "optional()"), ("regex.extract('ab', 'a(c)?b')", "optional()"),
        ("regex.extractAll('id:123, id:456', r'id:\\d+')", "[\"id:123\", \"id:456\"]"),
        ("regex.extractAll('id:123, id:456', r'id:(\\d)')", "[\"1\", \"4\"]"),
        ("regex.extractAll('a', 'b')", "[]"),
        ("['^a', 'b$', '('].filter(p, p != '(' && 'ab'.matches(p))", "[\"^a\", \"b$\"]"),
    ])
    func `a pattern finds what RE2 finds`(source: String, shown: String) throws {
        #expect(try evaluate(source).shown == shown)
    }

    @Test(arguments: [
        "'a'.matches(dyn('('))", "regex.extract('a', '(.)(.)')", "regex.extractAll('a', '(.)(.)')",
        "regex.replace('test', '(.)', r'\\2')",
        "regex.replace('id=123', r'id=(?P<value>\\d+)', r'value: \\values')",
        "regex.replace('a', 'a', '\\\\')", "'a'.matches([lists.range(1001).map(i, 'a').join()][0])",
    ])
    func `a pattern or replacement that cannot be used is an error`(source: String) throws {
        #expect(try evaluate(source).shown == "error(bad argument)")
    }

    @Test(arguments: [
        ("'a'.matches('(')", 13), ("x == 'a' || x.matches('a{2,1}')", 23), ("x.matches('\\\\1')", 11),
    ])
    func `a literal that is no pattern is refused at its place`(source: String, column: Int) {
        let error = #expect(throws: ExpressionError.self) { try evaluate(source, [("x", .string("a"))]) }
        #expect(error?.message.hasPrefix("this is no regular expression: ") == true)
        #expect(error?.position.column == column)
    }

    @Test func `a pattern that would take much memory is refused`() {
        let source = "'a'.matches('((a{100}){100}){100}')"
        #expect(throws: ExpressionError.self) { try evaluate(source) }
    }

    @Test func `texts are searched in place, with and without a literal`() throws {
        let names = try json(#"["arn:aws:iam::1:role/x", "arn:aws:s3:::bucket"]"#)
        let variables = [("names", names), ("p", .string("^arn:aws:s3:"))]
        #expect(try evaluate("names.filter(n, n.matches(p))", variables).shown == "[\"arn:aws:s3:::bucket\"]")
        #expect(try evaluate("names.exists_one(n, n.matches('role/'))", variables).shown == "true")
    }

    @Test func `the cost of a search is the same whether its pattern was met before or not`() throws {
        var names = NameTable()
        let program = try Program("x.matches(p)", in: Self.environment, names: &names)
        let host = TestHost()
        host.variables = [.string("abcabc"), .string("c+")]
        let evaluator = Evaluator()
        #expect(evaluator.evaluate(program, in: host).shown == "true")
        let first = evaluator.cost
        #expect(evaluator.evaluate(program, in: host).shown == "true")
        #expect(evaluator.cost == first && first > 500)
    }

    @Test func `more patterns than the cache holds give the same as fewer`() throws {
        let source = "lists.range(200).all(i, ('x' + string(i % 40)).matches('^x' + string(i % 40) + '$'))"
        #expect(try evaluate(source).shown == "true")
    }

    private static let environment = Environment(variables: [.init("x", .string), .init("p", .string)])
}
