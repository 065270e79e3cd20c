import CloudModel
import Simulation

/// The bytes of one bench case, made before the clock starts.
struct BenchWorkload {
    /// Inventory records and closing documents.
    let baseline: [[UInt8]]
    /// The events one behind the other, as a batch from a topic lies in memory; every stage reads these same bytes. Behind
    /// the last one there are 64 more, since the yardstick's parser reads on.
    let bytes: [UInt8]
    /// Where each event stands.
    let events: [Range<Int>]

    /// Two hundred accounts with ten thousand resources and a week of the given mix.
    init(mix: WorkloadOptions.Mix, events count: Int, seed: UInt64 = 1) {
        var generator = WorkloadGenerator(
            WorkloadOptions(
                seed: seed, accounts: 200, resources: 10_000, events: count, mix: mix,
                durationSeconds: 7 * 86_400))
        baseline = Array(generator.baseline())
        var bytes: [UInt8] = []
        var events: [Range<Int>] = []
        for _ in 0..<count {
            let start = bytes.count
            bytes += generator.nextEvent()
            events.append(start..<bytes.count)
        }
        self.events = events
        self.bytes = bytes + Array(repeating: 0, count: 64)
    }

    /// Calls the body with each event in turn.
    func forEach(_ body: (Int, Span<UInt8>) -> Void) {
        let span = bytes.span
        for (number, range) in events.enumerated() { body(number, span.extracting(range)) }
    }
}
