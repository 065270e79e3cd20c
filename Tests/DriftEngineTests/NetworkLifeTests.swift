import CloudModel
import Controls
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

    @Test func `a new network asks for what it brings along`() {
        var fixture = EngineFixture(catalog: Self.catalog)
        fixture.take(Records.event("ec2", "CreateVpc", at: 0, request: "{}", response: Self.vpc))
        let requests = fixture.effects.effects.compactMap { effect -> RereadRequest? in
            if case .reread(let request) = effect, request.resource.nativeID == "vpc-1" {
                request
            } else {
                nil
            }
        }
        let asked = requests.flatMap(\.properties)
        #expect(Set(asked).isSuperset(of: ["DefaultNetworkAcl", "DefaultSecurityGroup", "MainRouteTable"]))
        // No control reads these names; what they name is read by the calls of its own kind.
        let calls = Set(requests.flatMap(\.calls))
        let wanted: Set = [
            "ec2:DescribeNetworkAcls", "ec2:DescribeRouteTables", "ec2:DescribeSecurityGroups",
        ]
        #expect(calls.isSuperset(of: wanted), "\(calls)")
    }

    @Test func `the main table of a network of an inventory is not asked for, since the table itself tells`()
    {
        var fixture = EngineFixture(catalog: Self.catalog)
        let time = Timestamp(seconds: 1_770_000_000).rfc3339
        fixture.take(
            #"{"account":"111122223333","region":"eu-west-1","kind":"AWS::EC2::VPC","id":"vpc-1","#
                + #""observed_at":"\#(time)","properties":{"VpcId":"vpc-1","CidrBlock":"10.0.0.0/16"}}"#)
        for case .reread(let request) in fixture.effects.effects {
            #expect(!request.properties.contains("MainRouteTable"), "\(request)")
        }
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
