import ArgumentParser

/// `plumbline controls`.
struct ControlsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "controls", abstract: "Lists, explains and tests control files.",
        subcommands: [
            ControlsListCommand.self, ControlsExplainCommand.self, ControlsFunctionsCommand.self,
            ControlsTestCommand.self,
        ])
}
