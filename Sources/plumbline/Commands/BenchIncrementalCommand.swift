import ArgumentParser
import DriftEngine

/// `plumbline bench incremental`: what one change costs in accounts of different sizes.
struct BenchIncrementalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "incremental",
        abstract: "Measures what one change costs in an account with a thousand to a million resources.",
        discussion: """
            The controls read every resource of the account: an exists, an all, and a join of VPCs with their flow logs.
            Instructions are what to hold against each other: scripts/incremental.py counts them.
            """)

    @Option(parsing: .upToNextOption, help: "How many resources the account has.")
    var sizes = [1_000, 10_000, 100_000]

    @Option(help: "Changes a size.")
    var changes = 2_000

    @Flag(help: "Print nothing; for profilers.")
    var quiet = false

    func validate() throws {
        guard sizes.allSatisfy({ $0 > 1 }), changes >= 0 else {
            throw ValidationError("--sizes takes whole numbers above 1, --changes none below 0")
        }
    }

    func run() throws {
        for size in sizes {
            var estate = try IncrementalEstate(resources: size)
            var evaluations = 0
            let start = ContinuousClock.now
            for _ in 0..<changes { evaluations += estate.change().evaluations }
            let duration = (ContinuousClock.now - start).components
            guard !quiet, changes > 0 else { continue }
            let nanoseconds = Double(duration.seconds) * 1e9 + Double(duration.attoseconds) * 1e-9
            Terminal.line(
                "\(size) resources: \(Int(nanoseconds / Double(changes))) ns a change, "
                    + "\(evaluations) evaluations for \(changes) changes")
        }
    }
}
