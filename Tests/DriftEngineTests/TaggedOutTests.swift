import CloudModel
import Controls
import JSONTokens
import Testing

@testable import DriftEngine

/// A failing resource that is tagged out of scope is reported with who tagged it.
@Suite struct TaggedOutTests {
    static let watch = "aws.exclusions.tagged-while-failing"
    static let profile = """
        {"provider":"AWS","levels":["L1"],"resources":[{"type":"SECURITY_GROUP",
        "exclusions":[{"tag_key":"Environment","values":["Development"]}]}]}
        """

    static func fixture(_ profile: String = TaggedOutTests.profile) throws -> EngineFixture {
        EngineFixture(
            catalog: try ControlCatalog(
                ControlLibrary.builtIn(), profiles: [Profile(json: Array(profile.utf8))]))
    }

    static func tag(_ name: String = "CreateTags", at seconds: Int, value: String = "Development") -> String {
        Records.event(
            "ec2", name, at: seconds,
            request:
                #"{"resourcesSet":{"items":[{"resourceId":"sg-1"}]},"tagSet":{"items":[{"key":"Environment","#
                + #""value":"\#(value)"}]}}"#)
    }

    static func create(at seconds: Int, tags: String = "") -> String {
        Records.event(
            "ec2", "CreateSecurityGroup", at: seconds,
            request:
                #"{"groupName":"web","groupDescription":"web","vpcId":"vpc-1","tagSpecificationSet":{"items":["#
                + #"{"resourceType":"security-group","tags":[\#(tags)]}]}}"#,
            response: #"{"groupId":"sg-1"}"#)
    }

    static let development = #"{"key":"Environment","value":"Development"}"#
    static let seen = #"[{"Key":"Environment","Value":"Development"}]"#
    static let open = #"[{"CidrIp":"0.0.0.0/0","FromPort":22,"IpProtocol":"tcp","ToPort":22}]"#

    /// The watch's verdict on the group, and the statuses of its findings as they came.
    private func outcome(
        _ lines: [String], _ profile: String = TaggedOutTests.profile
    ) throws -> (verdict: Verdict?, findings: [FindingRecord], fixture: EngineFixture) {
        var fixture = try TaggedOutTests.fixture(profile)
        for line in lines { fixture.take(line) }
        #expect(fixture.verdicts == fixture.verdictsFromScratch)
        let key = fixture.engine.verdicts.sortedKeys.first {
            fixture.engine.catalog.controls[Int($0.control)].facts.id == TaggedOutTests.watch
        }
        return (
            key.flatMap { fixture.engine.verdicts[$0]?.verdict },
            fixture.findings.filter { $0.control.id == TaggedOutTests.watch }, fixture
        )
    }

    private func isFail(_ verdict: Verdict?) -> Bool {
        if case .fail? = verdict { return true }
        return false
    }

    @Test
    func `a failing resource that an event tags out of scope is a finding with the actor, and an alert`()
        throws
    {
        let told = try outcome([
            Records.inventory(at: 0), Records.open(at: 100), TaggedOutTests.tag(at: 200),
        ])
        #expect(isFail(told.verdict))
        let finding = try #require(told.findings.last)
        #expect(told.findings.count == 1 && finding.status == .open && !finding.isBaseline)
        #expect(finding.control.severity == .high)
        #expect(finding.cause?.eventID == "CreateTags-200")
        #expect(finding.cause?.actor?.id.hasSuffix("user/ida") == true)
        #expect(finding.eventTime == Timestamp(seconds: 1_770_000_200))
        #expect(
            finding.evidence.view.member("tags")?.value
                == (try FlatValue(json: Array(TaggedOutTests.seen.utf8))))
        let alerts = told.fixture.effects.effects.filter {
            if case .alert(let finding, _) = $0 { return finding.control.id == TaggedOutTests.watch }
            return false
        }
        #expect(alerts.count == 1)
    }

    @Test func `the finding closes when the tag is removed again`() throws {
        let told = try outcome([
            Records.inventory(at: 0), Records.open(at: 100), TaggedOutTests.tag(at: 200),
            TaggedOutTests.tag("DeleteTags", at: 300),
        ])
        #expect(told.verdict == .pass)
        #expect(told.findings.map(\.status) == [.open, .resolved])
    }

    @Test func `it closes when what the tag hides is repaired`() throws {
        let told = try outcome([
            Records.inventory(at: 0), Records.open(at: 100), TaggedOutTests.tag(at: 200),
            Records.close(at: 300),
        ])
        #expect(told.verdict == .pass)
        #expect(told.findings.map(\.status) == [.open, .resolved])
    }

    @Test func `a tag that came while the resource passed hides nothing that is minded`() throws {
        let told = try outcome([
            Records.inventory(at: 0), TaggedOutTests.tag(at: 100), Records.open(at: 200),
        ])
        #expect(told.verdict == .pass)
        #expect(told.findings.isEmpty)
    }

    @Test func `writing the same tag again is no gain`() throws {
        let told = try outcome([
            Records.inventory(at: 0), TaggedOutTests.tag(at: 100), Records.open(at: 200),
            TaggedOutTests.tag(at: 300),
        ])
        #expect(told.verdict == .pass)
    }

    @Test func `a tag that a baseline shows is no tampering`() throws {
        let told = try outcome([
            Records.inventory(at: 0, rules: TaggedOutTests.open, tags: TaggedOutTests.seen),
            TaggedOutTests.tag(at: 300),
        ])
        #expect(told.verdict == .pass)
    }

    @Test func `a resource that is created with the tag is reported once it fails, with its creator`() throws
    {
        let born = TaggedOutTests.create(at: 100, tags: TaggedOutTests.development)
        let quiet = try outcome([born])
        #expect(quiet.verdict == .pass)
        let told = try outcome([born, Records.open(at: 101)])
        #expect(isFail(told.verdict))
        #expect(told.findings.last?.cause?.eventID == "CreateSecurityGroup-100")
        #expect(told.findings.last?.eventTime == Timestamp(seconds: 1_770_000_101))
    }

    @Test func `what the tag hides is still excluded itself`() throws {
        let told = try outcome([
            Records.inventory(at: 0), Records.open(at: 100), TaggedOutTests.tag(at: 200),
        ])
        let hidden = told.fixture.findings.filter { $0.control.id.contains("sg-no-ipv4-public-admin") }
        #expect(hidden.map(\.status) == [.open, .excluded])
    }

    @Test func `a failure comes back into scope when the tag goes, and is told as a new occurrence`() throws {
        let told = try outcome([
            Records.inventory(at: 0), Records.open(at: 100), TaggedOutTests.tag(at: 200),
            TaggedOutTests.tag("DeleteTags", at: 300),
        ])
        let hidden = told.fixture.findings.filter { $0.control.id.contains("sg-no-ipv4-public-admin") }
        #expect(hidden.map(\.status) == [.open, .excluded, .open])
        #expect(hidden.map(\.occurrence) == [1, 1, 2])
    }

    @Test func `a failure that was never in scope is told when the tag goes`() throws {
        let told = try outcome([
            Records.inventory(at: 0, rules: TaggedOutTests.open, tags: TaggedOutTests.seen),
            TaggedOutTests.tag("DeleteTags", at: 300),
        ])
        let hidden = told.fixture.findings.filter { $0.control.id.contains("sg-no-ipv4-public-admin") }
        #expect(hidden.map(\.status) == [.open])
    }

    @Test func `every order and repetition of the records tells the same`() throws {
        let lines = [
            Records.inventory(at: 0), Records.open(at: 100), TaggedOutTests.tag(at: 200),
            TaggedOutTests.tag("DeleteTags", at: 300), TaggedOutTests.tag(at: 400),
        ]
        let wanted = try outcome(lines)
        #expect(isFail(wanted.verdict))
        var orders: [[Int]] = [[]]
        for item in lines.indices {
            orders = orders.flatMap { order in
                (0...order.count).map { Array(order[..<$0]) + [item] + Array(order[$0...]) }
            }
        }
        let different = try orders.filter { order in
            let told = try outcome(order.map { lines[$0] } + [lines[order[0]]])
            return told.fixture.openFindings != wanted.fixture.openFindings
                || told.fixture.verdicts != wanted.fixture.verdicts
        }
        #expect(different == [])
    }

    @Test func `a failure nobody knew of when the tag came leaves the watch unknown`() throws {
        let told = try outcome([
            TaggedOutTests.tag(at: 100),
            Records.inventory(at: 300, rules: TaggedOutTests.open, tags: TaggedOutTests.seen),
        ])
        guard case .unknown(let missing)? = told.verdict else {
            Issue.record("\(String(describing: told.verdict))")
            return
        }
        #expect(missing.contains { $0.contains("sg-no-ipv4-public-admin") })
    }

    @Test func `what was known is known again after a restart`() throws {
        let told = try outcome([
            Records.inventory(at: 0), Records.open(at: 100), TaggedOutTests.tag(at: 200),
        ])
        var again = try TaggedOutTests.fixture()
        for record in told.fixture.engine.drainState() { try again.engine.restore(record) }
        again.engine.finishRestoring()
        again.engine.work(into: &again.effects)
        #expect(again.effects.effects.isEmpty)
        #expect(again.openFindings == told.fixture.openFindings)
        again.take(TaggedOutTests.tag("DeleteTags", at: 300))
        let closed = again.findings.filter { $0.control.id == TaggedOutTests.watch }
        #expect(closed.map(\.status) == [.resolved])
    }

    @Test func `a profile may switch the watch off or change its severity`() throws {
        let off =
            TaggedOutTests.profile.dropLast()
            + #","controls":[{"id":"\#(TaggedOutTests.watch)","enabled":false}]}"#
        let lines = [Records.inventory(at: 0), Records.open(at: 100), TaggedOutTests.tag(at: 200)]
        #expect(try outcome(lines, String(off)).verdict == nil)
        let low =
            TaggedOutTests.profile.dropLast()
            + #","controls":[{"id":"\#(TaggedOutTests.watch)","severity":"low"}]}"#
        #expect(try outcome(lines, String(low)).findings.last?.control.severity == .low)
    }
}
