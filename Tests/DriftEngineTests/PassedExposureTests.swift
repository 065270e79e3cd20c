import CloudModel
import Controls
import JSONTokens
import ResourceGraph
import Simulation
import Testing

@testable import DriftEngine

/// What was over before it was known is told with its true times, in whatever order it came.
@Suite struct PassedExposureTests {
    private func findings(_ lines: [String]) -> [FindingRecord] {
        fixture(lines).findings.filter { $0.control.id == OriginTests.control }
    }

    private func fixture(_ lines: [String], options: EngineOptions = EngineOptions()) -> EngineFixture {
        var fixture = EngineFixture(options: options)
        for line in lines { fixture.take(line) }
        return fixture
    }

    /// The exposures of all findings, as text.
    static func passed(_ fixture: EngineFixture) -> [String] {
        var found: [String] = []
        fixture.engine.rows.forEach { row in
            for finding in row.knownFindings
            where !fixture.engine.evaluator.readsLists(.init(control: finding.control, subject: row.handle)) {
                found += finding.state.passed.map {
                    "\(finding.state.uid) \($0.begin.rfc3339) \($0.end.rfc3339)"
                }
            }
        }
        return found.sorted()
    }

    /// The exposures as the records of their ends tell them.
    static func told(_ fixture: EngineFixture) -> [String] {
        fixture.findings.filter { $0.activity == .close }.map {
            "\($0.uid) \($0.firstSeen.rfc3339) \($0.eventTime.rfc3339)"
        }
    }

    static let newer = Records.inventory(at: 5_000)
    static let older = Records.inventory(at: 0)
    static let open = Records.open(at: 600)
    static let close = Records.close(at: 900)

    @Test(arguments: [
        [older, open, close], [older, close, open], [older, newer, close, open], [older, newer, open, close],
        [newer, close, older, open], [open, close, older], [close, open, older],
    ])
    func `opened and closed again before either was known, in either order, is one passed exposure`(
        lines: [String]
    ) throws {
        let fixture = fixture(lines)
        let findings = fixture.findings.filter { $0.control.id == OriginTests.control }
        #expect(findings.filter { $0.activity == .create }.count == 1)
        let last = try #require(findings.last)
        #expect(last.status == .resolved && last.activity == .close)
        #expect(last.firstSeen == FeedTests.instant(600) && last.eventTime == FeedTests.instant(900))
        #expect(last.exposureSeconds == 300)
        #expect(last.cause?.eventID == "RevokeSecurityGroupIngress-900")
        #expect(fixture.openFindings.isEmpty)
        #expect(Self.passed(fixture).count == 1)
    }

    @Test(arguments: [
        [newer, close, open], [newer, open, close], [open, close, newer], [close, newer, open],
    ])
    func `while nobody knows that the rule was the only one, it ends when a reading shows none`(
        lines: [String]
    ) throws {
        let fixture = fixture(lines)
        let last = try #require(fixture.findings.last { $0.control.id == OriginTests.control })
        #expect(last.firstSeen == FeedTests.instant(600) && last.eventTime == FeedTests.instant(5_000))
        #expect(Self.passed(fixture).count == 1)
    }

    @Test func `it names who opened it and what that changed`() throws {
        let create = try #require(findings([Self.older, Self.close, Self.open]).first)
        #expect(create.activity == .create && create.status == .open && !create.isBaseline)
        #expect(create.cause?.eventID == "AuthorizeSecurityGroupIngress-600")
        #expect(create.evidence.view.count == 1)
        #expect(create.changes.map { ($0.before?.view.count ?? -1) } == [0])
        #expect(create.changes.map { ($0.after?.view.count ?? -1) } == [1])
    }

    @Test func `the same late pair twice is told once, also after a restart`() throws {
        let lines = [Self.older, Self.close, Self.open]
        let told = fixture(lines + lines + lines)
        #expect(told.findings.filter { $0.control.id == OriginTests.control }.count == 2)
        var copy = EngineFixture()
        for record in fixture([Self.older, Self.close]).engine.drainState() {
            try copy.engine.restore(record)
        }
        copy.engine.finishRestoring()
        copy.take(Self.open)
        #expect(copy.findings.map(\.activity) == [.create, .close])
        var again = EngineFixture()
        for record in copy.engine.drainState() { try again.engine.restore(record) }
        again.engine.finishRestoring()
        #expect(Self.passed(again) == Self.passed(copy))
        again.take(Records.close(at: 700))
        // It was closed earlier than anybody thought: the same exposure, told anew.
        #expect(again.findings.map(\.activity) == [.close])
        #expect(again.findings.last?.exposureSeconds == 100)
    }

    @Test func `what is open stays open, and its record is the last one`() throws {
        let fixture = fixture([Self.older, Records.open(at: 2_000), Self.close, Self.open])
        let findings = fixture.findings.filter { $0.control.id == OriginTests.control }
        #expect(findings.map(\.activity) == [.create, .create, .close, .update])
        #expect(findings.last?.status == .open && findings.last?.firstSeen == FeedTests.instant(2_000))
        #expect(fixture.openFindings.count == 1)
    }

    static let lines = [
        older, open, close, Records.open(at: 1_200), Records.close(at: 1_300),
        Records.open(at: 1_500, id: "x"),
        Records.inventory(at: 2_000), Records.open(at: 2_500),
        Records.event("ec2", "DeleteSecurityGroup", at: 3_000, request: #"{"groupId":"sg-1"}"#),
    ]

    @Test(arguments: 2...9)
    func `any order and duplication ends in the same exposures`(count: Int) {
        let lines = Array(Self.lines.prefix(count))
        let expected = fixture(lines)
        #expect(Self.passed(expected).count == [2: 0, 3: 1, 4: 1, 5: 2, 6: 2, 7: 3, 8: 3, 9: 4][count])
        var random = SeededGenerator(seed: UInt64(count))
        for _ in 0..<60 {
            let doubled = lines + lines.filter { _ in random.below(3) == 0 }
            let other = fixture(doubled.shuffled(using: &random))
            #expect(Self.passed(other) == Self.passed(expected))
            #expect(other.openFindings == expected.openFindings)
            // Every one of them was told.
            #expect(Set(Self.told(other)).isSuperset(of: Self.passed(other)))
        }
    }

    @Test(arguments: [1, 3, 4, 5, 6, 7] as [UInt64])
    func `any order of generated events ends in the same exposures`(seed: UInt64) {
        var generator = WorkloadGenerator(
            WorkloadOptions(
                seed: seed, accounts: 1, resources: 30, events: 150, mix: .mutating, durationSeconds: 3_000))
        let lines = Array(generator.baseline()) + (0..<150).map { _ in generator.nextEvent() }
        var expected = EngineFixture()
        expected.take(all: lines)
        var random = SeededGenerator(seed: seed)
        for _ in 0..<3 {
            var other = EngineFixture()
            other.take(all: lines.shuffled(using: &random))
            #expect(Self.passed(other) == Self.passed(expected))
        }
        #expect(!Self.passed(expected).isEmpty)
    }

    @Test func `a change in order looks at no former instant`() {
        var fixture = fixture([Self.older])
        #expect(fixture.take(Self.open).pastEvaluations == 0)
        #expect(fixture.take(Self.close).pastEvaluations == 0)
    }
}
