import Expressions
import Testing

@Suite struct ConformanceRunnerTests {
    private static func line(_ expression: String, _ expect: String, _ more: String = "") -> String {
        #"{"file":"f","section":"s","name":"n","expr":"\#(expression)","expect":\#(expect)\#(more)}"#
    }

    @Test(
        arguments: [
            ("1 + 1", #"{"value":{"int":"2"}}"#, nil),
            ("1 + 1", #"{"value":{"uint":"2"}}"#, "1 + 1: 2 instead of 2u"),
            ("1 / 0", #"{"error":[["division"]]}"#, nil), ("1 +", #"{"error":[["syntax"]]}"#, nil),
            ("1", #"{"error":[["division"]]}"#, "1: 1 instead of an error"),
            ("1 +", #"{"value":{"int":"1"}}"#, "1 +: refused: 1:4: the expression ends too early"),
            ("[1.5]", #"{"value":{"list":[{"double":"1.5"}]}}"#, nil),
            ("{'a': b'x'}", #"{"value":{"map":[[{"string":"a"},{"bytes":"eA=="}]]}}"#, nil),
            ("[1]", #"{"deduced_type":"list(int)","value":{"list":[{"int":"1"}]}}"#, nil),
            ("[1]", #"{"deduced_type":"list(uint)"}"#, "[1]: type list(int) instead of list(uint)"),
            ("1", #"{"unknown":true}"#, "1: 1 instead of an unknown value"),
            ("duration('-1.5s')", #"{"value":{"duration":"-1.500000000"}}"#, nil),
            ("0.0 / 0.0", #"{"value":{"double":"NaN"}}"#, nil),
        ] as [(String, String, String?)])
    func `a case passes only if value and type are those expected`(
        expression: String, expect: String, complaint: String?
    )
        throws
    {
        #expect(try ConformanceCase(line: Self.line(expression, expect)).complaint() == complaint)
    }

    @Test func `declarations, bindings and switches reach the expression`() throws {
        let declared =
            #","type_env":[{"name":"x","type":"list(int)"}],"bindings":{"x":{"list":[{"int":"3"}]}}"#
        let typed = try ConformanceCase(line: Self.line("x[0] + 1", #"{"value":{"int":"4"}}"#, declared))
        #expect(typed.complaint() == nil)
        let open = Self.line("1 + 'a'", #"{"error":[]}"#, #","check_disabled":true"#)
        #expect(try ConformanceCase(line: open).complaint() == nil)
        let unknown = Self.line(
            "x || true", #"{"value":{"bool":true}}"#, #","bindings":{"x":{"unknown":true}}"#)
        #expect(try ConformanceCase(line: unknown).complaint() == nil)
    }

    @Test(arguments: [
        ("{", "no JSON"), ("[]", "`file` is missing or no text"),
        (line("1", #"{"value":{"int":"x"}}"#), "`\"x\"` is no value of type int"),
        (line("1", #"{"value":{"int":"1"},"error":[]}"#), "`expect` asks for one of"),
        (line("1", "{}"), "`expect` asks for one of"),
        (line("1", #"{"vaule":1}"#), "`expect` knows no `vaule`"),
        (line("1", "3"), "`expect` is missing"),
        (line("1", #"{"value":{"list":{"int":"1"}}}"#), "a list is an array"),
        (line("1", #"{"value":{"timestamp":"1.5"}}"#), "`\"1.5\"` is no value of type timestamp"),
        (line("1", #"{"error":[]}"#, #","check_only":1"#), "`check_only` is no truth value"),
        (
            line("1", #"{"error":[]}"#, #","type_env":[{"name":"x","type":"list(int"}]"#),
            "`list(int` is no type"
        ),
    ])
    func `a line of another form is refused with its reason`(line: String, reason: String) {
        let error = #expect(throws: ConformanceFormError.self) { try ConformanceCase(line: line) }
        #expect(error?.description.hasPrefix(reason) == true, "\(error?.description ?? "")")
    }

    @Test func `the table counts by section and keeps what failed`() throws {
        var table = ConformanceTable()
        for (section, wanted) in [("a", "1"), ("b", "2"), ("a", "1")] {
            let line = Self.line("1", #"{"value":{"int":"\#(wanted)"}}"#)
            table.run(try ConformanceCase(line: line.replacing(#""s""#, with: "\"\(section)\"")))
        }
        #expect(
            table.rows.map { "\($0.file) \($0.section) \($0.passed) \($0.all)" } == ["f a 2 2", "f b 0 1"])
        #expect(table.failures.map(\.id) == ["f/b/n"])
        #expect(table.passed == 2 && table.all == 3)
    }
}
