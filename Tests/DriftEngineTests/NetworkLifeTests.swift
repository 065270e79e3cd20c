import CloudModel
import Controls
import Foundation
import Testing

@testable import DriftEngine

/// What the engine makes of networks: things come and go with them that no event names.
@Suite struct NetworkLifeTests {
    private static let vpc = #"{"vpc":{"vpcId":"vpc-1","cidrBlock":"10.0.0.0/16","isDefault":false}}"#

    private static let catalog: ControlCatalog = {
        do {
            return try ControlCatalog.everything(in: try ControlLibrary.builtIn())
        } catch {
            preconditionFailure("the built-in controls do not compile: \(error)")
        }
    }()

    private static func group(at seconds: Int64) -> String {
        let time = Timestamp(seconds: 1_770_000_000 + seconds).rfc3339
        return
            #"{"account":"111122223333","region":"eu-west-1","kind":"AWS::EC2::SecurityGroup","id":"sg-d","#
            + #""observed_at":"\#(time)","properties":{"GroupName":"default","VpcId":"vpc-1","#
            + #""SecurityGroupIngress":[],"SecurityGroupEgress":[{"IpProtocol":"-1","CidrIp":"0.0.0.0/0"}]}}"#
    }

    private static func finding(_ fixture: EngineFixture) -> FindingRecord? {
        fixture.findings.last { $0.control.id == "aws.ec2.default-sg-restricts-all" }
    }

    private static func requests(_ fixture: EngineFixture) -> [RereadRequest] {
        fixture.effects.effects.compactMap { if case .reread(let request) = $0 { request } else { nil } }
    }

    @Test(arguments: ["CreateVpc", "CreateDefaultVpc"])
    func
        `lists that show the group, the network ACL and the route table that came with it are asked for once`(
            name: String
        )
    {
        var fixture = EngineFixture(catalog: Self.catalog)
        let create = Records.event("ec2", name, at: 0, request: "{}", response: Self.vpc)
        for _ in 0..<2 { fixture.take(create) }
        let lists = Self.requests(fixture).filter { $0.reason == "came with vpc-1" }
        #expect(lists.allSatisfy { $0.resource.nativeID.isEmpty && $0.resource.region == "eu-west-1" })
        let calls = ["ec2:DescribeNetworkAcls", "ec2:DescribeRouteTables", "ec2:DescribeSecurityGroups"]
        #expect(lists.count == 3)
        let sorted = lists.sorted { $0.resource < $1.resource }
        #expect(zip(sorted, calls).allSatisfy { $0.calls.contains($1) })
    }

    private static func seen(_ kind: String, _ id: String, at seconds: Int, _ properties: String) -> String {
        #"{"account":"111122223333","region":"eu-west-1","kind":"\#(kind)","id":"\#(id)","#
            + #""observed_at":"\#(time(seconds))","properties":{\#(properties)}}"#
    }

    private static func closing(_ kind: String, region: String = "eu-west-1", at seconds: Int) -> String {
        #"{"account":"111122223333","region":"\#(region)","kind":"\#(kind)","inventory_id":"\#(kind)-\#(seconds)","#
            + #""started_at":"\#(time(seconds))","items":0,"complete":true}"#
    }

    private static func time(_ seconds: Int) -> String {
        Timestamp(seconds: 1_770_000_000 + Int64(seconds)).rfc3339
    }

    /// An account whose lists are complete, a new network with endpoints for both services, and what is seen of its tables.
    private static let network = [
        seen("AWS::::Account", "account", at: 0, #""EnabledRegions":["eu-west-1"]"#)
            .replacingOccurrences(of: #""region":"eu-west-1","kind""#, with: #""region":"","kind""#),
        closing("AWS::EC2::RouteTable", at: 10), closing("AWS::EC2::VPCEndpoint", at: 10),
        closing("AWS::EC2::SubnetRouteTableAssociation", at: 10),
        Records.event("ec2", "CreateVpc", at: 100, request: "{}", response: vpc),
    ]
    private static let endpoints = ["s3", "dynamodb"].map { service in
        seen(
            "AWS::EC2::VPCEndpoint", "vpce-\(service)", at: 200,
            #""VpcId":"vpc-1","ServiceName":"com.amazonaws.eu-west-1.\#(service)","VpcEndpointType":"Gateway","#
                + #""State":"available","RouteTableIds":["rtb-1"]"#)
    }
    private static let mainTable = seen(
        "AWS::EC2::RouteTable", "rtb-1", at: 300, #""VpcId":"vpc-1","IsMain":true,"Routes":[]"#)

    @Test func `a list of route tables is not complete before the main table of a new network was seen`() {
        var fixture = EngineFixture(catalog: Self.catalog)
        for record in Self.network + Self.endpoints { fixture.take(record) }
        let control = "aws.ec2.vpc-endpoints-for-aws-services"
        #expect(
            Self.verdict(fixture, control)
                == .unknown(missing: ["inventory of AWS::EC2::RouteTable in eu-west-1"]))
        #expect(fixture.verdicts == fixture.verdictsFromScratch)
        fixture.take(Self.mainTable)
        #expect(Self.verdict(fixture, control) == .pass)
        #expect(fixture.verdicts == fixture.verdictsFromScratch)
        var listed = EngineFixture(catalog: Self.catalog)
        for record in Self.network + Self.endpoints { listed.take(record) }
        listed.take(Self.closing("AWS::EC2::RouteTable", at: 400))
        #expect(Self.verdict(listed, control) == .pass)
        #expect(listed.verdicts == listed.verdictsFromScratch)
    }

    @Test func `what comes with a network is missed in every order of the records`() {
        let records = Self.network + [Self.endpoints[0], Self.mainTable]
        var wanted = EngineFixture(catalog: Self.catalog)
        for record in records { wanted.take(record) }
        for turn in records.indices {
            for isReversed in [false, true] {
                let turned = Array(records[turn...] + records[..<turn])
                var fixture = EngineFixture(catalog: Self.catalog)
                for record in (isReversed ? turned.reversed() : turned) + [records[turn]] {
                    fixture.take(record)
                }
                #expect(fixture.verdicts == wanted.verdicts)
                #expect(fixture.verdicts == fixture.verdictsFromScratch)
            }
        }
    }

    @Test func `what came with a network is missed after a restart as well, and not asked for again`() throws
    {
        var fixture = EngineFixture(catalog: Self.catalog)
        for record in Self.network + Self.endpoints { fixture.take(record) }
        var again = EngineFixture(catalog: Self.catalog)
        for record in fixture.engine.drainState() { try again.engine.restore(record) }
        again.engine.finishRestoring()
        #expect(again.verdicts == fixture.verdicts)
        #expect(again.effects.effects.isEmpty)
        again.take(Self.network[4])
        #expect(Self.requests(again).isEmpty)
    }

    @Test(arguments: [[0, 1, 2], [0, 2, 1], [2, 1, 0]])
    func `the finding of a default group closes with its network`(order: [Int]) throws {
        let records = [
            Records.event("ec2", "CreateVpc", at: 0, request: "{}", response: Self.vpc),
            Self.group(at: 100),
            Records.event("ec2", "DeleteVpc", at: 900, request: #"{"vpcId":"vpc-1"}"#),
        ]
        var fixture = EngineFixture(catalog: Self.catalog)
        for index in order { fixture.take(records[index]) }
        #expect(fixture.openFindings.isEmpty || Self.finding(fixture)?.status != .open)
        #expect(fixture.verdicts == fixture.verdictsFromScratch)
        if order == [0, 1, 2] {
            let finding = try #require(Self.finding(fixture))
            #expect(finding.activity == .close)
        }
    }

    @Test func `flow logs that come and go move the verdict of their network`() throws {
        var fixture = EngineFixture(catalog: Self.catalog)
        fixture.take(Records.event("ec2", "CreateVpc", at: 0, request: "{}", response: Self.vpc))
        fixture.take(
            Records.event(
                "ec2", "CreateFlowLogs", at: 100,
                request:
                    #"{"CreateFlowLogsRequest":{"ResourceId":{"content":"vpc-1"},"ResourceType":"VPC","TrafficType":"ALL"}}"#,
                response: #"{"CreateFlowLogsResponse":{"unsuccessful":"","flowLogIdSet":{"item":"fl-1"}}}"#))
        #expect(Self.verdict(fixture, "aws.ec2.vpc-flow-logs-enabled") == .pass)
        fixture.take(
            Records.event(
                "ec2", "DeleteFlowLogs", at: 200,
                request: #"{"DeleteFlowLogsRequest":{"FlowLogId":{"content":"fl-1"}}}"#))
        // Without a complete list of flow logs there may be another.
        #expect(Self.verdict(fixture, "aws.ec2.vpc-flow-logs-enabled")?.name == "unknown")
        #expect(fixture.verdicts == fixture.verdictsFromScratch)
    }

    private static func verdict(_ fixture: EngineFixture, _ control: String) -> Verdict? {
        let engine = fixture.engine
        return engine.verdicts.sortedKeys.first {
            engine.catalog.controls[Int($0.control)].facts.id == control
        }.flatMap { engine.verdicts[$0]?.verdict }
    }
}
