import CloudModel
import Foundation
import Testing

@testable import WireFormats

@Suite struct RoutingTests {
    private func makeRouter(maximumDocumentBytes: Int = 900_000, credentials: Int = 1_000) -> EventRouter {
        EventRouter(
            maximumDocumentBytes: maximumDocumentBytes, maximumUnpackedBytes: 1 << 20,
            maximumCredentials: credentials)
    }

    private static let write = RawEvent(name: "DeleteBucket", readOnly: false).text
    private static let azure = """
        {"time":"2025-03-01T10:00:00Z","resourceId":"/SUBSCRIPTIONS/AB-1/resourceGroups/g/providers/\
        Microsoft.Storage/storageAccounts/s","operationName":"MICROSOFT.STORAGE/STORAGEACCOUNTS/WRITE",\
        "category":"Administrative","resultType":"Success","caller":"c@x"}
        """
    private static let google = """
        {"protoPayload":{"@type":"type.googleapis.com/google.cloud.audit.AuditLog","serviceName":"iam.googleapis.com",\
        "methodName":"google.iam.admin.v1.CreateRole","resourceName":"projects/shop"},"insertId":"i",\
        "logName":"projects/shop/logs/cloudaudit.googleapis.com%2Factivity","timestamp":"2025-03-01T10:00:00Z"}
        """

    private static func quoted(_ text: String) -> String {
        String(decoding: (try? JSONEncoder().encode(text)) ?? Data(), as: UTF8.self)
    }

    private static func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }

    private static let envelopes: [(name: String, record: String, keys: [String])] = [
        ("Records", #"{"Records":[\#(write),\#(write)]}"#, ["aws:111122223333", "aws:111122223333"]),
        ("lines", write + "\n" + write, ["aws:111122223333", "aws:111122223333"]),
        (
            "EventBridge", #"{"detail-type":"AWS API Call via CloudTrail","detail":\#(write)}"#,
            ["aws:111122223333"]
        ),
        (
            "CloudWatch Logs",
            #"{"messageType":"DATA_MESSAGE","owner":"9","logEvents":[{"message":\#(quoted(write))}]}"#,
            ["aws:111122223333"]
        ),
        ("base64", base64(write), ["aws:111122223333"]),
        ("quoted base64", quoted(base64(#"[\#(write)]"#)), ["aws:111122223333"]),
        ("quoted JSON", quoted(write), ["aws:111122223333"]),
        (
            "connector, text", #"{"schema":{"type":"string"},"payload":\#(quoted(write))}"#,
            ["aws:111122223333"]
        ),
        (
            "connector, bytes", #"{"schema":{"type":"bytes"},"payload":"\#(base64(write))"}"#,
            ["aws:111122223333"]
        ),
        ("connector, object", #"{"schema":{"type":"struct"},"payload":\#(write)}"#, ["aws:111122223333"]),
        ("Event Hubs", #"{"records":[\#(azure)]}"#, ["azure:ab-1"]),
        ("LogEntry", google, ["gcp:shop"]),
        ("Pub/Sub", #"{"message":{"data":"\#(base64(google))"},"subscription":"s"}"#, ["gcp:shop"]),
    ]

    @Test(arguments: envelopes.map(\.name))
    func `every document of an envelope goes on under its account, as a detector reads it`(_ name: String)
        throws
    {
        let envelope = try #require(Self.envelopes.first { $0.name == name })
        let routed = makeRouter().route(Array(envelope.record.utf8).span)
        #expect(routed.documents.map(\.account.text) == envelope.keys)
        #expect(routed.failures.isEmpty, "\(routed.failures)")
        for document in routed.documents {
            var results: [Decoded] = []
            EventDecoder().decode(document.bytes.span, into: &results)
            guard case .event = try #require(results.first), results.count == 1 else {
                Issue.record("\(results)")
                continue
            }
        }
    }

    @Test func `documents go to the topic of their cloud`() {
        let router = makeRouter()
        let topics = [Self.write, Self.azure, Self.google].map {
            router.route(Array($0.utf8).span).documents.first?.topic
        }
        #expect(topics == [.cloudtrail, .azureActivity, .gcpAudit])
        let item = """
            {"account":"aws:111122223333","region":"eu-west-1","kind":"AWS::S3::Bucket","id":"b","properties":{},\
            "observed_at":"2025-03-01T10:00:00Z"}
            """
        let inventory = router.route(Array(item.utf8).span).documents.first
        #expect(inventory?.topic == .inventory && inventory?.account.text == "aws:111122223333")
    }

    @Test(arguments: [
        #"{"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"x","eventTime":"2025-03-01T10:00:00Z","eventName":"ObjectCreated:Put","s3":{}}]}"#,
        #"{"detail-type":"Object Created","source":"aws.s3","detail":{"bucket":{"name":"b"}}}"#,
        #"{"s3Bucket":"b","s3ObjectKey":["AWSLogs/1.json.gz"]}"#,
        #"{"Type":"Notification","Message":"{\"s3Bucket\":\"b\",\"s3ObjectKey\":[\"k\"]}"}"#,
    ])
    func `a notification is a pointer, not content`(_ record: String) {
        let routed = makeRouter().route(Array(record.utf8).span)
        #expect(routed.failures.map(\.failure.reason) == ["pointer-to-object"])
        #expect(routed.documents.isEmpty)
    }

    @Test func `a root identity's reads all go on`() {
        let router = makeRouter()
        for minute in 10..<15 {
            var read = RawEvent(name: "DescribeInstances", readOnly: true)
            read.identity = #"{"type":"Root","arn":"arn:aws:iam::111122223333:root","accessKeyId":"AKIA"}"#
            read.time = "2025-03-01T10:\(minute):00Z"
            #expect(router.route(Array(read.text.utf8).span).documents.count == 1)
        }
    }

    @Test(arguments: [
        ("signin.amazonaws.com", "ConsoleLogin"), ("sts.amazonaws.com", "AssumeRole"),
        ("sts.amazonaws.com", "AssumeRoleWithWebIdentity"), ("sts.amazonaws.com", "GetFederationToken"),
    ])
    func `sign-ins and new sessions all go on`(_ source: String, _ name: String) {
        let router = makeRouter()
        for _ in 0..<3 {
            var event = RawEvent(name: name, readOnly: true)
            event.source = source
            #expect(router.route(Array(event.text.utf8).span).documents.count == 1)
        }
    }

    @Test func `of other reads the first of each credential and hour goes on`() {
        let router = makeRouter()
        var passed: [String] = []
        for (key, time) in [
            ("A", "10:00"), ("A", "10:59"), ("B", "10:30"), ("A", "11:00"), ("A", "10:20"), ("B", "10:31"),
        ] {
            var read = RawEvent(name: "DescribeInstances", readOnly: true)
            read.identity = #"{"type":"IAMUser","accessKeyId":"\#(key)"}"#
            read.time = "2025-03-01T\(time):00Z"
            let routed = router.route(Array(read.text.utf8).span)
            #expect(routed.documents.count + routed.droppedReads == 1)
            if !routed.documents.isEmpty { passed.append(key + time) }
        }
        #expect(passed == ["A10:00", "B10:30", "A11:00"])
    }

    @Test func `reads by a cloud's own service are left out`() {
        var read = RawEvent(name: "DescribeInstances", readOnly: true)
        read.identity = #"{"type":"AWSService","invokedBy":"config.amazonaws.com"}"#
        let router = makeRouter()
        // The first record of an account's hour shows that its log arrives.
        #expect(router.route(Array(read.text.utf8).span).documents.count == 1)
        #expect(router.route(Array(read.text.utf8).span).droppedReads == 1)
    }

    @Test func `of each account, region and hour a record goes on, whoever made it`() {
        let router = makeRouter()
        var passed: [String] = []
        for (region, time) in [
            ("eu-west-1", "10:00"), ("eu-west-1", "10:59"), ("us-east-1", "10:30"), ("eu-west-1", "11:00"),
            ("eu-west-1", "10:01"),
        ] {
            var read = RawEvent(name: "DescribeInstances", readOnly: true)
            read.identity = #"{"type":"AWSService","invokedBy":"config.amazonaws.com"}"#
            read.time = "2025-03-01T\(time):00Z"
            let text = read.text.replacing("eu-west-1", with: region)
            if !router.route(Array(text.utf8).span).documents.isEmpty { passed.append(region + time) }
        }
        #expect(passed == ["eu-west-110:00", "us-east-110:30", "eu-west-111:00"])
    }

    @Test func `what is remembered of reads is bounded, and what falls out may only pass again`() {
        var seen = LastSeen(maximumCount: 100)
        var passed = 0
        for number in 0..<10_000 where seen.isFirst("c\(number)", hour: "h") { passed += 1 }
        #expect(passed == 10_000)
        #expect(seen.count <= 101)
        let (late, early) = (seen.isFirst("c9999", hour: "h"), seen.isFirst("c0", hour: "h"))
        #expect(!late && early)
    }

    @Test func `a document that relied on its envelope has one again`() throws {
        var event = RawEvent(name: "DeleteBucket", readOnly: false)
        event.account = nil
        event.identity = #"{"type":"IAMUser"}"#
        let record = #"""
            {"detail-type":"AWS API Call via CloudTrail","account":"444455556666","region":"eu-west-1","time":\#
            "2025-03-01T10:00:00Z","detail":\#(event.text)}
            """#
        let document = try #require(makeRouter().route(Array(record.utf8).span).documents.first)
        #expect(document.account.text == "aws:444455556666")
        let again = makeRouter().route(document.bytes.span)
        #expect(again.documents.first?.account.text == "aws:444455556666")
    }

    @Test func `a document that does not fit, or is nobody's, fails and the others go on`() {
        var nobody = RawEvent(name: "DeleteBucket", readOnly: false)
        nobody.account = nil
        nobody.identity = "{}"
        var large = RawEvent(name: "DeleteBucket", readOnly: false)
        large.identity = #"{"type":"IAMUser","x":"\#(String(repeating: "x", count: 2_000))"}"#
        let record = #"{"Records":[\#(nobody.text),\#(large.text),\#(Self.write),{"eventVersion":1}]}"#
        let routed = makeRouter(maximumDocumentBytes: 1_500).route(Array(record.utf8).span)
        #expect(routed.documents.map(\.index) == [2])
        let failures = routed.failures.map { "\($0.index ?? -1) \($0.failure.reason)" }.sorted()
        #expect(failures == ["0 missing-field", "1 too-large", "3 unknown-envelope"])
    }
}

/// A CloudTrail record in the making.
struct RawEvent {
    let name: String
    let readOnly: Bool
    var source = "ec2.amazonaws.com"
    var identity = #"{"type":"IAMUser","arn":"arn:aws:iam::111122223333:user/u","accessKeyId":"AKIA1"}"#
    var time = "2025-03-01T10:00:00Z"
    var account: String? = "111122223333"

    init(name: String, readOnly: Bool) {
        self.name = name
        self.readOnly = readOnly
    }

    var text: String {
        let owner = account.map { #","recipientAccountId":"\#($0)""# } ?? ""
        return
            #"{"eventVersion":"1.08","userIdentity":\#(identity),"eventTime":"\#(time)","eventSource":"\#(source)","#
            + #""eventName":"\#(name)","awsRegion":"eu-west-1","readOnly":\#(readOnly),"eventID":"e"\#(owner)}"#
    }
}
