import ArgumentParser
import Controls
import DriftRuntime

/// `plumbline controls test`.
struct ControlsTestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Runs the tests that stand in control files.")

    @OptionGroup var controls: ControlOptions

    func run() throws {
        // The catalogue compiles every file, so that a fault shows even in a control without tests.
        _ = try controls.settings.catalog()
        let library = try controls.settings.library()
        var count = 0
        var failures = 0
        for file in library.controls {
            for outcome in try outcomes(file) {
                count += 1
                guard let problem = outcome.problem else { continue }
                failures += 1
                Terminal.line("\(outcome.path):\(outcome.line): \(outcome.test): \(problem)")
            }
        }
        Terminal.line("\(library.controls.count) controls, \(count) tests, \(failures) failed")
        if failures > 0 { throw ExitCode(1) }
    }

    private func outcomes(_ file: ControlFile) throws -> [ControlTestRunner.Outcome] {
        do {
            return try ControlTestRunner(file).run()
        } catch {
            throw RuntimeFailure(.usage, error.description)
        }
    }
}
