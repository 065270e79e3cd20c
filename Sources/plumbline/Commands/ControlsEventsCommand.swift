import ArgumentParser
import CloudModel
import Controls
import DriftRuntime
import WireFormats

/// `plumbline controls events`.
struct ControlsEventsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "events",
        abstract: "Lists every event name that is understood, what it changes, and the verdicts it can flip.",
        discussion: """
            Every control at hand counts, whichever a profile selects. Names that are known to change nothing that is judged
            stand in the list with the reason. An event of another name on a resource of a kind
            that controls read raises a re-read of the resource, and is counted as a blind spot.
            """)

    @Argument(help: "Show the names that contain this text, such as s3 or PutBucketPolicy; all if left out.")
    var filter: String?

    @Flag(help: "One line of JSON an event.")
    var json = false

    @OptionGroup var controls: ControlOptions

    func run() throws {
        let catalog: ControlCatalog
        do {
            catalog = try ControlCatalog.everything(in: try controls.settings.library())
        } catch let error as ControlFileError {
            throw RuntimeFailure(.usage, error.description)
        }
        let folded = FoldRegistry.entries.map { EventCoverage($0, catalog.controls) }
        let entries = (folded + FoldRegistry.withoutEffect.map { EventCoverage($0) })
            .sorted { ($0.entry.provider.rawValue, $0.event) < ($1.entry.provider.rawValue, $1.event) }
            .filter { coverage in filter.map { coverage.event.contains($0) } ?? true }
        if entries.isEmpty, let filter {
            throw RuntimeFailure(
                .usage,
                "\(filter): no event name contains that\n    hint: plumbline controls events lists them all")
        }
        for entry in entries { Terminal.write(json ? entry.json + "\n" : entry.text) }
    }
}
