import CloudModel
import Controls
import JSONTokens
import Testing

@testable import DriftEngine

@Suite struct RemediationPlanTests {
    private static let control = "aws.ec2.sg-no-ipv4-public-admin-ports"

    private static let automated: ControlCatalog = {
        let profile =
            #"{"provider":"AWS","region":"eu-west-1","version":"5.0","levels":["L1"],"resources":[],"#
            + #""auto_remediation_enabled":true}"#
        do {
            return try ControlCatalog(
                try ControlLibrary.builtIn(), profiles: [Profile(json: Array(profile.utf8))])
        } catch {
            preconditionFailure("the automated profile is refused: \(error)")
        }
    }()

    private static func commands(_ fixture: EngineFixture) -> [RemediationPlan] {
        fixture.effects.effects.compactMap { effect in
            if case .command(let finding, let plan) = effect, finding.control.id == control {
                plan
            } else {
                nil
            }
        }
    }

    private static func parameters(_ call: APICall?) -> FlatView? {
        if case .aws("ec2", "RevokeSecurityGroupIngress", let parameters)? = call {
            parameters.view
        } else {
            nil
        }
    }

    @Test func `with automation on a new drift becomes a command for that one rule and leaves its neighbour`()
        throws
    {
        var fixture = EngineFixture(catalog: Self.automated)
        let neighbour =
            #"[{"$id":"sgr-1","IpProtocol":"tcp","FromPort":22,"ToPort":22,"CidrIp":"10.0.0.0/8"}]"#
        fixture.take(Records.inventory(at: 0, rules: neighbour))
        fixture.take(Records.open(at: 600))
        let plan = try #require(Self.commands(fixture).first)
        #expect(plan.calls.count == 1)
        let parameters = try #require(Self.parameters(plan.calls.first))
        #expect(parameters.member("GroupId")?.string == "sg-1")
        #expect(parameters.member("IpPermissions")?.count == 1)
        #expect(plan.inverse.count == 1)
        #expect(!plan.needsApproval)
        #expect(!plan.stateDigest.isEmpty)
    }

    @Test func `a rule whose id is known is revoked by its id`() throws {
        var fixture = EngineFixture(catalog: Self.automated)
        fixture.take(Records.inventory(at: 0))
        let answer =
            #"{"securityGroupRuleSet":{"items":[{"groupId":"sg-1","securityGroupRuleId":"sgr-7","isEgress":false,"#
            + #""ipProtocol":"tcp","fromPort":22,"toPort":22,"cidrIpv4":"0.0.0.0/0"}]}}"#
        fixture.take(
            Records.event(
                "ec2", "AuthorizeSecurityGroupIngress", at: 600, request: Records.rule("0.0.0.0/0"),
                response: answer))
        let plan = try #require(Self.commands(fixture).first)
        let ids = Self.parameters(plan.calls.first)?.member("SecurityGroupRuleIds")
        #expect(ids?.element(0)?.string == "sgr-7")
        #expect(ids?.count == 1)
    }

    @Test func `the digest of the state tells whether the world has moved`() throws {
        func digest(_ rules: String) throws -> String {
            var fixture = EngineFixture(catalog: Self.automated)
            fixture.take(Records.inventory(at: 0, rules: rules))
            fixture.take(Records.open(at: 600))
            return try #require(Self.commands(fixture).first).stateDigest
        }
        let other = #"[{"IpProtocol":"tcp","FromPort":443,"ToPort":443,"CidrIp":"10.0.0.0/8"}]"#
        #expect(try digest("[]") == digest("[]"))
        #expect(try digest("[]") != digest(other))
    }

    @Test func `without automation the plan goes into a ticket and nothing is commanded`() {
        var fixture = EngineFixture()
        fixture.take(Records.inventory(at: 0))
        fixture.take(Records.open(at: 600))
        #expect(Self.commands(fixture).isEmpty)
    }

    @Test func `what a baseline shows open is never commanded`() {
        var fixture = EngineFixture(catalog: Self.automated)
        let open = #"[{"IpProtocol":"tcp","FromPort":22,"ToPort":22,"CidrIp":"0.0.0.0/0"}]"#
        fixture.take(Records.inventory(at: 0, rules: open))
        #expect(Self.commands(fixture).isEmpty)
    }
}
