import ArgumentParser

/// `plumbline bench`: what things cost on this machine.
struct BenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measures what things cost on this machine; without a case, what an event costs.",
        subcommands: [BenchEventsCommand.self, BenchIncrementalCommand.self, BenchEquivalenceCommand.self],
        defaultSubcommand: BenchEventsCommand.self)
}
