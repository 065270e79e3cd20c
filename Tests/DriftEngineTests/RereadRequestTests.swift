import CloudModel
import Controls
import Testing

@testable import DriftEngine

/// What requests to read something again say.
@Suite struct RereadRequestTests {
    /// An account of which little is known, under all AWS controls.
    private static func requests() throws -> [RereadRequest] {
        let profile = try Profile(json: Array(#"{"provider":"AWS","levels":["L2"]}"#.utf8))
        var fixture = EngineFixture(
            catalog: try ControlCatalog(try ControlLibrary.builtIn(), profiles: [profile]))
        let time = Timestamp(seconds: 1_770_000_000).rfc3339
        fixture.take(
            #"{"account":"aws:111122223333","region":"","kind":"AWS::::Account","id":"account","#
                + #""observed_at":"\#(time)","properties":{"EnabledRegions":["eu-west-1"]}}"#)
        fixture.take(Records.event("ec2", "CreateSecurityGroup", at: 1, request: #"{"groupName":"a"}"#))
        fixture.take(Records.open(at: 2))
        fixture.engine.requestMissedInventories(into: &fixture.effects)
        return fixture.effects.effects.compactMap {
            if case .reread(let request) = $0 { request } else { nil }
        }
    }

    @Test func `any reading answers what was never observed`() throws {
        let unobserved = try Self.requests().filter {
            $0.reason == "never observed" || $0.reason == "no complete inventory"
        }
        #expect(Set(unobserved.map(\.reason)).count == 2)
        // Of the group a rule was seen to come, so the rest of its rules must be read as of then.
        for request in unobserved where request.resource.nativeID != "sg-1" {
            #expect(request.newerThan == nil, "\(request.resource)")
        }
    }

    @Test func `no request asks for what is newer than before all time`() throws {
        for request in try Self.requests() {
            #expect(request.newerThan.map { $0 > Timestamp(seconds: 0) } != false, "\(request.resource)")
        }
    }

    @Test func `a request for a whole list names the calls that list it and what they need`() throws {
        let lists = try Self.requests().filter {
            $0.resource.nativeID.isEmpty && $0.resource.kind.name != "AWS::::Attestation"
        }
        #expect(lists.count > 10)
        for request in lists {
            let asks = request.calls.contains { call in
                ["List", "Describe", "GetMacieSession"].contains { call.contains(":\($0)") }
            }
            #expect(asks, "\(request.resource): \(request.calls)")
            #expect(!request.permissions.isEmpty, "\(request.resource)")
        }
        let roles = try #require(lists.first { $0.resource.kind.name == "AWS::IAM::Role" })
        #expect(roles.calls.contains("iam:ListRoles") && roles.permissions.contains("iam:ListRolePolicies"))
    }
}
