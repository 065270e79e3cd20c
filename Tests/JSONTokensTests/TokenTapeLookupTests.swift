import JSONTokens
import Testing

@Suite("looking up on a tape")
struct TokenTapeLookupTests {
    private static let keys = Projection(["a", "name", "eventSource", "recipientAccountIdentifier", ""])

    private func built(_ json: String) -> (tape: TokenTape, bytes: [UInt8]) {
        let tape = TokenTape()
        let bytes = Array(json.utf8)
        #expect(tape.parse(bytes.span) == nil)
        return (tape, bytes)
    }

    @Test func `a pick finds every key of the projection and nothing else`() {
        let json =
            #"{"b":0,"recipientAccountIdentifier":4,"recipientAccountIdentifies":9,"eventSource":3,"name":2,"":5,"a":1}"#
        let (tape, bytes) = built(json)
        #expect(tape.pick(tape.root, TokenTapeLookupTests.keys))
        let found = (0..<5).map { tape.int(tape.picked($0)) }
        #expect(found == [1, 2, 3, 4, 5])
        #expect(bytes.count == tape.documentByteCount)
    }

    @Test func `a pick takes the last of equal keys and forgets the pick before`() {
        let (tape, bytes) = built(#"{"name":1,"inner":{"a":7},"name":2}"#)
        #expect(tape.pick(tape.root, TokenTapeLookupTests.keys))
        #expect(tape.int(tape.picked(1)) == 2)
        let inner = tape.member(tape.root, "inner")
        #expect(inner.map { tape.pick($0, TokenTapeLookupTests.keys) } == true)
        #expect(tape.int(tape.picked(0)) == 7)
        #expect(tape.picked(1) == nil)
        #expect(bytes.count == tape.documentByteCount)
    }

    @Test func `a pick refuses keys with escapes and values that are no objects`() {
        let (tape, bytes) = built(#"{"n\u0061me":1,"list":[]}"#)
        #expect(!tape.pick(tape.root, TokenTapeLookupTests.keys))
        #expect(tape.member(tape.root, "list").map { tape.pick($0, TokenTapeLookupTests.keys) } == false)
        #expect(bytes.count == tape.documentByteCount)
    }

    @Test(
        arguments: [
            ("groupId", 1), ("GROUPID", 2), ("GroupID", 3), ("gRoUpId", 3), ("ownerIdentifier", 4), ("@", 5),
            ("`", nil),
            ("groupIdx", nil),
        ] as [(StaticString, Int64?)])
    func `letters of another case match only if no key has the very case`(key: StaticString, value: Int64?) {
        let (tape, bytes) = built(#"{"groupId":1,"GROUPID":2,"GroupID":3,"OwnerIDENTIFIER":4,"@":5}"#)
        #expect(tape.int(tape.memberIgnoringCase(tape.root, key)) == value)
        #expect(bytes.count == tape.documentByteCount)
    }

    private static let list = Projection(["Records"])

    @Test(
        arguments: [
            (#"{"Records":[{"a":1}]}"#, [#"{"a":1}"#]),
            (#"{"x":"[{","Records": [ {"a":"]"} , {"b":{"c":[]}} ] }"#, [#"{"a":"]"}"#, #"{"b":{"c":[]}}"#]),
            (#"{"Records":[{},{}],"x":[1]}"#, ["{}", "{}"]), (#"{"Records":[]}"#, nil),
            (#"{"Records":[{},1]}"#, nil), (#"{"Records":[{},]}"#, nil), (#"{"Records":[{}{}]}"#, nil),
            (#"{"Records":[,{}]}"#, nil), (#"{"Records":[{},[]]}"#, nil), (#"{"Records":{}}"#, nil),
        ] as [(String, [String]?)])
    func `objects of a list are cut from the index`(json: String, ranges: [String]?) throws {
        let tape = TokenTape()
        let bytes = Array(json.utf8)
        #expect(tape.scan(bytes.span, TokenTapeLookupTests.list) == nil)
        let found = tape.objectRanges(try #require(tape.slot(0)))
        #expect(found.map { $0.map { String(decoding: bytes[$0], as: UTF8.self) } } == ranges)
    }

    private func map(_ members: [(String, Int64)]) -> FlatValue {
        FlatValue(map: members.map { ($0.0, FlatValue($0.1)) })
    }

    @Test func `maps come out by rising key, the last of equal ones, however they stood`() {
        let (tape, bytes) = built(#"{"b":1,"ab":2,"a":3,"b":4,"":5,"é":6,"z":7}"#)
        let expected = map([("", 5), ("a", 3), ("ab", 2), ("b", 4), ("z", 7), ("é", 6)])
        #expect(tape.flatValue(tape.root) == expected)
        #expect(expected.view.members.map { $0.key } == ["", "a", "ab", "b", "z", "é"])
        let shuffled = map([("é", 6), ("b", 1), ("z", 7), ("a", 3), ("b", 4), ("", 5), ("ab", 2)])
        #expect(shuffled == expected)
        #expect(bytes.count == tape.documentByteCount)
    }

    @Test(arguments: ["0", "-0", "7", "-7", "999999999999999999", "-123456789012345678"])
    func `whole numbers are read digit by digit`(text: String) {
        let (tape, bytes) = built("[\(text)]")
        #expect(tape.elements(tape.root).map { tape.int($0) } == [Int64(text)])
        #expect(bytes.count == tape.documentByteCount)
    }
}

@Suite("sharing texts")
struct TextPoolTests {
    @Test func `a pool gives the very text, prefix first, also when texts push each other out`() {
        let pool = TextPool(prefix: "aws:")
        let tape = TokenTape()
        for round in 0..<3 {
            for number in 0..<9_000 {
                let text = "arn:aws:iam::\(number):role/x"
                let bytes = Array("[\"\(text)\",\"s\(number)\",\"\\u0041 with an escape \(number)\",1]".utf8)
                #expect(tape.parse(bytes.span) == nil)
                let found = tape.elements(tape.root).map { pool.string(tape, $0) }
                let wanted = ["aws:" + text, "aws:s\(number)", "aws:A with an escape \(number)", nil]
                if found != wanted { Issue.record("round \(round): \(found)") }
            }
        }
    }
}
