import CloudModel
import Simulation
import Testing

@testable import DriftEngine

/// What the alarms on an organisation's trail rest on, in its member accounts.
@Suite struct OrganizationChainTests {
    typealias Of = OrganizationRecords
    static let control = "cloudwatch.monitor-root-usage"
    static let apart = [[SharedWorld.management], SharedWorld.members]
    private static let manager = SharedWorld.management
    private static let group = "arn:aws:logs:eu-west-1:\(manager):log-group:trail:*"
    private static let topic = "arn:aws:sns:eu-west-1:\(manager):security"
    private static let kinds = ["AWS::Logs::LogGroup", "AWS::CloudWatch::Alarm", "AWS::SNS::Topic"]
    private static let pattern =
        #"{ $.userIdentity.type = \"Root\" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != \"AwsServiceEvent\" }"#

    /// Members that list everything and have nothing of their own.
    private static let members: [(account: String, text: String)] = SharedWorld.members.flatMap { member in
        Of.bare(member, at: 0) + kinds.map { Of.closing(member, $0, at: 2) }
            + [Of.join(member, at: 10)]
    }

    private static let trail = Of.seen(
        manager, "AWS::CloudTrail::Trail", "all", at: 20,
        #""IsMultiRegionTrail":true,"IsLogging":true,"EventSelectors":null,"AdvancedEventSelectors":null,"#
            + #""IsOrganizationTrail":true,"CloudWatchLogsLogGroupArn":"\#(group)""#)
    private static let logGroup = Of.seen(
        manager, "AWS::Logs::LogGroup", "trail", at: 21,
        #""MetricFilters":[{"FilterName":"root","FilterPattern":"\#(pattern)","#
            + #""MetricTransformations":[{"MetricName":"Root","MetricNamespace":"CIS"}]}]"#)
    private static let alarm = Of.seen(
        manager, "AWS::CloudWatch::Alarm", "root", at: 22,
        #""ActionsEnabled":true,"AlarmActions":["\#(topic)"],"MetricName":"Root","Namespace":"CIS""#)
    private static let subscribed = Of.seen(
        manager, "AWS::SNS::Topic", "security", at: 23,
        #""Subscriptions":[{"SubscriptionArn":"\#(topic):s1"}],"Policy":null"#)
    private static let closings = [
        Of.closing(manager, kinds[0], at: 21, items: 1), Of.closing(manager, kinds[1], at: 22, items: 1),
        Of.closing(manager, kinds[2], at: 23, items: 1),
    ]
    private static let chain = [trail, logGroup, alarm, subscribed]

    private func verdicts(_ world: SharedWorld) -> [String] {
        SharedWorld.members.map { world.verdict(Self.control, $0) }
    }

    @Test func `members pass by the management account's alarms`() {
        var world = SharedWorld(Self.apart)
        world.take(Self.members)
        #expect(verdicts(world) == ["fail", "fail"])
        world.take(Self.chain)
        #expect(verdicts(world) == ["pass", "pass"])
        #expect(world.verdicts == world.verdictsFromScratch)
    }

    @Test(arguments: [
        ("monitoring", "DeleteAlarms", #"{"alarmNames":["root"]}"#),
        ("monitoring", "DisableAlarmActions", #"{"alarmNames":["root"]}"#),
        ("logs", "DeleteMetricFilter", #"{"logGroupName":"trail","filterName":"root"}"#),
        ("sns", "Unsubscribe", #"{"subscriptionArn":"\#(topic):s1"}"#),
        ("sns", "DeleteTopic", #"{"topicArn":"\#(topic)"}"#),
        ("logs", "DeleteLogGroup", #"{"logGroupName":"trail"}"#),
        ("cloudtrail", "StopLogging", #"{"name":"all"}"#),
    ])
    func `each link that breaks there fails the members`(service: String, name: String, request: String) {
        var world = SharedWorld(Self.apart)
        world.take(Self.members + Self.chain + Self.closings)
        #expect(verdicts(world) == ["pass", "pass"])
        world.take(Of.event(Self.manager, service, name, at: 900, request))
        #expect(world.verdict("cloudtrail.cloudtrail-multi-region-enabled", Self.manager) != "nothing")
        #expect(verdicts(world) == ["fail", "fail"])
        #expect(world.verdicts == world.verdictsFromScratch)
    }

    @Test(arguments: [1, 2, 3])
    func `what the management account does not know its members do not know`(missing: Int) {
        var world = SharedWorld(Self.apart)
        var chain = Self.chain
        chain.remove(at: missing)
        let others = Self.closings.indices.filter { $0 != missing - 1 }.map { Self.closings[$0] }
        world.take(Self.members + chain + others)
        #expect(verdicts(world) == ["unknown", "unknown"])
        world.take(Of.closing(Self.manager, Self.kinds[missing - 1], at: 30))
        #expect(verdicts(world) == ["fail", "fail"])
        #expect(world.verdicts == world.verdictsFromScratch)
    }

    @Test func `alarms on other metrics are told to nobody`() {
        var world = SharedWorld(Self.apart)
        world.take(Self.members + Self.chain + Self.closings)
        let report = world.take(
            Of.event(
                Self.manager, "monitoring", "PutMetricAlarm", at: 900,
                #"{"alarmName":"cost","alarmActions":["\#(Self.topic)"],"metricName":"Cost","namespace":"Bill"}"#
            ))
        #expect(report.changedResources > 0)
        #expect(report.sharedFacts == 0)
    }

    @Test(arguments: 0..<12)
    func `any order and any sharing out of the accounts give the same`(seed: UInt64) {
        let records =
            Self.members + Self.chain + Self.closings + [
                Of.event(Self.manager, "monitoring", "DeleteAlarms", at: 900, #"{"alarmNames":["root"]}"#),
                Of.event(
                    Self.manager, "monitoring", "PutMetricAlarm", at: 950,
                    #"{"alarmName":"root","alarmActions":["\#(Self.topic)"],"metricName":"Root","namespace":"CIS"}"#
                ),
                Of.remove(SharedWorld.members[1], at: 960),
            ]
        var one = SharedWorld([[]])
        one.take(records)
        var random = SeededGenerator(seed: seed)
        let shuffled = (records + records).shuffled(using: &random)
        for owned in [[[]], Self.apart] {
            var world = SharedWorld(owned)
            world.take(shuffled)
            #expect(Set(world.verdicts).symmetricDifference(one.verdicts).sorted() == [])
            #expect(world.openFindings == one.openFindings)
        }
    }
}
