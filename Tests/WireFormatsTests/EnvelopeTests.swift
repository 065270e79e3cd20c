import CloudModel
import JSONTokens
import Testing
import WireFormats

@Suite struct EnvelopeTests {
    static let stop = cloudTrailRecord("cloudtrail", "StopLogging", request: #"{"name":"t1"}"#)
    static let stopped = ["modify AWS::CloudTrail::Trail aws:111122223333 eu-west-1 t1", "IsLogging = false"]
    static let read =
        #"{"eventVersion":"1.08","eventTime":"2024-05-06T07:08:09Z","eventSource":"ec2.amazonaws.com","eventName":"DescribeVpcs"}"#
    static let readLine = ["irrelevant read-only"]

    static func quoted(_ text: String) -> String { FlatValue(text).description }

    static let cases: [AWSCase] = [
        AWSCase("a bare record", stop, stopped),
        AWSCase("a file of records", "{\"Records\":[\(stop), \(read)]}", stopped + readLine),
        AWSCase("an empty file", "{\"Records\":[]}", ["ignored envelope:empty"]),
        AWSCase("an array of records", " [\(read),\(stop)] ", readLine + stopped),
        AWSCase(
            "a file with one broken record", "{\"Records\":[\(stop),{\"eventName\":tru},\(read)]}",
            stopped + ["malformed not-json: bad literal, number or escape at byte 13"] + readLine),
        AWSCase(
            "a notification of S3",
            #"{"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","eventTime":"2024-05-06T07:08:09.1Z","eventName":"ObjectCreated:Put"}]}"#,
            ["malformed pointer-to-object: a notification that only points at an object"]),
        AWSCase(
            "an EventBridge event",
            #"""
            {"version":"0","id":"i","detail-type":"AWS API Call via CloudTrail","source":"aws.s3","account":"111122223333",
            "time":"2024-05-06T07:08:09Z","region":"eu-west-1","detail":{"eventVersion":"1.08","eventSource":
            "cloudtrail.amazonaws.com","eventName":"StopLogging","requestParameters":{"name":"t1"}}}
            """#, stopped),
        AWSCase(
            "another EventBridge event",
            #"{"detail-type":"EC2 Instance State-change","detail":{"state":"x"}}"#,
            ["ignored eventbridge:EC2 Instance State-change"]),
        AWSCase(
            "a CloudWatch Logs delivery",
            #"{"messageType":"DATA_MESSAGE","owner":"1","logEvents":[{"id":"1","message":\#(quoted(stop))},{"id":"2"}]}"#,
            stopped + ["malformed missing-field: logEvents[].message"]),
        AWSCase(
            "a CloudWatch Logs probe", #"{"messageType":"CONTROL_MESSAGE","logEvents":[{"message":"x"}]}"#,
            ["ignored cloudwatch-logs:control-message"]),
        AWSCase(
            "an item of LookupEvents", #"{"EventId":"1","EventName":"x","CloudTrailEvent":\#(quoted(stop))}"#,
            stopped),
        AWSCase("an answer of LookupEvents", #"{"Events":[{"CloudTrailEvent":\#(quoted(stop))}]}"#, stopped),
        AWSCase("a document of an index", #"{"aws":{"cloudtrail":\#(stop)}}"#, stopped),
        AWSCase("a search hit", #"{"_index":"a","_source":\#(stop)}"#, stopped),
        AWSCase("a notification of SNS", #"{"Type":"Notification","Message":\#(quoted(stop))}"#, stopped),
        AWSCase(
            "another message of SNS", #"{"Type":"SubscriptionConfirmation","Message":"x"}"#,
            ["ignored sns:SubscriptionConfirmation"]),
        AWSCase("a digest file", #"{"digestStartTime":"x","logFiles":[]}"#, ["ignored cloudtrail:digest"]),
        AWSCase(
            "an insight record", #"{"insightDetails":{"state":"Start"}}"#, ["ignored cloudtrail:insight"]),
        AWSCase("a shipped line", #"{"@timestamp":"x","message":\#(quoted(stop))}"#, stopped),
        AWSCase("lines", "\(read)\n\n\(stop)\n", readLine + stopped),
        AWSCase(
            "a line that is cut", "\(stop)\n{\"a\":\n\(read)",
            stopped + ["malformed not-json: structure at byte 4"] + readLine),
        AWSCase("documents without a line break", stop + read, stopped + readLine),
        AWSCase(
            "two files in one", "{\"Records\":[\(stop),\(read)]}{\"Records\":[\(read)]}",
            stopped + readLine + readLine),
        AWSCase(
            "a file of records that is cut", "{\"Records\":[\(stop),\(read)],\"x\":",
            stopped + readLine + ["malformed not-json: structure at byte 777"]),
        AWSCase("a number", "12", ["malformed unknown-envelope: neither object nor array"]),
        AWSCase("a text", #""x""#, ["malformed unknown-envelope: neither object nor array"]),
        AWSCase("an array of numbers", "[1,2]", ["malformed unknown-envelope: an array without objects"]),
        AWSCase(
            "an object that we do not know", #"{"a":1}"#,
            ["malformed unknown-envelope: an object that is no known record"]),
        AWSCase("nothing", "", ["malformed not-json: empty"]),
        AWSCase("a cut record", String(stop.prefix(200)), ["malformed not-json: unclosed string at byte 0"]),
    ]

    @Test(arguments: cases) func `an envelope decodes to what it holds`(_ example: AWSCase) {
        #expect(decoded(example.record) == example.expected)
    }

    static let heads: [AWSCase] = [
        AWSCase(
            "an unknown major version", stop.replacing("\"1.08\"", with: "\"2.0\""),
            ["malformed bad-value: eventVersion of an unknown major version"]),
        AWSCase(
            "an unreadable time", stop.replacing("2024-05-06T07", with: "2024-13-06T07"),
            ["malformed bad-time: eventTime"]),
        AWSCase(
            "no time", stop.replacing("\"eventTime\":\"2024-05-06T07:08:09Z\",", with: ""),
            ["malformed missing-field: eventTime"]),
        AWSCase(
            "no region", stop.replacing("\"awsRegion\":\"eu-west-1\",", with: ""),
            ["malformed missing-field: awsRegion"]),
        AWSCase(
            "a name that is no text", stop.replacing("\"StopLogging\"", with: "7"),
            ["malformed bad-value: eventName"]),
        AWSCase(
            "a refused call",
            stop.replacing("{\"eventVersion\"", with: "{\"errorCode\":\"AccessDenied\",\"eventVersion\""),
            ["refused"]),
        AWSCase(
            "a dry run",
            stop.replacing(
                "{\"eventVersion\"", with: "{\"errorCode\":\"Client.DryRunOperation\",\"eventVersion\""),
            ["refused"]),
        AWSCase(
            "an answer that says no",
            stop.replacing("\"responseElements\":null", with: "\"responseElements\":{\"_return\":false}"),
            ["refused"]),
        AWSCase("a read by its name", read, readLine),
        AWSCase(
            "a role assumed",
            cloudTrailRecord("sts", "AssumeRole").replacing("\"readOnly\":false,", with: ""), readLine),
    ]

    @Test(arguments: heads) func `the head of a record decides`(_ example: AWSCase) {
        #expect(decoded(example.record) == example.expected)
    }

    @Test func `the cause says who did what from where and holds no key`() throws {
        let record = Self.stop.replacing("demo/1.0", with: String(repeating: "ü", count: 200))
        let cause = try #require(firstCause(of: record))
        #expect(cause.eventID == "e-1")
        #expect(cause.action == "cloudtrail.amazonaws.com/StopLogging")
        #expect(cause.time == Timestamp(rfc3339: "2024-05-06T07:08:09Z"))
        #expect(cause.sourceAddress == "203.0.113.7")
        #expect(cause.userAgent == String(repeating: "ü", count: 128))
        #expect(!cause.isObservation)
        let wanted = Actor(
            type: "AssumedRole", id: "arn:aws:sts::111122223333:assumed-role/ops/ida", name: "ops",
            account: "111122223333", chain: ["arn:aws:iam::111122223333:role/ops"])
        #expect(cause.actor == wanted)
    }

    @Test func `the account of the log, not of the caller, owns the resource`() {
        let record = Self.stop.replacing(
            "\"recipientAccountId\":\"111122223333\"", with: "\"recipientAccountId\":\"444455556666\"")
        #expect(decoded(record).first == "modify AWS::CloudTrail::Trail aws:444455556666 eu-west-1 t1")
    }

    @Test func `bytes that are no UTF-8 spoil only their own record`() {
        var bytes = Array("{\"Records\":[\(Self.stop),{\"eventName\":\"".utf8)
        bytes += [0xFF, 0xFE]
        bytes += Array("\"},\(Self.read)]}".utf8)
        let lines = decoded(bytes)
        #expect(lines == Self.stopped + ["malformed not-json: not UTF-8 at byte 0"] + Self.readLine)
    }

    @Test func `envelopes deeper than the limit are refused`() {
        let deep = String(repeating: "[", count: 20) + "{}" + String(repeating: "]", count: 20)
        #expect(decoded(deep).allSatisfy { $0.hasPrefix("malformed unknown-envelope") })
        var nested = Self.stop
        for _ in 0..<12 { nested = "{\"_source\":\(nested)}" }
        #expect(decoded(nested) == ["malformed unknown-envelope: envelopes nested too deep"])
    }
}
