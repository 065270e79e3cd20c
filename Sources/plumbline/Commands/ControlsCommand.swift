import ArgumentParser

/// `plumbline controls`.
struct ControlsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "controls", abstract: "Lists, explains and tests control files.",
        subcommands: [
            ControlsEventsCommand.self, ControlsExplainCommand.self, ControlsFunctionsCommand.self,
            ControlsListCommand.self,
            ControlsPermissionsCommand.self,
            ControlsTestCommand.self,
        ])
}
