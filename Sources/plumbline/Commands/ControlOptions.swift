import ArgumentParser
import DriftRuntime

/// Where control files come from.
struct ControlOptions: ParsableArguments {
    @Option(
        parsing: .upToNextOption, help: "Directories with your own control files, beside the built-in ones.")
    var packs: [String] = []

    /// The settings so far.
    var settings: ControlSettings { ControlSettings(packs: packs) }
}
