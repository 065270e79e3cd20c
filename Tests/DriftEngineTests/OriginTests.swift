import CloudModel
import Controls
import Testing

@testable import DriftEngine

/// Where a finding begins, who is told, and how it ends.
@Suite struct OriginTests {
    static let control = "aws.ec2.sg-no-ipv4-public-admin-ports"
    static let openRule =
        #"[{"IpProtocol":"tcp","FromPort":22,"ToPort":22,"CidrIp":"0.0.0.0/0"}]"#

    private func findings(_ fixture: EngineFixture) -> [FindingRecord] {
        fixture.findings.filter { $0.control.id == Self.control }
    }

    private func alerts(_ fixture: EngineFixture) -> [FindingRecord] {
        fixture.effects.effects.compactMap { effect in
            if case .alert(let finding, _) = effect, finding.control.id == Self.control {
                finding
            } else {
                nil
            }
        }
    }

    private func tickets(_ fixture: EngineFixture) -> [FindingRecord] {
        fixture.effects.effects.compactMap { effect in
            if case .ticket(let finding, _) = effect, finding.control.id == Self.control {
                finding
            } else {
                nil
            }
        }
    }

    @Test func `what the first reading shows open alerts nobody`() {
        var fixture = EngineFixture()
        fixture.take(Records.inventory(at: 0, rules: Self.openRule))
        #expect(findings(fixture).map(\.isBaseline) == [true])
        #expect(alerts(fixture).isEmpty && tickets(fixture).isEmpty)
    }

    @Test func `a reading that contradicts what was right is drift, though no event told of it`() {
        var fixture = EngineFixture()
        fixture.take(Records.inventory(at: 0))
        fixture.take(Records.inventory(at: 1_000, rules: Self.openRule))
        #expect(findings(fixture).map(\.isBaseline) == [false])
        #expect(alerts(fixture).count == 1)
        #expect(tickets(fixture).count == 1)
    }

    @Test func `an event that comes after the reading that shows its work alerts all the same, once`() {
        var fixture = EngineFixture()
        fixture.take(Records.inventory(at: 180, rules: Self.openRule))
        #expect(alerts(fixture).isEmpty)
        fixture.take(Records.open(at: 0))
        let last = findings(fixture).last
        #expect(last?.isBaseline == false && last?.firstSeen == FeedTests.instant(0))
        #expect(last?.cause?.eventID == "AuthorizeSecurityGroupIngress-0")
        #expect(alerts(fixture).count == 1)
        #expect(tickets(fixture).map(\.activity) == [.create])
        fixture.take(Records.inventory(at: 400, rules: Self.openRule))
        #expect(alerts(fixture).count == 1)
    }

    @Test func `late knowledge that it was right before makes drift of what a reading showed`() {
        var fixture = EngineFixture()
        fixture.take(Records.inventory(at: 1_000, rules: Self.openRule))
        #expect(findings(fixture).map(\.isBaseline) == [true])
        fixture.take(Records.inventory(at: 0))
        #expect(findings(fixture).last?.isBaseline == false)
        #expect(alerts(fixture).count == 1)
    }

    @Test func `a reading that answers an event that nobody understood alerts`() {
        var fixture = EngineFixture()
        fixture.take(Records.inventory(at: 0))
        fixture.take(
            Records.event(
                "ec2", "ModifySecurityGroupRules", at: 600,
                request:
                    #"{"ModifySecurityGroupRulesRequest":"HIDDEN_DUE_TO_SECURITY_REASONS","groupId":"sg-1"}"#)
        )
        fixture.take(Records.inventory(at: 900, rules: Self.openRule))
        #expect(findings(fixture).last?.isBaseline == false)
        #expect(alerts(fixture).count == 1)
    }

    @Test func `a notice that stands for an item too large to send asks for a reading`() throws {
        var fixture = EngineFixture()
        fixture.take(Records.inventory(at: 0))
        fixture.take(
            #"{"messageType":"OversizedConfigurationItemChangeNotification","configurationItemSummary":{"#
                + #""changeType":"UPDATE","configurationItemCaptureTime":"\#(FeedTests.instant(600).rfc3339)","#
                + #""awsAccountId":"111122223333","resourceType":"AWS::EC2::SecurityGroup","resourceId":"sg-1","#
                + #""awsRegion":"eu-west-1"}}"#)
        let requests = fixture.effects.effects.filter { if case .reread = $0 { true } else { false } }
        #expect(!requests.isEmpty)
    }

    @Test func `a suppression that ends alerts of what it hid`() throws {
        let document = #"""
            {"id":"s-1","control":"\#(Self.control)","scope":{"resource":"sg-1"},"reason":"test",
             "requested_by":"ida","approval":{"by":"bo","at":"2026-02-01T00:00:00Z"},
             "created":"2026-02-01T00:00:00Z","expires":"\#(FeedTests.instant(10_000).rfc3339)"}
            """#
        let suppression = try Suppression(json: Array(document.utf8))
        let catalog = try ControlCatalog(
            try ControlLibrary.builtIn(), profiles: [], suppressions: [suppression])
        var fixture = EngineFixture(catalog: catalog)
        fixture.take(Records.open(at: 0))
        #expect(findings(fixture).map(\.status) == [.suppressed])
        #expect(alerts(fixture).isEmpty)
        let facts = SuppressionFacts(
            id: "s-1", reason: "test", requestedBy: "ida", approvedBy: "bo",
            expires: FeedTests.instant(10_000))
        #expect(findings(fixture).map(\.suppression) == [facts])
        fixture.engine.tick(FeedTests.instant(20_000), into: &fixture.effects)
        while !fixture.engine.isSettled { fixture.engine.work(into: &fixture.effects) }
        #expect(findings(fixture).map(\.status) == [.suppressed, .open])
        #expect(alerts(fixture).count == 1)
        #expect(findings(fixture).last?.suppression == nil)
        #expect(tickets(fixture).map(\.activity) == [.create])
    }

    @Test func `a doubtful failure that is confirmed alerts`() {
        var fixture = EngineFixture()
        fixture.take(Records.inventory(at: 0))
        fixture.take(Records.close(at: 600, id: "b"))
        fixture.take(Records.open(at: 600, id: "a"))
        #expect(findings(fixture).map(\.status) == [.stale])
        fixture.take(Records.inventory(at: 1_000, rules: Self.openRule))
        #expect(findings(fixture).last?.status == .open)
        #expect(alerts(fixture).count == 1)
        #expect(tickets(fixture).map(\.activity) == [.create])
    }

    @Test func `what failed before the history that is kept stays open while nobody knows better`() {
        var options = FeedTests.staleOptions()
        options.historyWindowSeconds = 1_800
        var fixture = EngineFixture(options: options)
        fixture.take(Records.open(at: 0))
        fixture.take(Records.close(at: 600))
        #expect(findings(fixture).map(\.status) == [.open, .stale])
        fixture.take(Records.close(at: 9_000, cidr: "198.51.100.0/24"))
        // The account falls silent, so that everything is looked at again.
        fixture.engine.tick(FeedTests.instant(100 * 3_600), isAllRead: true, into: &fixture.effects)
        repeat { fixture.engine.work(into: &fixture.effects) } while !fixture.engine.isSettled
        #expect(findings(fixture).last?.status == .stale)
        fixture.take(Records.inventory(at: 400_000))
        #expect(findings(fixture).last?.status == .resolved)
    }

    @Test func `a finding about what was deleted ends when that went, and names who took it away`() throws {
        var fixture = EngineFixture()
        fixture.take(Records.open(at: 0))
        fixture.take(
            Records.event("ec2", "DeleteSecurityGroup", at: 599, request: #"{"groupId":"sg-1"}"#, id: "gone"))
        let last = try #require(findings(fixture).last)
        #expect(last.status == .deleted && last.exposureSeconds == 599)
        #expect(last.eventTime == FeedTests.instant(599))
        #expect(last.cause?.eventID == "gone")
    }
}
