import CloudModel
import Controls
import ResourceGraph
import Simulation
import Testing

@testable import DriftEngine

/// A suppression with a condition survives an unrelated change and ends with a relevant one.
@Suite struct SuppressionConditionTests {
    static let control = "aws.ec2.sg-no-ipv4-public-admin-ports"
    static let tagged = "resource.Tags.exists(t, t.Key == 'Purpose' && t.Value == 'bastion')"
    static let bastion = #"[{"Key":"Purpose","Value":"bastion"}]"#

    static func document(_ condition: String, resource: String = "sg-1", id: String = "s-1") throws
        -> Suppression
    {
        let text = #"""
            {"id":"\#(id)","control":"\#(control)","scope":{"resource":"\#(resource)"},"reason":"bastion",
             "requested_by":"ida","approval":{"by":"bo","at":"2026-02-01T00:00:00Z"},"while":"\#(condition)",
             "created":"2026-02-01T00:00:00Z","expires":"\#(FeedTests.instant(10_000).rfc3339)"}
            """#
        return try Suppression(json: Array(text.utf8))
    }

    static func catalog(_ suppressions: Suppression...) throws -> ControlCatalog {
        try ControlCatalog(
            ControlLibrary.builtIn().keeping([control]), profiles: [], suppressions: suppressions)
    }

    static func fixture(_ condition: String = tagged, resource: String = "sg-1") throws -> EngineFixture {
        EngineFixture(catalog: try catalog(document(condition, resource: resource)))
    }

    static func tag(_ name: String, at seconds: Int, _ key: String = "Purpose", _ value: String = "bastion")
        -> String
    {
        Records.event(
            "ec2", name, at: seconds,
            request:
                #"{"resourcesSet":{"items":[{"resourceId":"sg-1"}]},"tagSet":{"items":[{"key":"\#(key)","#
                + #""value":"\#(value)"}]}}"#)
    }

    static let open = Records.inventory(at: 0, rules: OriginTests.openRule, tags: bastion)

    private func alerts(_ fixture: EngineFixture) -> [FindingRecord] {
        fixture.effects.effects.compactMap { if case .alert(let finding, _) = $0 { finding } else { nil } }
    }

    private func tickets(_ fixture: EngineFixture) -> [FindingRecord] {
        fixture.effects.effects.compactMap { if case .ticket(let finding, _) = $0 { finding } else { nil } }
    }

    private func hasCommands(_ fixture: EngineFixture) -> Bool {
        fixture.effects.effects.contains { if case .command = $0 { true } else { false } }
    }

    @Test func `while it holds the finding is suppressed, also what was there at first`() throws {
        var fixture = try Self.fixture()
        fixture.take(Self.open)
        #expect(fixture.findings.map(\.status) == [.suppressed])
        #expect(fixture.findings.last?.suppression?.standing == .inForce)
        #expect(fixture.findings.last?.suppression?.condition == Self.tagged)
        #expect(alerts(fixture).isEmpty && tickets(fixture).isEmpty)
    }

    @Test func `the change that makes it false opens the finding as drift, and is its cause`() throws {
        var fixture = try Self.fixture()
        fixture.take(Self.open)
        fixture.take(Self.tag("DeleteTags", at: 500))
        let last = try #require(fixture.findings.last)
        #expect(fixture.findings.map(\.status) == [.suppressed, .open])
        #expect(!last.isBaseline && last.cause?.eventID == "DeleteTags-500")
        #expect(last.eventTime == FeedTests.instant(500) && last.firstSeen == FeedTests.instant(0))
        #expect(last.suppression?.standing == .conditionEnded(since: FeedTests.instant(500)))
        #expect(last.changes.map(\.property) == ["Tags"])
        #expect(alerts(fixture).map(\.suppression) == [last.suppression])
        #expect(tickets(fixture).map(\.activity) == [.create])
    }

    @Test func `it holds again as soon as it is true again`() throws {
        var fixture = try Self.fixture()
        fixture.take(Self.open)
        fixture.take(Self.tag("DeleteTags", at: 500))
        fixture.take(Self.tag("CreateTags", at: 600))
        #expect(fixture.findings.map(\.status) == [.suppressed, .open, .suppressed])
        #expect(alerts(fixture).count == 1 && tickets(fixture).map(\.status) == [.open, .suppressed])
        fixture.take(Self.tag("DeleteTags", at: 700))
        #expect(alerts(fixture).count == 2)
    }

    @Test func `a change that neither the condition nor the control reads makes no evaluation`() throws {
        var fixture = try Self.fixture()
        fixture.take(Self.open)
        let report = fixture.take(
            Records.event(
                "ec2", "AuthorizeSecurityGroupEgress", at: 500,
                request: Records.rule("198.51.100.0/24")))
        #expect(report.changedResources > 0)
        #expect(report.evaluations == 0 && report.conditions == 0)
        let relevant = fixture.take(Self.tag("CreateTags", at: 600, "Owner", "x"))
        #expect(relevant.evaluations == 1 && relevant.conditions == 1 && relevant.effects == 0)
    }

    @Test func `a resource that the suppression does not cover is not looked at for it`() throws {
        var fixture = try Self.fixture(resource: "sg-2")
        fixture.take(Self.open)
        let report = fixture.take(Self.tag("DeleteTags", at: 500))
        #expect(report.changedResources > 0 && report.evaluations == 0 && report.conditions == 0)
    }

    @Test func `a condition of what passes is not looked at`() throws {
        var fixture = try Self.fixture()
        fixture.take(Records.inventory(at: 0, tags: Self.bastion))
        let report = fixture.take(Self.tag("DeleteTags", at: 500))
        #expect(report.changedResources > 0 && report.conditions == 0)
    }

    @Test func `a condition that nobody can tell keeps the finding quiet, unrepaired and visible`() throws {
        var fixture = try Self.fixture()
        fixture.take(Records.open(at: 100))
        let first = try #require(fixture.findings.last)
        #expect(first.status == .suppressed && first.isDoubtful)
        #expect(
            first.suppression?.standing == .doubtful(reasons: ["AWS::EC2::SecurityGroup.Tags"]))
        #expect(alerts(fixture).isEmpty && !hasCommands(fixture))
        // A person is asked to find out.
        #expect(tickets(fixture).map(\.activity) == [.create])
        fixture.take(Records.inventory(at: 1_000, rules: OriginTests.openRule, tags: Self.bastion))
        #expect(fixture.findings.last?.status == .suppressed && fixture.findings.last?.isDoubtful == false)
        #expect(tickets(fixture).map(\.activity) == [.create, .update])
        #expect(alerts(fixture).isEmpty)
    }

    @Test func `doubt that ends with a condition that does not hold opens the finding`() throws {
        var fixture = try Self.fixture()
        fixture.take(Records.open(at: 100))
        fixture.take(Records.inventory(at: 1_000, rules: OriginTests.openRule))
        let last = try #require(fixture.findings.last)
        #expect(last.status == .open && last.suppression?.standing.isEnded == true)
        #expect(alerts(fixture).count == 1)
        #expect(tickets(fixture).map(\.activity) == [.create, .update])
    }

    @Test func `a change that leaves the condition in doubt is told and opens nothing`() throws {
        var fixture = try Self.fixture()
        fixture.take(Self.open)
        fixture.take(Self.tag("DeleteTags", at: 500))
        #expect(alerts(fixture).count == 1)
        let before = fixture.effects.effects.count
        // Nobody knows which of the two in one second was the last.
        fixture.take(Self.tag("CreateTags", at: 500))
        #expect(fixture.findings.last?.isDoubtful == true)
        #expect(fixture.effects.effects.count > before && tickets(fixture).last?.isDoubtful == true)
        #expect(alerts(fixture).count == 1)
    }

    @Test func `doubt about what was there at first has a ticket, also where the failure is in doubt too`()
        throws
    {
        var fixture = try Self.fixture("resource.SecurityGroupEgress.size() == 0")
        fixture.take(Self.open)
        #expect(fixture.findings.last?.isDoubtful == false && tickets(fixture).isEmpty)
        fixture.take(
            Records.event(
                "ec2", "ModifySecurityGroupRules", at: 600,
                request:
                    #"{"ModifySecurityGroupRulesRequest":"HIDDEN_DUE_TO_SECURITY_REASONS","groupId":"sg-1"}"#)
        )
        #expect(fixture.findings.last?.isDoubtful == true && fixture.findings.last?.isBaseline == true)
        #expect(tickets(fixture).map(\.isDoubtful) == [true] && alerts(fixture).isEmpty)
        fixture.take(Records.inventory(at: 900, rules: OriginTests.openRule, tags: Self.bastion))
        #expect(tickets(fixture).map(\.activity) == [.create, .update])
        #expect(fixture.findings.last?.isDoubtful == false && alerts(fixture).isEmpty)
    }

    @Test func `an error in the condition is doubt`() throws {
        var fixture = try Self.fixture("resource.Tags[3].Value == 'bastion'")
        fixture.take(Self.open)
        #expect(fixture.findings.last?.isDoubtful == true)
        #expect(alerts(fixture).isEmpty && !hasCommands(fixture))
    }

    @Test func `a second suppression holds while the condition of the first does not`() throws {
        let other = try Self.document("resource.GroupName == 'web'", id: "s-2")
        var fixture = EngineFixture(catalog: try Self.catalog(Self.document(Self.tagged), other))
        fixture.take(Self.open)
        fixture.take(Self.tag("DeleteTags", at: 500))
        #expect(fixture.findings.last?.status == .suppressed)
        #expect(fixture.engine.openFindings().map(\.finding.suppression?.id) == ["s-2"])
    }

    @Test func `it ends at its date though its condition holds`() throws {
        var fixture = try Self.fixture()
        fixture.take(Records.inventory(at: 0, tags: Self.bastion))
        fixture.take(Records.open(at: 100))
        fixture.engine.tick(FeedTests.instant(20_000), into: &fixture.effects)
        while !fixture.engine.isSettled { fixture.engine.work(into: &fixture.effects) }
        #expect(fixture.findings.map(\.status) == [.suppressed, .open])
        #expect(fixture.findings.last?.suppression == nil)
    }

    static let lines = [
        Records.inventory(at: 0, tags: bastion), Records.open(at: 100),
        tag("DeleteTags", at: 500), tag("CreateTags", at: 600), Records.close(at: 700),
        Records.open(at: 800, cidr: "0.0.0.0/0", id: "again"), tag("DeleteTags", at: 900),
    ]

    @Test(arguments: 1...7)
    func `any order and duplication ends in the same finding`(count: Int) throws {
        let catalog = try Self.catalog(Self.document(Self.tagged))
        let lines = Array(Self.lines.prefix(count))
        var expected = EngineFixture(catalog: catalog)
        for line in lines { expected.take(line) }
        #expect(expected.openFindings.isEmpty == [1, 5].contains(count))
        var random = SeededGenerator(seed: UInt64(count))
        for _ in 0..<200 {
            var fixture = EngineFixture(catalog: catalog)
            let doubled = lines + lines.filter { _ in random.below(3) == 0 }
            for line in doubled.shuffled(using: &random) { fixture.take(line) }
            #expect(fixture.openFindings == expected.openFindings)
            #expect(
                fixture.engine.openFindings().map(\.finding.suppression)
                    == expected.engine.openFindings().map(\.finding.suppression))
            #expect(fixture.verdicts == fixture.verdictsFromScratch)
        }
    }

    @Test(arguments: [false, true])
    func `a restart keeps what was told, and goes on with the next change`(isFromStore: Bool) throws {
        let catalog = try Self.catalog(Self.document(Self.tagged))
        for doubt in [false, true] {
            var fixture = EngineFixture(catalog: catalog)
            fixture.take(doubt ? Records.open(at: 100) : Self.open)
            let copy = try Self.restarted(fixture, catalog, isFromStore)
            fixture = copy
            #expect(fixture.engine.isSettled)
            fixture.engine.work(into: &fixture.effects)
            #expect(fixture.findings.isEmpty)
            #expect(fixture.engine.openFindings().map(\.finding.isDoubtful) == [doubt])
            let end =
                doubt
                ? Records.inventory(at: 1_000, rules: OriginTests.openRule) : Self.tag("DeleteTags", at: 500)
            fixture.take(end)
            #expect(fixture.findings.map(\.status) == [.open])
            #expect(alerts(fixture).count == 1)
            #expect(tickets(fixture).map(\.activity) == [doubt ? .update : .create])
        }
    }

    private static func restarted(
        _ fixture: EngineFixture, _ catalog: ControlCatalog, _ isFromStore: Bool
    ) throws -> EngineFixture {
        let copy = EngineFixture(catalog: catalog)
        let state = fixture.engine.drainState()
        if isFromStore {
            let store = MemoryStore()
            try store.write(state, StorePlace(next: 1, commit: 1, time: fixture.engine.time))
            try copy.engine.takeUp(store, at: fixture.engine.time)
        } else {
            for record in state { try copy.engine.restore(record) }
            copy.engine.finishRestoring()
        }
        return copy
    }

    @Test func `a suppression that gets another condition is looked at by a restart`() throws {
        var fixture = try Self.fixture()
        fixture.take(Self.open)
        let changed = try Self.catalog(Self.document("resource.GroupName == 'other'"))
        var copy = EngineFixture(catalog: changed)
        for record in fixture.engine.drainState() { try copy.engine.restore(record) }
        copy.engine.finishRestoring()
        while !copy.engine.isSettled { copy.engine.work(into: &copy.effects) }
        #expect(copy.findings.map(\.status) == [.open])
        #expect(copy.findings.last?.suppression?.standing.isEnded == true)
    }

    /// By control, a condition over what the generated events change.
    static let conditions = [
        control: "resource.SecurityGroupEgress.size() > 1 || resource.Tags.size() > 0",
        "aws.s3.s3-bucket-mfa-delete": "resource.Tags.exists(t, t.Key == 'Environment')",
        "aws.s3.s3-block-public-access": "has(resource.Policy) && resource.Tags.size() > 1",
        "aws.ec2.ec2-imdsv2-required": "resource.MetadataOptions.?HttpTokens.orValue('') != 'required'",
        "aws.iam.iam-user-permissions-through-groups-only": "resource.ManagedPolicyArns.size() < 2",
    ]

    private static func generatedCatalog(_ lines: [[UInt8]]) throws -> ControlCatalog {
        var probe = EngineFixture()
        probe.take(all: lines)
        var suppressions: [Suppression] = []
        for account in probe.engine.graph.accounts {
            for (control, condition) in conditions.sorted(by: { $0.key < $1.key }) {
                let text = #"""
                    {"id":"\#(account.text) \#(control)","control":"\#(control)","scope":{"account":"\#(account.text)"},
                     "reason":"r","requested_by":"ida","approval":{"by":"bo","at":"2020-01-01T00:00:00Z"},
                     "while":"\#(condition)","created":"\#(probe.engine.time.advanced(byNanoseconds: -86_400_000_000_000).rfc3339)",
                     "expires":"\#(probe.engine.time.advanced(byNanoseconds: 86_400_000_000_000).rfc3339)"}
                    """#
                suppressions.append(try Suppression(json: Array(text.utf8)))
            }
        }
        return try ControlCatalog(ControlLibrary.builtIn(), profiles: [], suppressions: suppressions)
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `over a generated estate every finding stands where a look from scratch puts it`(seed: UInt64) throws
    {
        var generator = WorkloadGenerator(
            WorkloadOptions(
                seed: seed, accounts: 2, resources: 40, events: 200, mix: .mutating, durationSeconds: 900))
        // Of a part nothing is known but what events tell.
        let baseline = Array(generator.baseline()).enumerated().filter { $0.offset % 3 > 0 }.map(\.element)
        let lines = baseline + (0..<200).map { _ in generator.nextEvent() }
        let catalog = try Self.generatedCatalog(lines)
        var expected = EngineFixture(catalog: catalog)
        expected.take(all: lines)
        var random = SeededGenerator(seed: seed)
        var seen: Set<String> = []
        for _ in 0..<3 {
            var fixture = EngineFixture(catalog: catalog)
            fixture.take(all: (lines + lines.prefix(50)).shuffled(using: &random))
            #expect(fixture.openFindings == expected.openFindings)
            let scratch = Evaluator(catalog, fixture.engine.graph, gathers: false)
            for (key, state) in fixture.engine.findings.open() {
                let exception = scratch.exceptions(to: key, at: fixture.engine.time).exception
                switch exception {
                case .doubtful: #expect(state.status == .suppressed && state.isDoubtful)
                case .suppressed: #expect(state.status == .suppressed && !state.isDoubtful)
                default: #expect(state.status == .open || state.status == .stale)
                }
                seen.insert("\(state.status) \(state.isDoubtful)")
            }
        }
        #expect(seen.isSuperset(of: ["suppressed false", "suppressed true", "open false"]))
    }
}
