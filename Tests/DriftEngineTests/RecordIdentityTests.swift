import CloudModel
import Controls
import JSONTokens
import Simulation
import Testing
import WireFormats

@testable import DriftEngine

/// Whoever drops repeats by id, over all that was ever written, keeps the last word of each finding.
@Suite struct RecordIdentityTests {
    /// The ids of all records about findings, each with its topic. (A wish that is told twice is the same wish.)
    private static func ids(_ fixture: EngineFixture) -> [String] {
        let encoder = EffectEncoder()
        return fixture.effects.effects.compactMap { effect in
            let record = encoder.encode(effect)
            guard ![.deadLetters, .rereadRequests].contains(record.topic) else { return nil }
            return "\(record.topic) " + (record.header("ce_id") ?? "")
        }
    }

    private static func repeated(_ fixture: EngineFixture) -> [String] {
        var seen: Set<String> = []
        return ids(fixture).filter { !seen.insert($0).inserted }
    }

    private static func findings(_ fixture: EngineFixture) -> [FindingRecord] {
        fixture.findings.filter { $0.control.id == OriginTests.control }
    }

    private func fixture(_ lines: [String]) -> EngineFixture {
        var fixture = EngineFixture()
        for line in lines { fixture.take(line) }
        return fixture
    }

    @Test func `a finding that its suppression hides for a time is told three times under three ids`() throws
    {
        let suppression = try Suppression(
            json: Array(
                (#"{"id":"s-1","control":"\#(OriginTests.control)","scope":{"account":"111122223333"},"#
                    + #""reason":"r","requested_by":"ida","approval":{"by":"bo","at":"2026-02-02T03:00:00Z"},"#
                    + #""created":"2026-02-02T03:00:00Z","expires":"2026-02-02T04:00:00Z"}"#).utf8))
        var fixture = EngineFixture(
            catalog: try ControlCatalog(ControlLibrary.builtIn(), suppressions: [suppression]))
        for line in [Records.inventory(at: 0), Records.open(at: 600)] { fixture.take(line) }
        for minutes in [20, 100] as [Int64] {
            fixture.engine.tick(FeedTests.instant(minutes * 60), into: &fixture.effects)
            fixture.engine.work(into: &fixture.effects)
        }
        let findings = Self.findings(fixture)
        #expect(findings.map(\.status) == [.open, .suppressed, .open])
        #expect(Self.repeated(fixture) == [])
        let alerts = fixture.effects.effects.count { if case .alert = $0 { true } else { false } }
        #expect(alerts == 2)
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `no order of events has two records with one id, and doubled events change no id`(seed: UInt64) {
        var generator = WorkloadGenerator(
            WorkloadOptions(
                seed: seed, accounts: 2, resources: 14, events: 150, mix: .mutating, durationSeconds: 900))
        let baseline = Array(generator.baseline())
        var random = SeededGenerator(seed: seed)
        let events = (0..<150).map { _ in generator.nextEvent() }
        let inOrder = baseline + events
        for lines in [inOrder, inOrder.shuffled(using: &random), inOrder.shuffled(using: &random)] {
            var fixture = EngineFixture()
            fixture.take(all: lines)
            #expect(Self.repeated(fixture) == [])
            var doubled = EngineFixture()
            doubled.take(all: lines.flatMap { [$0, $0] })
            #expect(Set(Self.ids(doubled)).symmetricDifference(Self.ids(fixture)) == [])
            #expect(Self.repeated(doubled) == [])
        }
    }

    @Test func `opened and closed again before either was known has the ids that it has in order`() {
        let inOrder = fixture([
            PassedExposureTests.older, PassedExposureTests.open, PassedExposureTests.close,
        ])
        let late = fixture([
            PassedExposureTests.older, PassedExposureTests.close, PassedExposureTests.open,
        ])
        let between = fixture([
            PassedExposureTests.older, Records.open(at: 2_000), PassedExposureTests.close,
            PassedExposureTests.open,
        ])
        let told = { (fixture: EngineFixture) in Set(Self.ids(fixture).filter { $0.hasPrefix("findings") }) }
        #expect(told(inOrder) == told(late))
        #expect(told(between).isSuperset(of: told(inOrder)))
    }

    @Test func `which records were told is known after a restart, also where there were too many to keep`()
        throws
    {
        let encoder = EffectEncoder()
        let first = try #require(
            Self.findings(fixture([PassedExposureTests.older, PassedExposureTests.open])).first)
        var told = FindingState.Told()
        var ids: Set<String> = []
        for round in 0..<60 {
            var record = first
            record.status = round % 2 == 0 ? .open : .stale
            record.eventTime = FeedTests.instant([0, 1_000, 50][round / 20] + Int64(round % 20 / 4))
            record.repetition = told.note(record)
            ids.insert(encoder.encode(.finding(record)).header("ce_id") ?? "")
            told = FindingState.Told(stored: told.stored.view)
        }
        #expect(ids.count == 60)
    }
}
