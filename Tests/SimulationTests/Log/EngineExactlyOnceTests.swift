import CloudModel
import DriftEngine
import Simulation
import Testing
import WireFormats

/// The product's engine in the product's loop, on a log where everything goes wrong.
@Suite struct EngineExactlyOnceTests {
    /// Seeds that once failed, kept for good.
    static let keptSeeds: [UInt64] = []
    static let seedsPerChunk: UInt64 = 40

    @Test func `a scenario has findings, alerts, commands, tickets and dead letters`() {
        let keys = (0..<5 as Range<UInt64>).flatMap { EngineScenario(seed: $0).expected().outputs.keys }
        for topic in EngineScenario.topics {
            #expect(keys.contains { $0.hasPrefix("\(topic) ") }, "\(topic)")
        }
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func `whatever goes wrong, each finding, alert, command and ticket is there once`(
        chunk: UInt64
    ) throws {
        let failures = try failures(ofChunk: chunk, Self.seedsPerChunk, of: "engine") { Self.run($0) }
        #expect(failures.isEmpty, "\(failures.count) failures, first: \(failures.first ?? "")")
    }

    @Test(arguments: keptSeeds)
    func `seeds that once failed pass`(seed: UInt64) {
        let failure = Self.run(seed).failure
        #expect(failure == nil)
    }

    @Test func `an engine that forgets its findings in a restore is caught`() {
        let caught = (0..<20 as Range<UInt64>).first { Self.run($0, isForgetful: true).failure != nil }
        #expect(caught != nil)
    }

    static func run(_ seed: UInt64, isForgetful: Bool = false) -> SeedOutcome {
        let scenario = EngineScenario(seed: seed)
        let faults = FaultPlan(seed: seed &* 37, permille: 5 + Int(seed % 30))
        let world = scenario.makeWorld(faults, isForgetful: isForgetful)
        return SeedOutcome(seed, world) { failure(of: scenario, in: $0) }
    }

    private static func failure(of scenario: EngineScenario, in cluster: SimulatedCluster) -> String? {
        let expected = scenario.expected()
        if let difference = difference(scenario.outputs(in: cluster), from: expected.outputs) {
            return difference
        }
        let open = scenario.openFindings(in: cluster)
        return open == expected.open
            ? nil : "\(open.count) findings open by state, \(expected.open.count) by events"
    }
}
