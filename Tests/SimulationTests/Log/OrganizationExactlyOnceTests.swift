import DriftEngine
import Simulation
import Testing

/// Engines that depend on what others tell them, on a log where everything goes wrong. When a record of another partition
/// comes is chance even without faults, and so is what a finding went through; where it ends is not.
@Suite struct OrganizationExactlyOnceTests {
    /// Seeds that once failed, kept for good: an engine said the same twice, since what it rests on was written by two records.
    static let keptSeeds: [UInt64] = [1_003, 1_100, 1_107, 1_633, 1_648]
    static let seedsPerChunk: UInt64 = 5

    @Test func `the scenarios tell members of trails, close their findings by it and leave others open`() {
        var (told, open) = (0, 0)
        for seed in 0..<5 as Range<UInt64> {
            let scenario = OrganizationScenario(seed: seed)
            let world = scenario.makeWorld(FaultPlan(seed: 0, permille: 0))
            let isCaughtUp = world.run(faultyRounds: 0)
            #expect(isCaughtUp)
            told += scenario.shared(in: world.cluster).keys.count { $0.contains("AWS::CloudTrail::Trail") }
            open += scenario.open(in: world.cluster).count
        }
        #expect(told >= 10, "\(told) trails of members")
        #expect(open >= 50, "\(open) open findings")
    }

    @Test(arguments: 0..<4 as Range<UInt64>)
    func
        `whatever goes wrong, the same findings are open in the end, each said in turn and once`(
            chunk: UInt64
        ) throws
    {
        let failures = try failures(ofChunk: chunk, Self.seedsPerChunk, of: "organization", Self.run)
        #expect(failures.isEmpty, "\(failures.count) failures, first: \(failures.first ?? "")")
    }

    @Test(arguments: keptSeeds)
    func `seeds that once failed pass`(seed: UInt64) {
        let failure = Self.run(seed).failure
        #expect(failure == nil)
    }

    @Test func `engines that do not hear each other are caught`() {
        let caught = (0..<10 as Range<UInt64>).first { seed in
            let scenario = OrganizationScenario(seed: seed)
            let world = scenario.makeWorld(FaultPlan(seed: 0, permille: 0), losesShared: true)
            return world.run(faultyRounds: 0) && scenario.open(in: world.cluster) != scenario.expectedOpen()
        }
        #expect(caught != nil)
    }

    static func run(_ seed: UInt64) -> SeedOutcome {
        let scenario = OrganizationScenario(seed: seed)
        let world = scenario.makeWorld(FaultPlan(seed: seed &* 41, permille: 5 + Int(seed % 30)))
        return SeedOutcome(seed, world) { failure(of: scenario, in: $0) }
    }

    private static func failure(of scenario: OrganizationScenario, in cluster: SimulatedCluster) -> String? {
        let (open, expected) = (scenario.open(in: cluster), scenario.expectedOpen())
        if open != expected {
            let (missing, extra) = (Set(expected).subtracting(open), Set(open).subtracting(expected))
            return "missing \(missing.sorted()), besides \(extra.sorted())"
        }
        if let contradiction = scenario.contradiction(in: cluster, open: Set(open)) { return contradiction }
        let calm = scenario.makeWorld(FaultPlan(seed: 0, permille: 0))
        guard calm.run(faultyRounds: 0) else { return "did not end without faults" }
        let (told, wanted) = (scenario.shared(in: cluster), scenario.shared(in: calm.cluster))
        for key in Set(told.keys).union(wanted.keys).sorted() where told[key] != wanted[key] {
            return "\(key) is told as \(told[key] ?? "nothing"), not \(wanted[key] ?? "at all")"
        }
        return nil
    }
}
