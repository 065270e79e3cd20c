import ArgumentParser
import DriftRuntime

/// `plumbline run`: the detector on Kafka, until SIGTERM or SIGINT.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Detect drift: consume events from Kafka, produce findings and commands.",
        discussion: """
            Reads the input topics as a member of the consumer group, and writes findings, alerts, tickets, \
            remediation commands and state in transactions. SIGTERM and SIGINT stop it gracefully.

            \(SettingsListing.text)
            """)

    @OptionGroup var file: SettingsFile

    func run() async throws {
        let settings = try file.settings()
        let logger = ServiceLog.logger(settings)
        StopSignal.install(boundSeconds: settings.stopSeconds)
        let routes = ProfileRoutes(settings, logger).all
        try await Service.run(at: settings.http, logger, routes: routes) {
            board throws(RuntimeFailure) in
            let worker = try KafkaWorker(settings: settings, logger: logger, board: board) {
                StopSignal.isRequested
            }
            try worker.run()
        }
    }
}
