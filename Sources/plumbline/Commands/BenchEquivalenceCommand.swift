import ArgumentParser
import Simulation

/// `plumbline bench equivalence`: random controls over random estates, kept answers against answers from scratch.
struct BenchEquivalenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "equivalence",
        abstract:
            "Checks that incremental evaluation equals evaluation from scratch, on random controls and changes.",
        discussion: """
            Each trial draws controls from the whole grammar and changes an estate at random; after every change each
            verdict, its evidence and its list of what is missing are compared with those of an evaluation that keeps
            nothing. The first difference ends the run with status 1 and names the seed.
            """)

    @Option(help: "Changes in all.")
    var steps = 100_000

    @Option(help: "Changes a trial; each trial has controls of its own.")
    var trial = 100

    @Option(help: "The first trial's seed; the others follow.")
    var seed: UInt64 = 1

    func validate() throws {
        guard steps > 0, trial > 0 else {
            throw ValidationError("--steps and --trial take whole numbers above 0")
        }
    }

    func run() throws {
        var done = 0
        var evaluations = 0
        var walked = 0
        var verdicts: [String: Int] = [:]
        var forms: [String: Int] = [:]
        var next = seed
        while done < steps {
            var trial = EquivalenceTrial(seed: next)
            let outcome = trial.run(steps: min(self.trial, steps - done))
            if let difference = outcome.difference {
                Terminal.error("not equal: \(difference.description)")
                throw ExitCode(1)
            }
            done += outcome.steps
            evaluations += outcome.evaluations
            walked += outcome.walkedEvaluations
            verdicts.merge(outcome.verdicts) { $0 + $1 }
            forms.merge(outcome.forms) { $0 + $1 }
            next &+= 1
        }
        Terminal.line("\(done) changes in trials \(seed) to \(next &- 1): all equal")
        Terminal.line("  evaluations made \(evaluations), compared \(walked)")
        Terminal.line("  compared verdicts: \(BenchEquivalenceCommand.text(verdicts))")
        Terminal.line("  queries of the controls: \(BenchEquivalenceCommand.text(forms))")
    }

    private static func text(_ counts: [String: Int]) -> String {
        counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    }
}
