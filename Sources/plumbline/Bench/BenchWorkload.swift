import CloudModel
import Simulation

/// The bytes of one bench case, made before the clock starts.
struct BenchWorkload {
    /// Inventory records and closing documents.
    let baseline: [[UInt8]]
    /// The events, as they come from a topic.
    let events: [[UInt8]]

    /// Two hundred accounts with ten thousand resources and a week of the given mix.
    init(mix: WorkloadOptions.Mix, events count: Int, seed: UInt64 = 1) {
        var generator = WorkloadGenerator(
            WorkloadOptions(
                seed: seed, accounts: 200, resources: 10_000, events: count, mix: mix,
                durationSeconds: 7 * 86_400))
        baseline = Array(generator.baseline())
        events = (0..<count).map { _ in generator.nextEvent() }
    }

    /// Bytes of all events.
    var byteCount: Int { events.reduce(0) { $0 + $1.count } }
}
