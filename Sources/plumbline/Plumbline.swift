import ArgumentParser
import DriftRuntime
import Foundation

/// The command tree; each command stands in a file of its own under `Commands`.
struct Plumbline: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plumbline",
        abstract: "Finds drift from CIS Benchmarks and your own controls in cloud change events.",
        version: "plumbline 1.0.0",
        subcommands: [
            ReplayCommand.self, DemoCommand.self, GenerateCommand.self, ControlsCommand.self,
            BenchCommand.self, DoctorCommand.self, ExpressionsCommand.self, RouteCommand.self,
            RunCommand.self, SettingsCommand.self, TopicsCommand.self,
        ])
}
