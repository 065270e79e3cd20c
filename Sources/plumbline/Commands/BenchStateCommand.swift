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

    @Option(help: "An empty directory for the stores.")
    var directory: String

    func run() throws {
        let catalog = try ControlCatalog.builtIn()
        var options = EngineOptions()
        options.historyWindowSeconds = 1_800
        options.maximumResidentResources = resident
        var trial = try StateTrial(directory: directory, catalog: catalog, options: options)
        let workload = WorkloadOptions(
            seed: 1, accounts: max(1, resources / 20_000), resources: resources, events: 1, mix: .mutating)
        let generator = WorkloadGenerator(workload)
        var count = 0
        for line in generator.baseline() {
            trial.take(line)
            count += 1
            if count % 10_000 == 0 { try trial.keep() }
        }
        try trial.keep()
        let figures = try trial.figures()
        Terminal.line("\(figures.resources) resources, \(trial.recordCount) state records written")
        Terminal.line(
            "  built anew: \(Int(figures.rebuiltPerSecond)) state records/s of \(Int(figures.bytesPerRecord)) bytes"
        )
        Terminal.line(
            "  taken up: \(Int(figures.takeUpSeconds * 1_000)) ms, "
                + "\(Int(figures.residentBytesPerResource)) bytes of memory a resource")
    }
}
