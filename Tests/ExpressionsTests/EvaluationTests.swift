import Expressions
import JSONTokens
import Testing

@Suite struct EvaluationTests {
    @Test(arguments: [
        ("1 + 2 * 3 - 4 / 2 % 3", "5"), ("-(3 - 5)", "2"), ("7u / 2u", "3u"), ("1.5 + 2.25", "3.75"),
        ("'a' + \"b\"", "\"ab\""), ("[1] + [2, 'x']", "[1, 2, \"x\"]"), ("{'a': 1}.a", "1"),
        ("{1: 'x', 2u: 'y'}[2]", "\"y\""), ("[10, 20][1]", "20"), ("true ? 1 : 2", "1"),
        ("size('añb')", "3"), ("'abc'.size()", "3"), ("2 in [1, 2]", "true"), ("'k' in {'k': null}", "true"),
        ("1 == 1.0 && 1u == 1", "true"), ("dyn(1) == dyn('1')", "false"), ("[1, 2.0] == [1.0, 2]", "true"),
        ("{'a': 1, 'b': 2} == {'b': 2.0, 'a': 1}", "true"), ("9223372036854775807 < 9.3e18", "true"),
        ("has({'a': null}.a) && !has({}.b)", "true"), ("b'\\xff\\000'", "b[255, 0]"),
        ("r'\\n' + '''it's'''", #""\\nit's""#), ("0x1F + -0x0f", "16"), ("type(1u)", "type(uint)"),
        ("'\\u00e9' == 'e\\u0301'", "false"), ("cel.bind(x, 3, x * x)", "9"),
        ("[1, 2, 3].filter(x, x > 1).map(y, y * 2)", "[4, 6]"), ("[1, 2].map(x, x > 1, x + 1)", "[3]"),
        ("[1, 2, 3].all(x, x > 0) && [1, 2].exists(x, x == 2) && [1, 2].exists_one(x, x > 1)", "true"),
        ("{'b': 1, 'a': 2}.map(k, k)", "[\"b\", \"a\"]"), ("[5, 6].transformList(i, v, i + v)", "[5, 7]"),
        ("{'a': 1}.transformMap(k, v, v + 1)", "{\"a\": 2}"),
        ("int('-7') + int(3.9) + int(4u)", "0"), ("string(1.0) + string(true)", "\"1true\""),
        ("timestamp('2024-02-29T12:00:00.5Z') + duration('1h30m')", "\"2024-02-29T13:30:00.5Z\""),
        ("timestamp('2024-03-01T00:00:00Z') - timestamp('2024-02-28T00:00:00Z')", "\"172800s\""),
        ("timestamp('2024-02-29T01:00:00+02:00').getDayOfYear()", "58"),
        ("'a,b,,c'.split(',')", #"["a", "b", "", "c"]"#), ("['a', 'b'].join('-')", "\"a-b\""),
        ("' x '.trim() + 'AbC'.lowerAscii() + 'hello'.substring(1, 3)", "\"xabcel\""),
        ("'banana'.replace('an', 'o', 1) + string('banana'.lastIndexOf('an'))", "\"boana3\""),
        ("{'a': {'b': 1}}.?a.?b.orValue(0) + {}.?a.?b.orValue(5)", "6"),
        ("[1, ?optional.none(), ?optional.of(3)]", "[1, 3]"),
        ("optional.of(2).optMap(x, x + 1)", "optional(3)"),
        ("// a remark\n1", "1"),
    ])
    func `an expression has its value`(source: String, shown: String) throws {
        #expect(try evaluate(source).shown == shown)
    }

    @Test(arguments: [
        ("9223372036854775807 + 1", "overflow"), ("-9223372036854775808 / -1", "overflow"),
        ("0u - 1u", "overflow"), ("1 / 0", "divide by zero"), ("1 % 0", "divide by zero"),
        ("[1][1]", "index out of bounds"), ("{'a': 1}.b", "no such key"), ("{'a': 1}['b']", "no such key"),
        ("int('x')", "bad conversion"), ("uint(-1)", "bad conversion"),
        ("dyn(1) + dyn('a')", "no such overload"),
        ("{'a': 1, 'a': 2}", "repeated key"), ("[1, 'a'].all(x, x > 0)", "no such overload"),
        ("timestamp('9999-12-31T23:59:59Z') + duration('1s')", "overflow"),
        ("[1, 0].exists_one(x, 1 / x == 1)", "divide by zero"),
        ("optional.none().value()", "value of an empty optional"),
        ("dyn(1) ? 2 : 3", "no such overload"), ("1 / 0 == 1 || false", "divide by zero"),
    ])
    func `a failing expression is an error with its reason`(source: String, reason: String) throws {
        #expect(try evaluate(source).shown == "error(\(reason))")
    }

    @Test(arguments: [
        "1 / 0 == 1 || true", "true || 1 / 0 == 1", "!(false && 1 / 0 == 1)", "!(1 / 0 == 1 && false)",
        "[0, 1].exists(x, 1 / x == 1)", "![0, 2].all(x, 1 / x == 1)", "cel.bind(x, 1 / 0, true)",
    ])
    func `a deciding value beats an error`(source: String) throws {
        #expect(try evaluate(source).shown == "true")
    }

    @Test func `flat values are read in place and compare like any others`() throws {
        let document = try json(#"{"list":[{"n":1,"t":"x"},{"n":2.0}],"t":"x","z":null}"#)
        let cases = [
            ("v.list[1].n == 2", "true"), ("v.list.exists(e, has(e.t) && e.t == v.t)", "true"),
            ("v.list.filter(e, !has(e.t))", "[{\"n\":2.0}]"), ("v.z == null", "true"),
            ("v == {'list': [{'t': 'x', 'n': 1.0}, {'n': 2}], 't': 'x', 'z': null}", "true"),
            ("v.map(k, k)", #"["list", "t", "z"]"#), ("'t' in v && !('q' in v)", "true"),
            ("size(v.list) + size(v) + size(v.t)", "6"), ("v.t + v.t", "\"xx\""),
            ("v.q", "error(no such key)"),
            ("v.list.transformList(i, e, i)", "[0, 1]"), ("{v.t: 1}.x", "1"), ("v.t < 'y'", "true"),
        ]
        for (source, shown) in cases { #expect(try evaluate(source, [("v", document)]).shown == shown) }
    }

    @Test func `the cost limit ends an evaluation with an error, at the same node every time`() throws {
        let source = "[1,2,3,4,5].all(a, [1,2,3,4,5].all(b, [1,2,3,4,5].all(c, a + b + c > 0)))"
        #expect(try evaluate(source, costLimit: 2000).shown == "true")
        #expect(try evaluate(source, costLimit: 500).shown == "error(cost limit)")
        #expect(try evaluate("true || \(source)", costLimit: 3).shown == "true")
        #expect(try evaluate("\(source) || true", costLimit: 500).shown == "error(cost limit)")
    }

    @Test func `a filter over flat elements gives flat evidence`() throws {
        let document = try json(#"[{"p":22},{"p":80}]"#)
        let value = try evaluate("v.filter(e, e.p == 22)", [("v", document)])
        #expect(value.flatValue?.description == #"[{"p":22}]"#)
    }
}
