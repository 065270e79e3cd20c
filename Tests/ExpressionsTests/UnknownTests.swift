import Expressions
import JSONTokens
import Testing

@Suite struct UnknownTests {
    private var variables: [(String, Value)] {
        get throws {
            let known = try json(#"[1, 2, 3]"#)
            guard case .flat(let view) = known else { return [] }
            return [
                ("u", .unknown("U")), ("w", .unknown("W")), ("e", .failure), ("t", .bool(true)),
                ("part", .list(ListValue(flat: view, missing: UnknownSet("P")))),
                ("built", .list(ListValue([.int(1), .int(1)], missing: UnknownSet("P")))),
            ]
        }
    }

    @Test(arguments: [
        ("false && u", "false"), ("u && false", "false"), ("true || u", "true"), ("u || true", "true"),
        ("u && true", "unknown(U)"), ("true && u", "unknown(U)"), ("u || false", "unknown(U)"),
        ("u && w", "unknown(U,W)"), ("e && u", "unknown(U)"), ("u || e", "unknown(U)"), ("e || t", "true"),
        ("!u", "unknown(U)"), ("u == 1", "unknown(U)"), ("e == u", "unknown(U)"), ("w + u", "unknown(U,W)"),
        ("e + u", "unknown(U)"), ("u ? 1 : 2", "unknown(U)"), ("e ? 1 : 2", "error(host)"),
        ("has(u.f)", "unknown(U)"), ("u.f", "unknown(U)"), ("u[0]", "unknown(U)"), ("[1, u]", "unknown(U)"),
        ("size(u)", "unknown(U)"), ("u in [1]", "unknown(U)"), ("u.all(x, x)", "unknown(U)"),
        ("{'a': u, 'b': w}", "unknown(U,W)"), ("u.?f.orValue(1)", "unknown(U)"),
        ("[true, false].exists(x, x || u)", "true"), ("[false].exists(x, x || u)", "unknown(U)"),
        ("[1, 2].all(x, x < 2 && u)", "false"), ("[1, 2].filter(x, x == 1 || u)", "[1 | U]"),
        ("[1, 2].map(x, x == 1 ? 7 : u)", "[7 | U]"), ("[1, 2].exists_one(x, u)", "unknown(U)"),
    ])
    func `an unknown passes through unless something decides`(source: String, shown: String) throws {
        #expect(try evaluate(source, variables).shown == shown)
    }

    @Test(arguments: [
        ("part.exists(x, x == 2)", "true"), ("part.exists(x, x == 9)", "unknown(P)"),
        ("part.all(x, x < 3)", "false"), ("part.all(x, x < 9)", "unknown(P)"),
        ("part.exists(x, 1 / (x - 1) == 9)", "unknown(P)"), ("part.exists_one(x, x == 1)", "unknown(P)"),
        ("part.exists_one(x, x < 3)", "false"), ("size(part)", "unknown(P)"),
        ("part.size() > 0", "unknown(P)"),
        ("part.filter(x, x > 1)", "[2, 3 | P]"), ("part.filter(x, x > 1).exists(y, y == 3)", "true"),
        ("part.map(x, x * 2)", "[2, 4, 6 | P]"), ("2 in part", "true"), ("9 in part", "unknown(P)"),
        ("part == [1, 2]", "false"), ("part == [1, 2, 4, 5]", "false"), ("part == [1, 2, 3]", "unknown(P)"),
        ("part != [4]", "true"), ("part[0]", "unknown(P)"), ("part + [4]", "[1, 2, 3, 4 | P]"),
        ("{'k': part} == {'k': []}", "false"), ("part.join()", "unknown(P)"),
        ("part.filter(x, 1 / 0 == x)", "unknown(P)"),
        ("[part] == [[1, 2, 3]]", "unknown(P)"), ("part == built", "unknown(P)"),
    ])
    func `an incomplete list answers only what more elements cannot change`(source: String, shown: String)
        throws
    {
        var variables = try variables
        if source.hasSuffix("join()") {
            variables[4].1 = .list(ListValue([.string("a")], missing: UnknownSet("P")))
        }
        #expect(try evaluate(source, variables).shown == shown)
    }

    @Test func `paths are sorted and named once`() {
        #expect(UnknownSet(["b", "a", "b"]).union(UnknownSet("a")).paths == ["a", "b"])
    }

    @Test func `fields of objects come from the host, absent, observed or not`() throws {
        let host = TestHost()
        host.objects = [try FlatValue(json: #"{"Encrypted":true,"Rules":[{"P":1}]}"#)]
        host.unobserved = ["Policy"]
        let cases = [
            ("r.Encrypted", "true"), ("has(r.Encrypted)", "true"), ("has(r.Absent)", "false"),
            ("r.Absent", "error(no such field)"), ("r.Policy", "unknown(object.Policy)"),
            ("has(r.Policy)", "unknown(object.Policy)"), ("r.Encrypted || r.Policy == 'x'", "true"),
            ("r.Rules.exists(x, x.P == 1)", "true"), ("r.Bad || true", "true"), ("has(r.Bad)", "error(host)"),
            ("r.?Absent.orValue(3)", "3"),
        ]
        for (source, shown) in cases {
            #expect(try evaluate(source, [("r", .object(ObjectHandle(0)))], host: host).shown == shown)
        }
    }

    @Test func `host functions get values only and incomplete lists only where they take them`() throws {
        let host = TestHost()
        host.objects = [try FlatValue(json: #"{"N":1}"#), try FlatValue(json: #"{"N":2}"#)]
        var taking = FunctionDeclaration("known", [.list(.dyn)], returns: .int, .host(2))
        taking.acceptsIncompleteLists = true
        let functions = [
            FunctionDeclaration("resources", [.string], returns: .list(.dyn), .host(1)),
            FunctionDeclaration("count", [.list(.dyn)], returns: .int, .host(2)), taking,
            FunctionDeclaration(method: "isFine", on: .dyn, returns: .bool, .host(3)),
        ]
        let cases = [
            ("resources('K').exists(x, x.N == 2)", "true"), ("known(part)", "3"),
            ("count(part)", "unknown(P)"),
            ("u.isFine()", "unknown(U)"), ("e.isFine()", "error(host)"), ("t.isFine()", "true"),
        ]
        for (source, shown) in cases {
            #expect(try evaluate(source, variables, host: host, functions: functions).shown == shown)
        }
        #expect(host.calls == [1, 2, 3])
    }
}
