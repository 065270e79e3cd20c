import ArgumentParser
import DriftRuntime
import Foundation

/// The command tree; each command stands in a file of its own under `Commands`.
@main
struct Plumbline: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plumbline",
        abstract: "Finds drift from CIS Benchmarks and your own controls in cloud change events.",
        version: "plumbline 1.0.0",
        subcommands: [
            ReplayCommand.self, DemoCommand.self, GenerateCommand.self, ControlsCommand.self,
            BenchCommand.self, BenchStateCommand.self, ExpressionsCommand.self, RunCommand.self,
            SettingsCommand.self,
            TopicsCommand.self,
        ])

    /// Runs the command and exits: 0 done, 2 bad usage or a bad file of the user's, 1 anything else.
    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let failure as RuntimeFailure {
            Terminal.error("plumbline: \(failure.description)")
            Foundation.exit(failure.exitCode)
        } catch {
            let code = exitCode(for: error)
            let text = fullMessage(for: error)
            if code.isSuccess { Terminal.line(text) } else { Terminal.error(text) }
            Foundation.exit(code == .validationFailure ? 2 : code.rawValue)
        }
    }
}
