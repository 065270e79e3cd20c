import ArgumentParser

/// `plumbline bench expressions`: what one evaluation of a condition costs.
struct BenchExpressionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "expressions",
        abstract: "Measures single evaluations: a rule in plain CEL, and controls.")

    @Option(help: "Rounds of 100,000 evaluations; the median counts.")
    var rounds = 5

    @Flag(help: "Print the rule and its variables as JSON for other implementations; measure nothing.")
    var describe = false

    func validate() throws {
        guard rounds > 0 else { throw ValidationError("--rounds takes a whole number above 0") }
    }

    func run() throws {
        if describe { return try ExpressionBench.describe() }
        try ExpressionBench(rounds: rounds).run()
    }
}
