import CloudModel
import JSONTokens
import Testing

@testable import DriftEngine

@Suite struct DriftTests {
    private let control = "aws.ec2.sg-no-ipv4-public-admin-ports"

    @Test func `an opened admin port is a finding with its cause, an alert and a ticket with the plan`()
        throws
    {
        var fixture = EngineFixture()
        fixture.take(Records.inventory(at: 0))
        fixture.take(Records.open(at: 600))
        let finding = try #require(fixture.findings.last { $0.control.id == control })
        #expect(finding.activity == .create)
        #expect(finding.status == .open)
        #expect(!finding.isBaseline)
        #expect(finding.cause?.eventID == "AuthorizeSecurityGroupIngress-600")
        #expect(finding.cause?.actor?.name == "ida")
        #expect(finding.changes.first?.property == "SecurityGroupIngress")
        #expect(finding.changes.first?.before?.view.count == 0)
        #expect(finding.evidence.view.count == 1)
        let alerts = fixture.effects.effects.filter { if case .alert = $0 { true } else { false } }
        #expect(alerts.count == 1)
        let plans = fixture.effects.effects.compactMap { effect -> RemediationPlan? in
            if case .ticket(let finding, let plan) = effect, finding.control.id == control {
                plan
            } else {
                nil
            }
        }
        #expect(plans.first?.calls.count == 1)
    }

    @Test func `closing the port resolves the finding with its exposure`() throws {
        var fixture = EngineFixture()
        fixture.take(Records.inventory(at: 0))
        fixture.take(Records.open(at: 600))
        fixture.take(Records.close(at: 900))
        let finding = try #require(fixture.findings.last { $0.control.id == control })
        #expect(finding.activity == .close)
        #expect(finding.status == .resolved)
        #expect(finding.exposureSeconds == 300)
    }

    @Test func `what a baseline shows open alerts nobody and makes no ticket`() throws {
        var fixture = EngineFixture()
        fixture.take(
            Records.inventory(
                at: 0,
                rules: #"[{"IpProtocol":"tcp","FromPort":22,"ToPort":22,"CidrIp":"0.0.0.0/0"}]"#))
        let finding = try #require(fixture.findings.last { $0.control.id == control })
        #expect(finding.isBaseline)
        for effect in fixture.effects.effects {
            switch effect {
            case .alert, .ticket, .command: Issue.record("a baseline finding told somebody: \(effect)")
            default: break
            }
        }
    }

    @Test func `the same event twice is one finding and no work the second time`() {
        var fixture = EngineFixture()
        fixture.take(Records.inventory(at: 0))
        fixture.take(Records.open(at: 600))
        let count = fixture.findings.count
        let report = fixture.take(Records.open(at: 600))
        #expect(fixture.findings.count == count)
        #expect(report.evaluations == 0)
        #expect(fixture.engine.statistics.count(of: .duplicateOrLate) == 1)
    }

    @Test func `a refused call changes nothing`() {
        var fixture = EngineFixture()
        fixture.take(Records.inventory(at: 0))
        fixture.take(
            Records.event(
                "ec2", "AuthorizeSecurityGroupIngress", at: 5, request: Records.rule("0.0.0.0/0"),
                extra: #""errorCode":"AccessDenied","#))
        #expect(!fixture.findings.contains { $0.control.id == control })
        #expect(fixture.engine.statistics.count(of: .refused) == 1)
    }

    @Test func `without a baseline a revoked rule leaves the finding open and marked stale until it is read`()
        throws
    {
        var fixture = EngineFixture()
        fixture.take(Records.open(at: 600))
        fixture.take(Records.close(at: 900))
        let stale = try #require(fixture.findings.last { $0.control.id == control })
        #expect(stale.status == .stale)
        #expect(stale.activity == .update)
        fixture.take(Records.inventory(at: 2_000))
        let closed = try #require(fixture.findings.last { $0.control.id == control })
        #expect(closed.status == .resolved)
    }

    @Test func `a stale finding outlives the history that would show its failure, and a restart`() throws {
        var options = EngineOptions()
        options.historyWindowSeconds = 1_800
        var fixture = EngineFixture(options: options)
        fixture.take(Records.open(at: 600))
        fixture.take(Records.close(at: 900))
        func other(_ second: Int) -> String {
            Records.event(
                "ec2", "RevokeSecurityGroupIngress", at: second,
                request: Records.rule("198.51.100.\(second / 1_000)/32"))
        }
        fixture.take(other(8_000))
        let open = fixture.openFindings
        #expect(open.contains { $0.hasSuffix(" stale") })
        let after = PartitionEngine(catalog: EngineFixture.catalog, options: options)
        for record in fixture.engine.drainState() { try after.restore(record) }
        after.resume(at: fixture.engine.time)
        after.finishRestoring()
        fixture = EngineFixture(after)
        fixture.take(other(16_000))
        // What comes late is not held against what was known a moment ago, but against the past.
        let report = fixture.take(other(15_000))
        #expect(report.pastEvaluations > 0)
        #expect(fixture.openFindings == open)
    }

    @Test func `two contradicting writes of one second never close a finding`() throws {
        var fixture = EngineFixture()
        fixture.take(Records.inventory(at: 0))
        fixture.take(Records.open(at: 600))
        fixture.take(Records.close(at: 700, id: "x"))
        fixture.take(Records.open(at: 700, id: "y"))
        let finding = try #require(fixture.findings.last { $0.control.id == control })
        #expect(finding.status == .stale)
        #expect(fixture.effects.effects.contains { if case .reread = $0 { true } else { false } })
    }

    @Test(arguments: [["x", "y"], ["y", "x"]])
    func `of two contradicting writes of one second one that fails holds the finding, in either order`(
        order: [String]
    ) throws {
        var fixture = EngineFixture()
        fixture.take(Records.inventory(at: 0))
        for name in order {
            fixture.take(name == "x" ? Records.open(at: 600, id: "x") : Records.close(at: 600, id: "y"))
        }
        let finding = try #require(fixture.findings.last { $0.control.id == control })
        #expect(finding.status == .stale)
        #expect(fixture.openFindings.count == 1)
    }

    @Test func `a late pair that opened and closed before a newer look opens nothing now`() {
        var fixture = EngineFixture()
        fixture.take(Records.inventory(at: 5_000))
        fixture.take(Records.close(at: 900))
        let report = fixture.take(Records.open(at: 600))
        #expect(report.transitions == 0)
        #expect(fixture.openFindings.isEmpty)
    }

    @Test func `deleting the group closes its finding as deleted`() throws {
        var fixture = EngineFixture()
        fixture.take(Records.inventory(at: 0))
        fixture.take(Records.open(at: 600))
        fixture.take(
            Records.event("ec2", "DeleteSecurityGroup", at: 700, request: #"{"groupId":"sg-1"}"#))
        let finding = try #require(fixture.findings.last { $0.control.id == control })
        #expect(finding.status == .deleted)
        #expect(finding.activity == .close)
    }

    @Test func `a second attack on the same port is the same finding and a new occurrence`() throws {
        var fixture = EngineFixture()
        fixture.take(Records.inventory(at: 0))
        fixture.take(Records.open(at: 600))
        fixture.take(Records.close(at: 700))
        fixture.take(Records.open(at: 800))
        let records = fixture.findings.filter { $0.control.id == control }
        #expect(Set(records.map(\.uid)).count == 1)
        #expect(records.last?.occurrence == 2)
        let keys = fixture.effects.effects.compactMap { effect -> String? in
            if case .alert(let finding, let plan) = effect, finding.control.id == control {
                plan?.idempotencyKey
            } else {
                nil
            }
        }
        #expect(Set(keys).count == 2)
    }

    @Test func `an event evaluates only the controls that read what it changed`() {
        var fixture = EngineFixture()
        fixture.take(Records.inventory(at: 0))
        for number in 0..<500 {
            fixture.take(
                Records.inventory(at: 1).replacing("\"sg-1\"", with: "\"sg-other-\(number)\""))
        }
        let report = fixture.take(Records.open(at: 600))
        // The group, and the feed that was heard for the first time, with what holds before any record.
        #expect(report.changedResources == 3)
        #expect(report.evaluations <= 5)
        #expect(report.transitions == 3)
        let next = fixture.take(Records.close(at: 601))
        #expect(next.changedResources == 1)
        #expect(next.evaluations <= 3)
        #expect(next.transitions == 1)
    }

    @Test func `bytes that are no event are a dead letter with reason and position`() throws {
        var fixture = EngineFixture()
        fixture.take(Array("{\"eventName\":".utf8), offset: 41)
        guard case .deadLetter(let letter)? = fixture.effects.effects.first else {
            Issue.record("no dead letter")
            return
        }
        #expect(letter.reason == "not-json")
        #expect(letter.position.offset == 41)
        #expect(letter.byteCount == 13)
        #expect(fixture.engine.statistics.malformedRecords == 1)
    }
}
