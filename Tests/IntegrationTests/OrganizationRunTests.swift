import Foundation
import KafkaLog
import SchemaSupport
import Testing

/// An organisation whose accounts lie on different partitions.
@Suite(.serialized, .enabled(if: BuiltBinary.path != nil, "the plumbline executable was not built"))
struct OrganizationRunTests {
    private static let manager = "111111111111"
    /// An account on another partition than the manager's.
    private static let member: String = {
        func home(_ account: String) -> Int32 {
            Partitioner.murmur2(Array("aws:\(account)".utf8), partitionCount: Int32(Station.partitionCount))
        }
        let others = (0..<100).map { String(222_222_222_222 + $0) }
        return others.first { home($0) != home(manager) } ?? ""
    }()
    private static let trail = "arn:aws:cloudtrail:eu-west-1:\(manager):trail/all"
    private static let control = "aws.cloudtrail.cloudtrail-multi-region-enabled"

    private static func time(_ secondsAgo: Double) -> String {
        Date(timeIntervalSinceNow: -secondsAgo).ISO8601Format()
    }

    private static func event(
        _ name: String, ago seconds: Double, _ request: String, _ response: String = "null"
    ) -> (key: String, value: String) {
        let text =
            #"{"eventVersion":"1.11","userIdentity":{"type":"IAMUser","arn":"arn:aws:iam::\#(manager):user/ida","#
            + #""accountId":"\#(manager)","userName":"ida"},"eventTime":"\#(time(seconds))","#
            + #""eventSource":"cloudtrail.amazonaws.com","eventName":"\#(name)","awsRegion":"eu-west-1","#
            + #""sourceIPAddress":"203.0.113.7","userAgent":"test","requestParameters":\#(request),"#
            + #""responseElements":\#(response),"eventID":"\#(name)-\#(seconds)","readOnly":false,"#
            + #""eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"\#(manager)"}"#
        return ("aws:\(manager)", text)
    }

    private static func item(
        _ account: String, _ kind: String, _ id: String, _ properties: String
    ) -> (key: String, value: String) {
        let text =
            #"{"inventory_id":"i-1","account":"aws:\#(account)","region":"","kind":"\#(kind)","id":"\#(id)","#
            + #""observed_at":"\#(time(900))","properties":\#(properties)}"#
        return ("aws:\(account)", text)
    }

    private static let inventory = [
        item(member, "AWS::::Account", member, #"{"EnabledRegions":["eu-west-1"]}"#),
        (
            "aws:\(member)",
            #"{"inventory_id":"i-1","account":"aws:\#(member)","region":"eu-west-1","kind":"AWS::CloudTrail::Trail","#
                + #""started_at":"\#(time(900))","complete":true,"items":0}"#
        ),
        item(manager, "AWS::Organizations::Account", member, #"{"AccountName":"m","Status":"ACTIVE"}"#),
    ]

    /// The words of the statuses that the member's finding had, in order.
    private static func statuses(_ findings: [Output]) -> [String] {
        findings.filter { $0.text.contains(control) && $0.text.contains("\"\(member)\"") }.map { output in
            output.text.contains("\"activity_name\":\"Close\"") ? "closed" : "open"
        }
    }

    /// How often the member was told of the trail.
    private static func told(_ records: [Output]) -> Int { records.count { $0.text.contains("trail/all") } }

    @Test(arguments: Cluster.all)
    func `what the management account's partition tells turns the member's finding on another one`(
        _ cluster: Cluster
    ) throws {
        try turn(Station(cluster))
    }

    @Test(
        .enabled(
            if: Cluster.named != nil && Cluster.inputBrokers != nil,
            "PLUMBLINE_TEST_BROKERS and PLUMBLINE_TEST_INPUT_BROKERS name no two clusters"))
    func `it does so too where the inputs are on another cluster than the shared facts`() throws {
        try turn(Station(#require(Cluster.named), inputBrokers: Cluster.inputBrokers))
    }

    private func turn(_ station: Station) throws {
        try station.feed("inventory", Self.inventory)
        let first = try station.run("run")
        let opened = try station.read("findings") { Self.statuses($0) == ["open"] }
        #expect(Self.statuses(opened) == ["open"], "\(first.errors)")
        try station.feed(
            "cloudtrail",
            [
                Self.event(
                    "CreateTrail", ago: 600, #"{"name":"all","s3BucketName":"logs"}"#,
                    #"{"name":"all","s3BucketName":"logs","trailARN":"\#(Self.trail)","isMultiRegionTrail":true,"#
                        + #""isOrganizationTrail":true}"#),
                Self.event("StartLogging", ago: 599, #"{"name":"\#(Self.trail)"}"#),
            ])
        let closed = try station.read("findings") { Self.statuses($0).contains("closed") }
        #expect(Self.statuses(closed).last == "closed", "\(first.errors)")
        first.terminate()
        #expect(first.exitCode() == 0, "\(first.errors)")

        // Another process goes on where the first one stopped.
        let second = try station.run("run")
        try station.feed("cloudtrail", [Self.event("StopLogging", ago: 30, #"{"name":"\#(Self.trail)"}"#)])
        let alerts = try station.read("alerts") { Self.statuses($0).count >= 1 }
        #expect(
            alerts.contains { $0.text.contains("StopLogging") && $0.text.contains(Self.member) },
            "\(second.errors)")
        let shared = try station.read("shared-facts") { Self.told($0) >= 3 }
        let validator = try SchemaValidator(named: "shared-facts")
        for record in shared { #expect(validator.validate(record.value) == [], "\(record.text)") }
        // One for the trail that came, one for its start, one for its end: the second process told nothing again.
        #expect(Self.told(shared) == 3)
        second.terminate()
        #expect(second.exitCode() == 0, "\(second.errors)")
    }
}
