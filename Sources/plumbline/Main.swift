import ArgumentParser
import DriftRuntime
import Foundation

/// Where the program begins.
@main
enum Main {
    /// Runs the command and exits: 0 done, 2 bad usage or a bad file of the user's, 1 anything else.
    static func main() async {
        do {
            var command = try Plumbline.parseAsRoot()
            if var service = command as? any AsyncParsableCommand {
                try await service.run()
            } else {
                try command.run()
            }
        } catch let failure as RuntimeFailure {
            Terminal.error("plumbline: \(failure.description)")
            Foundation.exit(failure.exitCode)
        } catch {
            let code = Plumbline.exitCode(for: error)
            let text = Plumbline.fullMessage(for: error)
            if code.isSuccess { Terminal.line(text) } else if !text.isEmpty { Terminal.error(text) }
            Foundation.exit(code == .validationFailure ? 2 : code.rawValue)
        }
    }
}
