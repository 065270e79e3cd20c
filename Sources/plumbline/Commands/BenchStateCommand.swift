import ArgumentParser
import Controls
import DriftEngine
import DriftRuntime
import Simulation

/// `plumbline bench state`: what the committed state of an estate costs.
struct BenchStateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "state",
        abstract: "Measures what an estate's committed state costs: building it anew, taking it up, memory.")

    @Option(help: "Resources in the estate.")
    var resources = 100_000

    @Option(help: "How many may have their facts in memory; absent: all.")
    var resident: Int?

    @Option(name: .customLong("events"), help: "Events after the start.")
    var eventCount = 2_000

    @Option(help: "Accounts; absent: one for every 20,000 resources.")
    var accounts: Int?

    @Flag(help: "Take up what an earlier run left in the directory, and follow events.")
    var restart = false

    @Option(help: "A directory for the stores; empty, unless for a restart.")
    var directory: String

    func run() throws {
        let catalog = try ControlCatalog.builtIn()
        var options = EngineOptions()
        options.historyWindowSeconds = 1_800
        options.maximumResidentResources = resident
        let workload = WorkloadOptions(
            seed: 1, accounts: accounts ?? max(1, resources / 20_000), resources: resources,
            events: eventCount, mix: .mutating)
        var generator = WorkloadGenerator(workload)
        // Made before the start, whose memory is measured.
        let events = restart ? (0..<eventCount).map { _ in generator.nextEvent() } : []
        var trial = try StateTrial(directory: directory, catalog: catalog, options: options)
        if restart { return try follow(events, &trial) }
        var count = 0
        for line in generator.baseline() {
            trial.take(line)
            count += 1
            if count % 10_000 == 0 { try trial.keep() }
        }
        try trial.keep()
        Terminal.line("\(count) records, \(trial.recordCount) state records written")
        let rebuilding = try trial.rebuild()
        trial.close()
        Terminal.line(
            "  built anew: \(Int(rebuilding.recordsPerSecond)) state records/s of "
                + "\(Int(rebuilding.bytesPerRecord)) bytes")
    }

    private func follow(_ events: [[UInt8]], _ trial: inout StateTrial) throws {
        let start = trial.start
        let count = max(start.resources, 1)
        Terminal.line(
            "\(start.resources) resources taken up: \(Int(start.seconds * 1_000)) ms "
                + "(\(Int(start.processorSeconds * 1_000)) ms of processor), "
                + "\(start.bytes / count) bytes of memory a resource")
        let following = try trial.follow(events)
        Terminal.line(
            "  first event: \(Int(following.firstSeconds * 1_000_000)) us; of \(events.count) each "
                + "\(Int(following.averageSeconds * 1_000_000)) us, the longest "
                + "\(Int(following.longestSeconds * 1_000_000)) us; then "
                + "\(following.bytes / count) bytes of memory a resource")
    }
}
