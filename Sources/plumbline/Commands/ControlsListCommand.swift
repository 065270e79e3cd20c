import ArgumentParser
import Controls
import DriftRuntime

/// `plumbline controls list`.
struct ControlsListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Prints every control, built-in and your own.")

    @Flag(help: "One JSON object a line.")
    var json = false

    @OptionGroup var controls: ControlOptions

    func run() throws {
        let library = try controls.settings.library()
        Terminal.write(
            json ? ControlListing.json(library) : ControlListing.table(library, width: Terminal.width))
    }
}
