import Testing

@testable import JSONTokens

@Suite struct TokenTapeTests {
    @Test(arguments: [
        #"{"a":1,"b":[true,false,null,"x\u00e9\n\ud83d\ude00"],"c":{"d":-1.5e3,"e":{}},"f":[]}"#,
        #"[1, 2 ,3]"#, #""text""#, #"12"#, #"{}"#, #"[[],[[]]]"#, "{\"a\" : \"\\\\\" }",
    ])
    func `a document keeps its value through tape and canonical bytes`(text: String) throws {
        let value = try FlatValue(json: text)
        #expect(try FlatValue(json: value.description) == value)
    }

    @Test(arguments: [
        ("", JSONFailure.Reason.empty), ("{", .structure), (#"{"a"}"#, .structure),
        (#"{"a":1,}"#, .structure),
        ("[1 2]", .structure), ("tru e", .scalar), ("01", .scalar), ("1.", .scalar),
        (#""a"#, .unclosedString),
        (#"{"a":"\q"}"#, .scalar), (#"["\u12"]"#, .scalar), ("[1]]", .structure), ("{]", .structure),
        ("\"\u{01}\"", .controlCharacter), (String(repeating: "[", count: 200), .tooDeep), ("nul", .scalar),
    ])
    func `bad bytes are refused with their reason`(text: String, reason: JSONFailure.Reason) {
        let tape = TokenTape()
        let bytes = Array(text.utf8)
        #expect(tape.parse(bytes.span)?.reason == reason)
    }

    @Test func `a scan reads top-level members and leaves the rest`() throws {
        let tape = TokenTape()
        let bytes = Array(
            #"{"x":{"eventName":"no"},"eventName":"Put\/It","list":[1,{"a":"]"}],"n":12,"readOnly":true}"#
                .utf8)
        let projection = Projection(["eventName", "readOnly", "absent", "list"])
        #expect(tape.scan(bytes.span, projection) == nil)
        #expect(tape.string(tape.slot(0)) == "Put/It")
        #expect(tape.bool(tape.slot(1)) == true)
        #expect(tape.slot(2) == nil)
        let list = try #require(tape.slot(3))
        #expect(String(decoding: bytes[tape.textRange(list)], as: UTF8.self) == #"[1,{"a":"]"}]"#)
        #expect(tape.build() == nil)
        let built = try #require(tape.member(tape.root, "list"))
        #expect(String(decoding: bytes[tape.textRange(built)], as: UTF8.self) == #"[1,{"a":"]"}]"#)
    }

    @Test func `equal maps have equal bytes whatever the order and the last of equal keys stays`() throws {
        #expect(try FlatValue(json: #"{"b":1,"a":2}"#) == FlatValue(json: #"{"a":2,"b":0,"b":1}"#))
    }

    @Test func `views read members and elements in place`() throws {
        let view = try FlatValue(json: #"{"a":[10,{"k":"v"}],"z":-5,"f":2.5}"#).view
        #expect(view.member("a")?.element(1)?.member("k")?.string == "v")
        #expect(view.member("z")?.int == -5)
        #expect(view.member("f")?.double == 2.5)
        #expect(view.member("q") == nil)
        #expect(view.member("a")?.count == 2)
    }

    @Test(arguments: [(-2, 1), (-1, 0), (3, 4), (Int64.min, Int64.max)] as [(Int64, Int64)])
    func `byte order of whole numbers is number order`(less: Int64, more: Int64) {
        #expect(FlatValue(less) < FlatValue(more))
    }
}
