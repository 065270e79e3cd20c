import CloudModel
import JSONTokens
import Testing

@testable import DriftEngine

/// The chain of an alarm control: trail, log group, metric filter, alarm, topic, subscription.
@Suite struct AlarmChainTests {
    private static let control = "aws.cloudwatch.monitor-root-usage"
    private static let group = "arn:aws:logs:eu-west-1:111122223333:log-group:trail:*"
    private static let topic = "arn:aws:sns:eu-west-1:111122223333:security"
    private static let pattern =
        #"{ $.userIdentity.type = \"Root\" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != \"AwsServiceEvent\" }"#

    private static func item(_ kind: String, _ id: String, region: String = "eu-west-1", _ properties: String)
        -> String
    {
        #"{"inventory_id":"i-\#(kind)","account":"aws:111122223333","region":"\#(region)","kind":"\#(kind)","#
            + #""id":"\#(id)","observed_at":"\#(Timestamp(seconds: 1_770_000_000).rfc3339)","properties":\#(properties)}"#
    }

    private static func closing(_ kind: String, _ count: Int) -> String {
        let start = Timestamp(seconds: 1_769_999_990).rfc3339
        return
            #"{"inventory_id":"i-\#(kind)","account":"aws:111122223333","region":"eu-west-1","kind":"\#(kind)","#
            + #""started_at":"\#(start)","items":\#(count),"complete":true}"#
    }

    /// An account with one enabled region in which everything has been read and the chain is whole.
    private static var baseline: [String] {
        [
            item("AWS::::Account", "account", region: "", #"{"EnabledRegions":["eu-west-1"]}"#),
            item(
                "AWS::CloudTrail::Trail", "t1",
                #"""
                {"IsMultiRegionTrail":true,"IsLogging":true,"EventSelectors":null,"AdvancedEventSelectors":null,
                "CloudWatchLogsLogGroupArn":"\#(group)"}
                """#.replacing("\n", with: "")), closing("AWS::CloudTrail::Trail", 1),
            item(
                "AWS::Logs::LogGroup", "trail",
                #"{"MetricFilters":[{"FilterName":"root","FilterPattern":"\#(pattern)","#
                    + #""MetricTransformations":[{"MetricName":"Root","MetricNamespace":"CIS"}]}]}"#),
            closing("AWS::Logs::LogGroup", 1),
            item(
                "AWS::CloudWatch::Alarm", "root",
                #"{"ActionsEnabled":true,"AlarmActions":["\#(topic)"],"MetricName":"Root","Namespace":"CIS"}"#
            ),
            closing("AWS::CloudWatch::Alarm", 1),
            item(
                "AWS::SNS::Topic", "security",
                #"{"Subscriptions":[{"SubscriptionArn":"\#(topic):s1"}],"Policy":null}"#),
            closing("AWS::SNS::Topic", 1),
        ]
    }

    /// One event that breaks the chain, one that mends it.
    struct Hop: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let broken: String
        let mended: String

        init(_ name: String, _ broken: String, _ mended: String) {
            testDescription = name
            self.broken = broken
            self.mended = mended
        }
    }

    private static let filter =
        #"{"logGroupName":"trail","filterName":"root","filterPattern":"\#(pattern)","#
        + #""metricTransformations":[{"metricName":"Root","metricNamespace":"CIS","metricValue":"1"}]}"#
    private static let alarm =
        #"{"alarmName":"root","alarmActions":["\#(topic)"],"metricName":"Root","namespace":"CIS"}"#

    static let hops: [Hop] = [
        Hop(
            "the trail stops",
            Records.event("cloudtrail", "StopLogging", at: 600, request: #"{"name":"t1"}"#),
            Records.event("cloudtrail", "StartLogging", at: 900, request: #"{"name":"t1"}"#)),
        Hop(
            "the trail records writing only",
            Records.event(
                "cloudtrail", "PutEventSelectors", at: 600,
                request: #"{"trailName":"t1","eventSelectors":[{"readWriteType":"WriteOnly"}]}"#),
            Records.event(
                "cloudtrail", "PutEventSelectors", at: 900,
                request: #"{"trailName":"t1","eventSelectors":[{"readWriteType":"All"}]}"#)),
        Hop(
            "the trail delivers to no group",
            Records.event(
                "cloudtrail", "UpdateTrail", at: 600,
                request: #"{"name":"t1","cloudWatchLogsLogGroupArn":""}"#),
            Records.event(
                "cloudtrail", "UpdateTrail", at: 900,
                request: #"{"name":"t1","cloudWatchLogsLogGroupArn":"\#(group)"}"#)),
        Hop(
            "the filter goes",
            Records.event(
                "logs", "DeleteMetricFilter", at: 600,
                request: #"{"logGroupName":"trail","filterName":"root"}"#),
            Records.event("logs", "PutMetricFilter", at: 900, request: filter)),
        Hop(
            "the filter is narrowed",
            Records.event(
                "logs", "PutMetricFilter", at: 600,
                request: filter.replacing(
                    "Root\\\" &&", with: "Root\\\" && $.awsRegion = \\\"us-east-1\\\" &&")),
            Records.event("logs", "PutMetricFilter", at: 900, request: filter)),
        Hop(
            "the alarm watches another metric",
            Records.event(
                "monitoring", "PutMetricAlarm", at: 600,
                request: alarm.replacing(#""metricName":"Root""#, with: #""metricName":"Other""#)),
            Records.event("monitoring", "PutMetricAlarm", at: 900, request: alarm)),
        Hop(
            "the alarm's actions are off",
            Records.event(
                "monitoring", "DisableAlarmActions", at: 600, request: #"{"alarmNames":["root"]}"#),
            Records.event("monitoring", "EnableAlarmActions", at: 900, request: #"{"alarmNames":["root"]}"#)),
        Hop(
            "the alarm goes",
            Records.event("monitoring", "DeleteAlarms", at: 600, request: #"{"alarmNames":["root"]}"#),
            Records.event("monitoring", "PutMetricAlarm", at: 900, request: alarm)),
        Hop(
            "the subscription goes",
            Records.event("sns", "Unsubscribe", at: 600, request: #"{"subscriptionArn":"\#(topic):s1"}"#),
            Records.event(
                "sns", "ConfirmSubscription", at: 900, request: #"{"topicArn":"\#(topic)"}"#,
                response: #"{"subscriptionArn":"\#(topic):s2"}"#)),
    ]

    private func status(_ fixture: EngineFixture) -> FindingRecord? {
        fixture.findings.last { $0.control.id == Self.control }
    }

    @Test(arguments: hops) func `each hop opens the finding and closes it again, like from scratch`(hop: Hop)
        throws
    {
        var fixture = EngineFixture()
        for line in Self.baseline { fixture.take(line) }
        #expect(fixture.verdicts == fixture.verdictsFromScratch)
        #expect(status(fixture)?.status != .open, "the whole chain passes")
        let report = fixture.take(hop.broken)
        #expect(status(fixture)?.status == .open)
        #expect(status(fixture)?.isBaseline == false)
        #expect(status(fixture)?.cause?.eventID.hasSuffix("-600") == true)
        #expect(report.evaluations > 0)
        #expect(fixture.verdicts == fixture.verdictsFromScratch)
        fixture.take(hop.mended)
        #expect(status(fixture)?.status == .resolved)
        #expect(fixture.verdicts == fixture.verdictsFromScratch)
    }

    @Test func `a deleted trail is drift with its cause, though nothing that is left tells of it`() throws {
        var fixture = EngineFixture()
        for line in Self.baseline { fixture.take(line) }
        fixture.take(Records.event("cloudtrail", "DeleteTrail", at: 600, request: #"{"name":"t1"}"#))
        let finding = try #require(
            fixture.findings.last { $0.control.id == "aws.cloudtrail.cloudtrail-multi-region-enabled" })
        #expect(finding.status == .open)
        #expect(!finding.isBaseline)
        #expect(finding.cause?.eventID == "DeleteTrail-600")
        let alerts = fixture.effects.effects.filter { if case .alert = $0 { true } else { false } }
        #expect(!alerts.isEmpty, "somebody is told")
    }

    @Test func `a group that goes takes its filters along, also when another of its name comes`() throws {
        var fixture = EngineFixture()
        for line in Self.baseline { fixture.take(line) }
        fixture.take(Records.event("logs", "DeleteLogGroup", at: 600, request: #"{"logGroupName":"trail"}"#))
        #expect(status(fixture)?.status == .open)
        fixture.take(Records.event("logs", "CreateLogGroup", at: 700, request: #"{"logGroupName":"trail"}"#))
        #expect(status(fixture)?.status == .open)
        fixture.take(Records.event("logs", "PutMetricFilter", at: 800, request: Self.filter))
        #expect(status(fixture)?.status == .resolved)
    }

    @Test func `a subscription that waits for its mail is read again`() throws {
        var fixture = EngineFixture()
        for line in Self.baseline { fixture.take(line) }
        fixture.take(
            Records.event("sns", "Unsubscribe", at: 600, request: #"{"subscriptionArn":"\#(Self.topic):s1"}"#)
        )
        fixture.take(
            Records.event(
                "sns", "Subscribe", at: 700, request: #"{"topicArn":"\#(Self.topic)","protocol":"email"}"#,
                response: #"{"subscriptionArn":"pending confirmation"}"#))
        let requests = fixture.effects.effects.compactMap { effect -> RereadRequest? in
            if case .reread(let request) = effect { request } else { nil }
        }
        let request = try #require(requests.last { $0.resource.kind.name == "AWS::SNS::Topic" })
        #expect(request.properties.contains("Subscriptions"))
        #expect(request.calls.contains("sns:ListSubscriptionsByTopic"))
        #expect(request.permissions.contains("sns:ListSubscriptionsByTopic"))
    }
}
