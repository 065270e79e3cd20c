import DriftEngine
import Simulation
import Testing

@Suite struct CanaryTests {
    @Test(arguments: Canary.allCases)
    func `a loop that gets it wrong is caught`(canary: Canary) {
        let caught = (0..<300 as Range<UInt64>).first { seed in
            let scenario = Scenario(seed: seed)
            let faults = FaultPlan(seed: seed &* 31, permille: 5 + Int(seed % 40))
            let world = scenario.makeWorld(faults) { canary.makeWorker($0, scenario.settings) }
            guard world.run(faultyRounds: 250) else { return false }
            return difference(Scenario.outputs(of: world.cluster), from: scenario.expected) != nil
        }
        #expect(caught != nil, "\(canary.rawValue) passed for good work")
    }

    @Test func `a reader of uncommitted records sees what committed readers are spared`() {
        var spared = 0
        for seed in 0..<40 as Range<UInt64> {
            let world = Scenario(seed: seed).makeWorld(FaultPlan(seed: seed &* 31, permille: 30))
            let isCaughtUp = world.run(faultyRounds: 250)
            #expect(isCaughtUp)
            let all = Scenario.outputs(of: world.cluster, isolation: .uncommitted).values.joined().count
            spared += all - Scenario.outputs(of: world.cluster).values.joined().count
        }
        #expect(spared > 100, "\(spared) outputs of aborted transactions in 40 worlds")
    }
}
