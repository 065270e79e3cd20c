import Expressions
import JSONTokens
import Testing

@Suite struct ReadingTests {
    @Test func `a host reads arguments the same in flat and in built form`() throws {
        let flat = try json(#"{"list":[1,"x"],"text":"e\u0301"}"#)
        let built = try evaluate("{'list': [1, 'x'], 'text': 'e\\u0301'}")
        for value in [flat, built] {
            #expect(value.isMap && !value.isList && !value.isText)
            #expect(value.member("text")?.text?.unicodeScalars.count == 2)
            #expect(value.member("text")?.isText("e\u{301}") == true)
            #expect(value.member("text")?.isText("\u{E9}") == false)
            #expect(value.member("list")?.knownElements?.map(\.shown) == ["1", "\"x\""])
            #expect(value.member("none") == nil)
        }
        #expect(flat.isEqual(to: built).shown == "true")
        #expect(flat.isEqual(to: .unknown("U")).shown == "unknown(U)")
        #expect(flat.flatValue == built.flatValue)
    }

    @Test func `a list says what it misses`() {
        #expect(Value.list(ListValue([.int(1)], missing: UnknownSet("P"))).missingElements?.paths == ["P"])
        #expect(Value(list: []).missingElements == nil)
    }

    @Test(
        arguments: [
            ("b'a'", nil), ("[b'a']", nil), ("optional.none()", "null"), ("type(1)", nil),
            ("{1: 2}", "{\"1\":2}"),
        ]
            as [(String, String?)])
    func `only what JSON can say has a flat form`(source: String, text: String?) throws {
        #expect(try evaluate(source).flatValue?.description == text)
    }
}
