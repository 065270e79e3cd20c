import Expressions
import Testing

@Suite struct CompilerTests {
    private static let environment = Environment(
        variables: [
            .init("resource", .object("Group")), .init("account", .object("Account")),
            .init("params", .map(.string, .dyn)), .init("now", .timestamp),
        ],
        objectTypes: [
            .init("Group", fields: ["Ingress": .list(.object("Rule")), "Name": .string, "KeyId": .string]),
            .init("Rule", fields: ["CidrIp": .string, "FromPort": .int, "FromPorts": .int, "ToPort": .int]),
            .init("Account", fields: ["Block": .object("Block")]), .init("Block", fields: ["On": .bool]),
            .init("Trail", fields: ["IsLogging": .bool, "Name": .string]),
        ],
        functions: [resources, admits, .init("ref", [.string], returns: .dyn, .host(3))])

    private static var resources: FunctionDeclaration {
        var declaration = FunctionDeclaration("resources", [.string], returns: .list(.dyn), .host(1))
        declaration.resultOfLiteral = { $0 == "Trail" ? .list(.object("Trail")) : nil }
        return declaration
    }

    private static var admits: FunctionDeclaration {
        var declaration = FunctionDeclaration(
            method: "admits", on: .object("Rule"), [.int], returns: .bool, .host(2))
        declaration.readFields = ["FromPort", "ToPort"]
        return declaration
    }

    private func compile(_ source: String, expecting: ExpressionType? = nil) throws(ExpressionError)
        -> Program
    {
        var names = NameTable()
        return try Program(source, in: Self.environment, names: &names, expecting: expecting)
    }

    @Test(arguments: [
        ("resource.Ingres", "Group has no field `Ingres`; did you mean `Ingress`?", 1, 10),
        (
            "resource.Ingress.all(r,\n  r.FromPrt > 1)",
            "Rule has no field `FromPrt`; did you mean `FromPort`?", 2, 5
        ),
        ("resource['Nam']", "Group has no field `Nam`; did you mean `Name`?", 1, 9),
        ("resorce.Name", "nothing is called `resorce`; did you mean `resource`?", 1, 1),
        ("resource.Name + 1", "`+` has no meaning for string and int", 1, 15),
        ("resource.Name == 1", "`==` has no meaning for string and int", 1, 15),
        ("resource.Name && true", "`&&` takes bool, not string", 1, 10),
        ("resource.Name.startWith('a')", "unknown function `startWith`; did you mean `startsWith`?", 1, 15),
        ("resource.Name.matches('a(b')", "this is no regular expression: missing ): a(b", 1, 23),
        (
            "size(1)",
            "no overload of `size` takes (int); there is size(string) or size(bytes) or size(list(<A>)) or size(map(<A>, <B>))",
            1, 1
        ),
        (
            "resource.Ingress[0].admits('x')",
            "no overload of `admits` takes (Rule, string); there is Rule.admits(int)", 1, 21
        ),
        ("resources('Trial')", "`resources` knows no `Trial`", 1, 1),
        ("1 +", "the expression ends too early", 1, 4), ("1 2", "the expression should end here", 1, 3),
        ("'abc", "a text is not closed", 1, 1), ("'\\q'", "this escape is not known", 1, 2),
        ("9223372036854775808", "the number does not fit an int", 1, 1),
        ("a.(b)", "a field name should stand here", 1, 3),
        ("has(resource)", "has() asks for a field, as in has(a.b)", 1, 1),
        ("[1].all(1, true)", "a variable's name should stand here", 1, 9),
        ("while", "`while` is a reserved word", 1, 1),
        ("resource.Name.all(x, true)", "a macro walks a list or a map, not string", 1, 10),
        ("#", "this sign has no meaning here", 1, 1),
        ("optional.of(1).optFlatMap(x, x)", "optFlatMap() makes an optional, not int", 1, 30),
        ("{[1]: 2}", "a map's key is a bool, an int, an uint or a string, not list(int)", 1, 2),
    ])
    func `a bad expression is refused at its place`(source: String, message: String, line: Int, column: Int) {
        let error = #expect(throws: ExpressionError.self) { try compile(source) }
        #expect(error?.message == message)
        #expect(error?.position.line == line)
        #expect(error?.position.column == column)
    }

    @Test func `an error is shown with its line and a caret`() {
        let source = "resource.Ingress.all(r,\n  r.FromPrt > 1)"
        let error = #expect(throws: ExpressionError.self) { try compile(source) }
        #expect(
            error?.rendered(in: source) == """
                2:5: Rule has no field `FromPrt`; did you mean `FromPort`?
                  |   r.FromPrt > 1)
                  |     ^
                """)
    }

    @Test(arguments: [
        String(repeating: "(", count: 5000) + "1" + String(repeating: ")", count: 5000),
        String(repeating: "-", count: 5000) + "x", String(repeating: "[", count: 5000),
        Array(repeating: "1", count: 5000).joined(separator: "+"), "a" + String(repeating: ".b", count: 5000),
    ])
    func `deep nesting is refused, not followed`(source: String) {
        let error = #expect(throws: ExpressionError.self) { try compile(source) }
        #expect(error?.message.contains("nested deeper") == true)
    }

    @Test(arguments: [
        ("resource.Ingress.map(r, r.FromPort)", "list(int)"), ("{'a': [1]}", "map(string, list(int))"),
        ("resources('Trail')", "list(Trail)"), ("params.x", "dyn"),
        ("now - duration('1h')", "google.protobuf.Timestamp"),
        ("now - now", "google.protobuf.Duration"), ("[1, 'a']", "list(dyn)"),
        ("[[], [[]]]", "list(list(list(dyn)))"),
        ("[optional.of(1), optional.none()]", "list(optional_type(int))"),
        ("resource.?Name", "optional_type(string)"),
        ("[1][0]", "int"), ("params.all(k, k == 'a')", "bool"), ("optional.of('a').orValue('b')", "string"),
        ("true ? 1 : 'a'", "dyn"), ("[]", "list(dyn)"),
        ("resource.Ingress.filter(r, r.admits(22))", "list(Rule)"),
    ])
    func `an expression has its type`(source: String, type: String) throws {
        #expect(try compile(source).resultType.description == type)
    }

    @Test func `a result of the wrong type is refused`() {
        #expect(throws: ExpressionError.self) { try compile("1", expecting: .bool) }
        #expect(throws: Never.self) { try compile("params.x", expecting: .bool) }
    }

    @Test(arguments: [
        (
            "!resource.Ingress.exists(r, r.CidrIp == 'x' && params.ports.exists(p, r.FromPort <= p))",
            "resource.Ingress? resource.Ingress[].CidrIp params.ports? resource.Ingress[].FromPort params.ports[]"
        ),
        (
            "resource.Ingress.exists(r, r.admits(22))",
            "resource.Ingress? resource.Ingress[].FromPort resource.Ingress[].ToPort"
        ),
        ("has(account.Block) && account.Block.On", "account.Block? account.Block.On"),
        ("resources('Trail').exists(t, t.IsLogging)", "resources('Trail')? resources('Trail')[].IsLogging"),
        ("size(resources('Trail')) > 0", "resources('Trail')"),
        ("ref(resource.KeyId).Enabled", "resource.KeyId ref().Enabled"),
        (
            "resource.Ingress.filter(r, r.ToPort > 1)",
            "resource.Ingress? resource.Ingress[].ToPort resource.Ingress"
        ),
        ("cel.bind(b, account.Block, b.On)", "account.Block.On"), ("params['ports']", "params.ports"),
        ("(true ? resource : resource).Name", "resource.Name"),
        ("account.?Block.?On.orValue(false)", "account.Block.On"),
        ("[resource, account].size() > 0", "resource account"), ("[1].all(resource, resource > 0)", ""),
    ])
    func `a program says what it reads`(source: String, references: String) throws {
        let shown = try compile(source).references.map(\.description).joined(separator: " ")
        #expect(shown == references)
    }

    @Test(
        arguments: [
            ("'a' == 'a'", ["1:5: `==` compares constants"]),
            ("resource.Name == 'a' && 1 == 2", ["1:27: `==` compares constants"]),
            ("resource.Name == 'a' || true", ["1:25: `||` has a constant operand"]),
            ("resource.Ingress.all(r, true)", ["1:25: the macro has a constant condition"]),
            ("1 + 1 in [2] ? 1 : 2", ["1:7: `in` compares constants"]),
            ("!false", ["1:2: `!` has a constant operand"]),
            (
                "size('a') == 1 || resources('Trail').size() > 0",
                ["1:11: `==` compares constants"]
            ),
            ("true", []), ("resource.Name == 'a' && params.x in [1, 2]", []),
            ("now > now - duration('1h')", []),
        ] as [(String, [String])])
    func `conditions that depend on nothing are found`(source: String, findings: [String]) throws {
        #expect(ConstantConditions.find(in: try compile(source)).map(\.description) == findings)
    }

    @Test func `field numbers are shared by the programs of one table`() throws {
        var names = NameTable()
        _ = try Program("resource.Name", in: Self.environment, names: &names)
        _ = try Program("resource.KeyId + resource.Name", in: Self.environment, names: &names)
        #expect(names.names == ["Name", "KeyId"])
    }
}
