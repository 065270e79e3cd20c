import AdminAPI
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
        let intake = ProfileIntake(settings, logger: logger)
        try await Service.run(at: settings.http, logger, profiles: Self.profiles(intake)) {
            board throws(RuntimeFailure) in
            let worker = try KafkaWorker(settings: settings, logger: logger, board: board) {
                StopSignal.isRequested
            }
            try worker.run()
        }
    }

    /// Brokers are asked and waited for, so each document has a thread of its own.
    private static func profiles(_ intake: ProfileIntake) -> AdminIntake {
        { document in
            await withCheckedContinuation { continuation in
                WorkerThread.start("profile") {
                    let answer = intake.take(document)
                    continuation.resume(returning: (answer.status, answer.body))
                }
            }
        }
    }
}
