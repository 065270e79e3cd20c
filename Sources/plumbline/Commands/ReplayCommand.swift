import ArgumentParser
import CloudModel
import DriftRuntime

/// `plumbline replay`.
struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Reads events from files, shows what is out of line, and writes every output.",
        discussion: """
            Directories are read with everything below them: *.json, *.jsonl, *.ndjson, *.log, plain or with .gz. \
            Baselines are read before events. Exit code 2 means a bad call or a bad control, profile or suppression \
            file.
            """)

    @Option(parsing: .upToNextOption, help: "Files or directories with events; - is standard input.")
    var events: [String]

    @Option(parsing: .upToNextOption, help: "Files or directories with inventories; - is standard input.")
    var baseline: [String] = []

    @OptionGroup var controls: ControlOptions

    @Option(parsing: .upToNextOption, help: "Files with a profile each (JSON).")
    var profile: [String] = []

    @Option(help: "A file with suppressions (JSON: a list, or one a line).")
    var suppressions: String?

    @Option(help: "Directory that keeps what is known from one replay to the next.")
    var state: String?

    @Option(
        help: """
            Fold nothing that happened after this instant (RFC 3339), and let the clock stand there in the end: ages and \
            suppressions are judged as of it.
            """, transform: ReplayCommand.instant)
    var until: Timestamp?

    @Option(
        help:
            "Hours of silence of an account's log after which what passes on its word is unknown; never, unless given.",
        transform: ReplayCommand.hours)
    var staleness: Int64?

    @Option(help: "Directory for the outputs.")
    var out: String

    private static func instant(_ text: String) throws -> Timestamp {
        guard let instant = Timestamp(rfc3339: text) else {
            throw ValidationError("a time as 2025-01-31T12:00:00Z was expected")
        }
        return instant
    }

    private static func hours(_ text: String) throws -> Int64 {
        guard let hours = Int64(text), (1...87_600).contains(hours) else {
            throw ValidationError("a whole number of hours from 1 to 87600 was expected")
        }
        return hours
    }

    func run() throws {
        var settings = controls.settings
        settings.profiles = profile
        settings.suppressions = suppressions
        var options = ReplayOptions(
            events: events, baselines: baseline, controls: settings, stateDirectory: state, until: until,
            outputDirectory: out)
        options.stalenessSeconds = staleness.map { $0 * 3_600 }
        for line in try settings.selections().flatMap(\.lines) { Terminal.error(line) }
        let progress = ProgressLine()
        let summary = try ReplayRunner(options) { progress.show($0) }.run()
        progress.end()
        for line in summary.warnings { Terminal.error(line) }
        Terminal.write(ReplayReport.text(of: summary, width: Terminal.width))
    }
}
