import ArgumentParser
import DriftRuntime
import Foundation

/// `plumbline topics create`: makes the topics of the settings.
struct TopicsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "topics", abstract: "Work on the Kafka topics.", subcommands: [Create.self])

    struct Create: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make the topics that do not exist yet; existing ones are left as they are.")

        @OptionGroup var file: SettingsFile

        func run() throws {
            let lines = try TopicCreation(try file.settings()).run()
            for line in lines { Terminal.line(line.text) }
            if lines.contains(where: { !$0.isGood }) {
                throw RuntimeFailure(.environment, "not all topics are as they must be")
            }
        }
    }
}

/// The settings file that a command reads.
struct SettingsFile: ParsableArguments {
    @Option(name: .long, help: "The settings file (YAML); PLUMBLINE_* variables beat its fields.")
    var config: String

    func settings() throws -> RunSettings {
        let process = ProcessInfo.processInfo
        return try RunSettings(path: config, environment: process.environment, host: process.hostName)
    }
}
