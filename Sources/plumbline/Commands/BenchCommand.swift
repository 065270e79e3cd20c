import ArgumentParser

/// `plumbline bench`: what things cost on this machine.
struct BenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measures what things cost on this machine; without a case, what an event costs.",
        subcommands: [
            BenchEventsCommand.self, BenchExpressionsCommand.self, BenchIncrementalCommand.self,
            BenchEquivalenceCommand.self, BenchStateCommand.self, BenchKafkaCommand.self,
        ],
        defaultSubcommand: BenchEventsCommand.self)
}
