import SchemaSupport
import Testing

@Suite struct SchemaValidatorTests {
    private func problems(_ schema: String, _ document: String) throws -> [String] {
        try SchemaValidator(Array(schema.utf8)).validate(Array(document.utf8))
    }

    @Test(arguments: [
        (#"{"type":"string"}"#, #""a""#, "1"), (#"{"type":["null","integer"]}"#, "3", "3.5"),
        (#"{"type":"integer"}"#, "2.0", "true"), (#"{"type":"number"}"#, "2.5", #""2""#),
        (#"{"type":"boolean"}"#, "false", "null"), (#"{"type":"null"}"#, "null", "{}"),
        (#"{"type":"array","items":{"type":"integer"}}"#, "[1,2]", #"[1,"a"]"#),
        (#"{"type":"object","required":["a"]}"#, #"{"a":1}"#, #"{"b":1}"#),
        (#"{"properties":{"a":{"type":"null"}}}"#, #"{"a":null,"b":1}"#, #"{"a":1}"#),
        (#"{"properties":{"a":true},"additionalProperties":false}"#, #"{"a":1}"#, #"{"b":1}"#),
        (#"{"additionalProperties":{"type":"string"}}"#, #"{"a":"b"}"#, #"{"a":1}"#),
        (
            #"{"patternProperties":{"^x":{"type":"null"}},"additionalProperties":false}"#, #"{"x1":null}"#,
            #"{"y":1}"#
        ),
        (#"{"propertyNames":{"pattern":"^[a-z]+$"}}"#, #"{"ab":1}"#, #"{"A":1}"#),
        (#"{"enum":[1,"a"]}"#, #""a""#, "2"), (#"{"const":{"a":[1]}}"#, #"{"a":[1]}"#, #"{"a":[2]}"#),
        (#"{"pattern":"^a-[0-9]{2}$"}"#, #""a-07""#, #""a-7""#), (#"{"minimum":1,"maximum":2}"#, "2", "0"),
        (#"{"maximum":2}"#, "2", "2.5"), (#"{"minLength":2}"#, #""éé""#, #""é""#),
        (#"{"maxLength":1}"#, #""é""#, #""éé""#), (#"{"minItems":1}"#, "[1]", "[]"),
        (#"{"maxItems":1}"#, "[1]", "[1,2]"), (#"{"uniqueItems":true}"#, "[1,2]", "[1,1]"),
        (#"{"anyOf":[{"const":1},{"const":2}]}"#, "2", "3"),
        (#"{"oneOf":[{"type":"integer"},{"minimum":5}]}"#, "3", "7"),
        (#"{"allOf":[{"minimum":1},{"maximum":5}]}"#, "3", "7"), (#"{"not":{"const":1}}"#, "2", "1"),
        (##"{"$ref":"#/$defs/a","$defs":{"a":{"const":1}}}"##, "1", "2"), ("true", "1", "{"),
        (
            ##"{"properties":{"a":{"$ref":"#"}},"additionalProperties":false}"##, #"{"a":{"a":{}}}"#,
            #"{"a":{"b":1}}"#
        ),
    ])
    func `a keyword takes what conforms and refuses what does not`(
        schema: String, good: String, bad: String
    ) throws {
        #expect(try problems(schema, good) == [])
        #expect(try problems(schema, bad) != [])
    }

    @Test(arguments: [
        #"{"minimun":1}"#, #"{"properties":{"a":{"if":true}}}"#, #"{"items":[{}]}"#,
        ##"{"$ref":"#/$defs/a"}"##,
        #"{"$ref":"other.json"}"#, #"{"pattern":"(a|b)"}"#, #"{"pattern":"a{2"}"#, "3", "{",
        #"{"$defs":{"a":{"unevaluatedItems":false}}}"#,
    ])
    func `a schema outside the subset is refused`(schema: String) {
        #expect(throws: SchemaValidator.Refusal.self) { try SchemaValidator(Array(schema.utf8)) }
    }

    @Test func `a problem says where it is`() throws {
        let schema = #"{"properties":{"a":{"items":{"type":"string"}}}}"#
        #expect(try problems(schema, #"{"a":["x",1]}"#) == ["$.a[1]: 1 is no string"])
    }

    @Test func `lines are checked one by one`() throws {
        let validator = try SchemaValidator(Array(#"{"type":"integer"}"#.utf8))
        #expect(validator.validateLines(Array("1\n\"a\"\n3\n".utf8)) == ["line 2: $: \"a\" is no integer"])
    }

    @Test(arguments: [
        ("b", "abc", true), ("^b", "abc", false), ("c$", "abc", true), ("^a.c$", "abc", true),
        ("^a[b-d]?c$", "ac", true), ("^a[^b]c$", "abc", false), ("^a*a$", "aaa", true), ("^a+$", "", false),
        ("^a{2,3}$", "aaaa", false), ("^a{2,}$", "aaaa", true), ("^\\d+\\.\\d$", "12.3", true),
        ("^\\d$", "x", false), ("^[a-z-]+$", "a-b", true), ("^[\\d.]+$", "1.2", true), ("\\$", "a$", true),
    ])
    func `a pattern matches as a regular expression does`(pattern: String, text: String, wanted: Bool) throws
    {
        #expect(try #require(SimplePattern(pattern)).matches(text) == wanted)
    }
}
