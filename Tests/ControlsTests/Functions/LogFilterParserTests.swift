import JSONTokens
import Testing

@testable import Controls

@Suite struct LogFilterParserTests {
    private static let event = """
        {"eventType":"UpdateTrail","sourceIPAddress":"111.111.111.111","arrayKey":["value","another value"],
        "objectList":[{"name":"a","id":1},{"name":"b","id":2}],"SomeObject":null,"ThisFlag":true,
        "user":{"id":1,"email":"John.Stiles@example.com"},"actions":["GET","PUT","DELETE"],
        "coordinates":[[0,1,2],[4,5,6],[7,8,9]],"latency":500,"ratio":55.5,"account":"123456789012"}
        """

    /// The answers that AWS documents, or that follow from what it documents.
    @Test(arguments: [
        (#"{ $.eventType = "UpdateTrail" }"#, true), (#"{$.eventType="UpdateTrail"}"#, true),
        ("{ $.eventType = UpdateTrail }", true), ("{ $.eventType = updatetrail }", false),
        ("{ $.eventType = Update* }", true), (#"{ $.eventType = "*Trail" }"#, true),
        ("{ $.eventType = *dateT* }", true), ("{ $.eventType = Up*Trail }", false),
        ("{ $.eventType = * }", true), ("{ $.eventType != * }", false), ("{ $.absent = * }", false),
        ("{ $.sourceIPAddress != 123.123.* }", true), ("{ $.sourceIPAddress != 111.111.* }", false),
        (#"{ $.arrayKey[0] = "value" }"#, true), (#"{ $.arrayKey[1] = "value" }"#, false),
        ("{ $.objectList[1].id = 2 }", true), ("{ $.objectList[*].id = 2 }", true),
        ("{ $.objectList[*].id = 3 }", false), ("{ $.objectList[*].id NOT EXISTS }", false),
        ("{ $.user.* = 1 }", true),
        ("{ $.eventType[0] = UpdateTrail }", false),
        ("{ $.SomeObject IS NULL }", true), ("{ $.eventType IS NULL }", false),
        ("{ $.absent IS NULL }", false), ("{ $.SomeOtherObject NOT EXISTS }", true),
        ("{ $.SomeObject NOT EXISTS }", false), ("{ $.ThisFlag IS TRUE }", true),
        ("{ $.ThisFlag IS FALSE }", false), ("{ $.eventType IS TRUE }", false),
        (#"{ ($.user.id = 1) && ($.actions[0] = "GET") }"#, true),
        (#"{ ($.user.id = 2 && $.actions[0] = "nonmatch") || $.actions[2] = "GET" }"#, false),
        (
            #"{ $.user.email = "John.Stiles@example.com" || $.coordinates[0][1] = nonmatch && $.actions[2] = nomatch }"#,
            true
        ),
        (
            #"{ ($.user.email = "John.Stiles@example.com" || $.coordinates[0][1] = nonmatch) && $.actions[2] = nomatch }"#,
            false
        ),
        ("{ $.actions = 1 }", false), ("{ $.actions != 1 }", false), ("{ $.user != 1 }", false),
        ("{ $.latency >= 500 }", true), ("{ $.latency > 500 }", false), ("{ $.latency < 10e3 }", true),
        ("{ $.latency < 10e-3 }", false), ("{ $.ratio <= 55.5 }", true), ("{ $.latency = 500 }", true),
        ("{ $.latency != 400 }", true), ("{ $.latency < +1000 }", true), ("{ $.latency = 5e2 }", true),
        ("{ $.account = 123456789012 }", true), (#"{ $.account = "123456789012" }"#, true),
        ("{ $.eventType > 5 }", false), ("{ $.latency > five }", false), ("{ $.latency = 50 }", false),
        ("{((($.latency = 500)))}", true), ("{$.latency=500&&$.ratio=55.5}", true),
        ("{ $.latency = 1||$.ratio = 55.5 }", true), ("", true), ("   ", true),
        ("UpdateTrail", true), ("UpdateTrail CreateTrail", false), ("?UpdateTrail ?CreateTrail", true),
        ("UpdateTrail -GET", false), (#""another value""#, true), (#""another  value""#, false),
        ("?nothing ?none", false), ("-nothing", true),
    ])
    func `patterns match as documented`(pattern: String, matches: Bool) throws {
        let event = try FlatValue(json: Self.event)
        #expect(try LogFilterParser.parse(pattern).matches(event.view) == matches)
    }

    @Test(arguments: [
        "{ $.absent != 1 }", "{ $.SomeObject != 1 }", "{ $.eventType = %Update.*% }",
        "{ $.absent != 1 && $.latency = 500 }", "{ $.absent != 1 || $.latency = 1 }", "%Trail%",
        "[ip, user, ...]", "UpdateTrail ?GET", "{ $.objectList[*].none != 1 }",
    ])
    func `what is not documented is not known`(pattern: String) throws {
        let event = try FlatValue(json: Self.event)
        #expect(try LogFilterParser.parse(pattern).matches(event.view) == nil)
    }

    @Test(arguments: [
        ("{ $.absent != 1 && $.latency = 1 }", false), ("{ $.absent != 1 || $.latency = 500 }", true),
        ("-UpdateTrail ?GET", false), ("nothing %x%", false),
    ])
    func `what decides counts more than what is not known`(pattern: String, matches: Bool) throws {
        let event = try FlatValue(json: Self.event)
        #expect(try LogFilterParser.parse(pattern).matches(event.view) == matches)
    }

    @Test(arguments: [
        ("{", 1), ("{}", 1), ("{ $.a = }", 8), ("{ $.a 1 }", 6), ("{ a = 1 }", 2), ("{ $ = 1 }", 3),
        ("{ $.a = 1 } x", 12), ("{ ($.a = 1 }", 11), ("{ $.a = 1 ) }", 10), ("{ $.a = \"x }", 12),
        ("{ $.a = 1 & $.b = 1 }", 10), ("{ $.a = 1 && }", 13), ("{ $.a IS EMPTY }", 14),
        ("{ $.a EXISTS }", 13),
        ("{ $.a[x] = 1 }", 6), ("{ $.a[1 = 1 }", 7), ("{ $.a[99999999999999999999] = 1 }", 26), ("[a, b", 0),
        ("{ $.a = %x }", 12), ("?", 1), ("{ $..a = 1 }", 4),
    ])
    func `what is no pattern is refused, with the place`(pattern: String, offset: Int) {
        let error = #expect(throws: LogFilterError.self) { try LogFilterParser.parse(pattern) }
        #expect(error?.offset == offset)
    }

    @Test func `depth and length have limits`() throws {
        let deep = String(repeating: "(", count: 64) + "$.a = 1" + String(repeating: ")", count: 64)
        _ = try LogFilterParser.parse("{\(deep)}")
        #expect(throws: LogFilterError.self) { try LogFilterParser.parse("{(\(deep))}") }
        #expect(throws: LogFilterError.self) {
            try LogFilterParser.parse(String(repeating: "x", count: LogFilterParser.maximumLength + 1))
        }
    }
}
