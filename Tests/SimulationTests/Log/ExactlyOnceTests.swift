import CloudModel
import DriftEngine
import Simulation
import Testing
import WireFormats

@Suite struct ExactlyOnceTests {
    /// Seeds that once failed, kept for good: a marker that came late doubled what a timer had made.
    static let keptSeeds: [UInt64] = [3500, 4328, 5060, 6212]
    static let seedsPerChunk: UInt64 = 250

    @Test func `without faults the outputs are those of bare engines`() {
        for seed in 0..<20 as Range<UInt64> {
            let scenario = Scenario(seed: seed)
            let failure = scenario.failure(in: scenario.makeWorld(FaultPlan(seed: seed, permille: 0)))
            #expect(failure == nil)
        }
    }

    @Test(arguments: 0..<8 as Range<UInt64>)
    func `whatever goes wrong, a reader of committed records sees each output once, and soon all`(
        chunk: UInt64
    ) throws {
        let failures = try failures(ofChunk: chunk, Self.seedsPerChunk, of: "log", Self.run)
        #expect(failures.isEmpty, "\(failures.count) failures, first: \(failures.first ?? "")")
    }

    @Test(arguments: keptSeeds)
    func `seeds that once failed pass`(seed: UInt64) {
        let failure = Self.run(seed).failure
        #expect(failure == nil)
    }

    @Test func `a fixed seed keeps its history in every process`() {
        let scenario = Scenario(seed: 5)
        let world = scenario.makeWorld(FaultPlan(seed: 5, permille: 25))
        let isCaughtUp = world.run(faultyRounds: 250)
        #expect(isCaughtUp)
        #expect(Digest.of(world.cluster, topics: Scenario.topics) == 13_781_514_927_439_351_498)
    }

    static func run(_ seed: UInt64) -> SeedOutcome {
        let faults = FaultPlan(seed: seed &* 31, permille: 5 + Int(seed % 40))
        let scenario = Scenario(seed: seed)
        let world = scenario.makeWorld(faults)
        return SeedOutcome(scenario.failure(in: world), world.cluster, topics: Scenario.topics)
    }
}
