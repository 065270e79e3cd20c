import CloudModel
import Simulation
import Testing

@testable import DriftEngine

/// A generated estate whose events crowd into few seconds, so that ties and lateness are the normal case.
private func workload(seed: UInt64, events: Int) -> (baseline: [[UInt8]], events: [[UInt8]]) {
    var generator = WorkloadGenerator(
        WorkloadOptions(
            seed: seed, accounts: 2, resources: 14, events: events, mix: .mutating, durationSeconds: 900))
    let baseline = Array(generator.baseline())
    return (baseline, (0..<events).map { _ in generator.nextEvent() })
}

@Suite struct EquivalenceTests {
    /// Seeds that failed once stay here, before the plain run of seeds.
    static let seeds: [UInt64] = Array(1...12)

    @Test(arguments: seeds)
    func `after every event the verdicts equal an evaluation from scratch`(seed: UInt64) {
        let (baseline, events) = workload(seed: seed, events: 120)
        var random = SeededGenerator(seed: seed)
        var lines = events
        // Inventory arrives late, in the middle of the events it contradicts.
        for line in baseline { lines.insert(line, at: random.below(lines.count)) }
        var fixture = EngineFixture()
        for (index, line) in lines.enumerated() {
            fixture.take(line)
            if index % 5 == 0 { #expect(fixture.verdicts == fixture.verdictsFromScratch) }
        }
        #expect(fixture.verdicts == fixture.verdictsFromScratch)
    }

    @Test(arguments: seeds)
    func `any order and duplication ends in the same verdicts and the same open findings`(seed: UInt64) {
        let (baseline, events) = workload(seed: seed, events: 150)
        let lines = baseline + events
        var expected = EngineFixture()
        expected.take(all: lines)
        var random = SeededGenerator(seed: seed ^ 0x5EED)
        for _ in 0..<3 {
            var fixture = EngineFixture()
            let doubled = lines + lines.filter { _ in random.below(4) == 0 }
            fixture.take(all: doubled.shuffled(using: &random))
            #expect(fixture.verdicts == expected.verdicts)
            #expect(fixture.openFindings == expected.openFindings)
        }
    }

    @Test(arguments: seeds.prefix(4))
    func `an engine put back from its state records goes on as the one that wrote them`(seed: UInt64) throws {
        let (baseline, events) = workload(seed: seed, events: 200)
        var fixture = EngineFixture()
        var state: [[UInt8]: [UInt8]] = [:]
        for (index, line) in (baseline + events.prefix(100)).enumerated() {
            fixture.take(line)
            guard index % 7 == 0 else { continue }
            for record in fixture.engine.drainState() { state[record.key] = record.value }
        }
        for record in fixture.engine.drainState() { state[record.key] = record.value }
        var copy = EngineFixture()
        for (key, value) in state { try copy.engine.restore(StateRecord(key: key, value: value)) }
        copy.engine.finishRestoring()
        #expect(copy.verdicts == fixture.verdicts)
        #expect(copy.openFindings == fixture.openFindings)
        let before = fixture.findings.count
        for line in events.dropFirst(100) {
            fixture.take(line)
            copy.take(line)
        }
        #expect(copy.verdicts == fixture.verdicts)
        #expect(copy.findings.map(\.uid) == fixture.findings.dropFirst(before).map(\.uid))
    }
}
