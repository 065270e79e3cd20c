import Simulation
import Testing

/// Random expressions of the whole grammar over random estates: what is kept equals what is found from scratch.
@Suite struct IncrementalEquivalenceTests {
    /// Seeds that failed once stay here.
    static let kept: [UInt64] = [1_971]

    @Test(arguments: kept + Array(1...40))
    func `kept answers equal an evaluation from scratch after every change`(seed: UInt64) {
        var trial = EquivalenceTrial(seed: seed)
        let outcome = trial.run(steps: 100)
        #expect(outcome.difference == nil, "\(outcome.difference?.description ?? "")")
    }
}
