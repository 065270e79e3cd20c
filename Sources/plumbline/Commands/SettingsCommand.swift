import ArgumentParser
import DriftRuntime

/// `plumbline settings`: every key of the settings file.
struct SettingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settings", abstract: "List every key of the settings file, with default and unit.")

    @Flag(help: "As the page deploy/settings.md.")
    var markdown = false

    func run() { markdown ? Terminal.write(SettingsListing.page) : Terminal.line(SettingsListing.text) }
}
