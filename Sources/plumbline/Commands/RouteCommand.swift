import ArgumentParser
import DriftRuntime

/// `plumbline route`: raw topics in, topics keyed by account out, until SIGTERM or SIGINT.
struct RouteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "route",
        abstract: "Split raw topics and key their events by account.",
        discussion: """
            Reads the topics of route.sources whatever their keys and envelopes, and writes each event to the input \
            topic of its cloud, keyed by account, in transactions. Reads are left out, except those that controls \
            need: by root, sign-ins, new sessions, the first of each credential and hour, and the first record of each \
            account, region and hour, which shows that the log is heard.

            \(SettingsListing.text)
            """)

    @OptionGroup var file: SettingsFile

    func run() async throws {
        let settings = try file.settings()
        let logger = ServiceLog.logger(settings)
        StopSignal.install(boundSeconds: settings.stopSeconds)
        try await Service.run(at: settings.route.http, logger) { board throws(RuntimeFailure) in
            try RouteService(settings: settings, logger: logger, board: board) { StopSignal.isRequested }
                .run()
        }
    }
}
