import ArgumentParser

/// `plumbline expressions`.
struct ExpressionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "expressions", abstract: "Checks the language of the conditions (CEL).",
        subcommands: [ExpressionsConformanceCommand.self])
}
