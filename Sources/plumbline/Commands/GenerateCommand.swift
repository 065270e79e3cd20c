import ArgumentParser
import DriftRuntime
import Simulation

/// `plumbline generate`.
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract:
            "Writes made-up CloudTrail events and the inventory that they fit, for demos and measurements.",
        discussion: "The same options give the same bytes.")

    @Option(help: "What everything random follows from.")
    var seed: UInt64 = 1

    @Option(help: "How many accounts.")
    var accounts = 100

    @Option(help: "How many resources in all accounts together.")
    var resources = 1000

    @Option(help: "How many events.")
    var events = 100_000

    @Option(
        help: "realistic: 90 % reads; mutating: changes only; quiet: nothing that a control looks at.",
        transform: GenerateCommand.mix)
    var mix = WorkloadOptions.Mix.realistic

    @Option(help: "Directory for events.jsonl and baseline.jsonl.")
    var out: String

    private static func mix(_ text: String) throws -> WorkloadOptions.Mix {
        guard let mix = WorkloadOptions.Mix(rawValue: text) else {
            throw ValidationError("there are realistic, mutating and quiet")
        }
        return mix
    }

    func validate() throws {
        guard accounts > 0, events > 0, resources >= 0 else {
            throw ValidationError("--accounts and --events must be at least 1, --resources at least 0.")
        }
    }

    func run() throws {
        var generator = WorkloadGenerator(
            WorkloadOptions(seed: seed, accounts: accounts, resources: resources, events: events, mix: mix))
        let directory = try LineDirectory(out)
        try directory.write("baseline.jsonl", generator.baseline())
        try directory.write("events.jsonl", (0..<events).lazy.map { _ in generator.nextEvent() })
        let counts = generator.counts
        Terminal.line(
            """
            \(counts.events) events (\(counts.reads) reads, \(counts.governedChanges) changes of governed kinds, \
            \(counts.otherChanges) other changes, \(counts.duplicates) copies; \(counts.transitions) change a verdict)
            in \(out); try: plumbline replay --baseline \(out)/baseline.jsonl --events \(out)/events.jsonl \
            --out \(out)/result
            """)
    }
}
