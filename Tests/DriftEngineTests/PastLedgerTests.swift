import CloudModel
import Controls
import ResourceGraph
import Simulation
import Testing

@testable import DriftEngine

struct PastLedgerTests {
    private let account = ResourceHandle(index: 1)
    private let key = EvaluationKey(control: 3, subject: ResourceHandle(index: 7))

    private func answer(_ seconds: Int64, _ isFailing: Bool) -> PastLedger.Answer {
        PastLedger.Answer(upTo: Timestamp(seconds: seconds), isFailing: isFailing)
    }

    @Test func `an answer holds as long as only newer changes come`() {
        var ledger = PastLedger()
        ledger.note(Timestamp(seconds: 100), in: account)
        ledger.remember(answer(100, true), to: key, [], in: account)
        ledger.note(Timestamp(seconds: 200), in: account)
        #expect(ledger.answer(to: key, [], in: account).upTo == Timestamp(seconds: 100))
        #expect(ledger.answer(to: key, [], in: account).isFailing)
    }

    @Test func `a late change voids the answers from its time on and leaves those before it`() {
        var ledger = PastLedger()
        for seconds in [Int64(100), 200, 300] {
            ledger.note(Timestamp(seconds: seconds), in: account)
            ledger.remember(answer(seconds, seconds == 100), to: key, [], in: account)
        }
        ledger.note(Timestamp(seconds: 200), in: account)
        #expect(ledger.answer(to: key, [], in: account).upTo == Timestamp(seconds: 100))
        // A later late change does not bring back what the first one voided.
        ledger.note(Timestamp(seconds: 250), in: account)
        #expect(ledger.answer(to: key, [], in: account).upTo == Timestamp(seconds: 100))
        ledger.remember(answer(300, false), to: key, [], in: account)
        #expect(ledger.answer(to: key, [], in: account).upTo == Timestamp(seconds: 300))
        ledger.note(Timestamp(seconds: 50), in: account)
        #expect(ledger.answer(to: key, [], in: account).upTo == .distantPast)
    }

    @Test func `what comes late after a restart is late, though the ledger has seen nothing before`() {
        var ledger = PastLedger()
        ledger.note(Timestamp(seconds: 50), in: account)
        ledger.remember(answer(100, true), to: key, [], in: account)
        ledger.note(Timestamp(seconds: 60), in: account)
        #expect(ledger.answer(to: key, [], in: account).upTo == .distantPast)
    }

    @Test func `other reads, another account's lateness and more late changes than are kept`() {
        var ledger = PastLedger()
        let read = PropertyRead(resource: account, property: PropertyID(index: 0))
        ledger.note(Timestamp(seconds: 1_000), in: account)
        ledger.remember(answer(10, true), to: key, [], in: account)
        #expect(ledger.answer(to: key, [read], in: account).upTo == .distantPast)
        ledger.note(Timestamp(seconds: 1_000), in: ResourceHandle(index: 2))
        ledger.note(Timestamp(seconds: 1), in: ResourceHandle(index: 2))
        #expect(ledger.answer(to: key, [], in: account).isFailing)
        for seconds in Int64(20)..<200 { ledger.note(Timestamp(seconds: seconds), in: account) }
        #expect(ledger.answer(to: key, [], in: account).upTo == .distantPast)
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `what is remembered is what a walk through the whole past says`(seed: UInt64) throws {
        var generator = WorkloadGenerator(
            WorkloadOptions(seed: seed, accounts: 2, resources: 60, events: 300, mix: .mutating))
        let baseline = Array(generator.baseline())
        var events = (0..<300).map { _ in generator.nextEvent() }
        // Some come late, as deliveries do.
        var random = SeededGenerator(seed: seed)
        for index in events.indices where random.chance(permille: 200) {
            events.swapAt(index, max(0, index - random.below(12)))
        }
        var fixture = EngineFixture()
        fixture.take(all: seed % 2 == 0 ? baseline + events : events)
        let engine = fixture.engine
        var compared = 0
        for key in engine.verdicts.sortedKeys {
            guard case .unknown? = engine.verdicts[key]?.verdict,
                let account = engine.graph.accountHandle(of: key.subject),
                engine.evaluator.walkedCount(of: key) <= PastVerdict.maximumWalked
            else { continue }
            let reads = engine.evaluator.singleReads(of: key, engine.evaluator.evaluate(key))
            let walk = PastVerdict(
                evaluator: engine.evaluator, graph: engine.graph, key: key, reads: reads,
                closedAt: engine.graph.newestClosing(in: engine.graph.id(of: key.subject).account))
            let known = engine.past.answer(to: key, reads, in: account)
            guard known.upTo > .distantPast else { continue }
            var count = 0
            let whole = walk.answer(since: PastLedger.Answer(), evaluations: &count)
            let rest = walk.answer(since: known, evaluations: &count)
            #expect(whole.isFailing == rest.isFailing, "\(engine.graph.id(of: key.subject)) \(key.control)")
            compared += 1
        }
        #expect(compared > 20)
    }
}
