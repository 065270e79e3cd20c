import CloudModel
import Simulation

/// The bytes of one bench case, made before the clock starts.
struct BenchWorkload {
    /// Inventory records and closing documents.
    let baseline: [[UInt8]]
    /// So many bytes there are behind the last event, since the yardstick's parser reads on.
    static let padding = 64

    /// The events one behind the other, as a batch from a topic lies in memory; every stage reads these same bytes.
    let bytes: [UInt8]
    /// Where each event stands.
    let events: [Range<Int>]

    /// Two hundred accounts with ten thousand resources, unless told otherwise, and some hours of the given mix, a week by itself.
    init(
        mix: WorkloadOptions.Mix, events count: Int, resources: Int = 10_000, hours: Int = 7 * 24,
        seed: UInt64 = 1
    ) {
        var generator = WorkloadGenerator(
            WorkloadOptions(
                seed: seed, accounts: 200, resources: resources, events: count, mix: mix,
                durationSeconds: hours * 3_600))
        baseline = Array(generator.baseline())
        var bytes: [UInt8] = []
        var events: [Range<Int>] = []
        for _ in 0..<count {
            let start = bytes.count
            bytes += generator.nextEvent()
            events.append(start..<bytes.count)
        }
        self.events = events
        self.bytes = bytes + Array(repeating: 0, count: BenchWorkload.padding)
    }

    /// Calls the body with each event in turn, and with so many bytes of what comes behind it.
    func forEach(andBehind padding: Int = 0, _ body: (Int, Span<UInt8>) -> Void) {
        let span = bytes.span
        for (number, range) in events.enumerated() {
            if number % 1_000 == 0 { BenchWorkload.thousandBegins() }
            body(number, span.extracting(range.lowerBound..<(range.upperBound + padding)))
        }
        BenchWorkload.thousandBegins()
    }

    /// Does nothing: where a profiler that knows it by its name sees a thousand events end and the next begin.
    @inline(never) @_optimize(none)
    private static func thousandBegins() {}
}
