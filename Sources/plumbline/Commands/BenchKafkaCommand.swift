import ArgumentParser
import DriftRuntime
import KafkaLog

/// `plumbline bench kafka`: what an event costs from its topic to committed findings, beside a bare consumer.
struct BenchKafkaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kafka",
        abstract:
            "Measures `run` on a cluster: processor time an event beside a bare consumer, and the delay of findings.",
        discussion: """
            Each round makes topics of its own, with one partition and one copy, starts a detector as `plumbline run` does, \
            and lets it take up an inventory. Then the detector is halted while the events are written, goes on, and is \
            watched until what the last of them gave is committed. A bare librdkafka consumer with the same properties \
            reads the same topic next. Times are medians over the rounds; quote the ratios. For the delay, events are \
            written at a steady rate while the detector runs, and each finding is held against the time at which the \
            event that it names was written.

            The topics stay; their records go after a day. Properties of librdkafka beside the brokers are taken from \
            PLUMBLINE_KAFKA_* variables.
            """)

    @Argument(help: "mix or mutating; both if absent.")
    var cases: [BenchCase] = BenchCase.allCases

    @Option(help: "The cluster: HOST:PORT, several with commas.")
    var brokers: String

    @Option(help: "Events a round.")
    var events = 100_000

    @Option(
        help:
            "How many hours the events tell of. A week makes nearly each one the first of its account, key and region in an hour."
    )
    var hours = 7 * 24

    @Option(help: "Resources in the inventory.")
    var resources = 10_000

    @Option(help: "Rounds of each case.")
    var rounds = 3

    @Option(help: "Events a second while the delay is measured; 0 leaves it out.")
    var rate = 10_000

    @Option(help: "How long the delay is measured, in seconds.")
    var seconds = 10

    @Option(help: "What the topics' names begin with; absent: a name of its own for each run.")
    var prefix: String?

    func validate() throws {
        guard events > 0, hours > 0, resources > 0, rounds >= 0, rate >= 0, seconds > 0 else {
            throw ValidationError(
                "--events, --hours, --resources and --seconds take whole numbers above 0, --rounds and --rate none below 0"
            )
        }
    }

    func run() throws {
        do {
            for benchCase in cases { try measure(benchCase) }
        } catch let error as KafkaError {
            throw RuntimeFailure(.environment, error.description)
        }
    }

    private func measure(_ benchCase: BenchCase) throws {
        let base = prefix ?? KafkaBench.freshPrefix
        let workload = BenchWorkload(
            mix: benchCase.mix, events: max(events, rate * seconds), resources: resources, hours: hours)
        if rounds > 0 {
            let measured = try (1...rounds).map { round in
                let bench = try KafkaBench(
                    brokers: brokers, prefix: "\(base)\(benchCase).\(round).", workload)
                return try bench.throughput(events: events)
            }
            report(benchCase, workload, measured)
        }
        if rate > 0 {
            let bench = try KafkaBench(brokers: brokers, prefix: "\(base)\(benchCase).delay.", workload)
            report(benchCase, try bench.delays(rate: rate, seconds: seconds))
        }
    }

    private func report(_ benchCase: BenchCase, _ workload: BenchWorkload, _ rounds: [KafkaBench.Throughput])
    {
        Terminal.line(
            "\(benchCase): \(events) events, \(workload.bytes.count / workload.events.count) bytes each, "
                + "1 partition, \(rounds.count) rounds")
        let bare = line("consumer", rounds.map(\.bare))
        let detector = line("run", rounds.map(\.detector))
        Terminal.line(
            "  run / consumer: \(Self.text(detector.processor / bare.processor)) x processor, "
                + "\(Self.text(detector.wall / bare.wall)) x wall")
    }

    /// Prints the medians of one reader, in seconds; returns them.
    private func line(_ name: String, _ costs: [KafkaBench.Cost]) -> (processor: Double, wall: Double) {
        let processor = Self.median(costs.map(\.processorSeconds))
        let wall = Self.median(costs.map(\.wallSeconds))
        let each = 1e6 / Double(events)
        Terminal.line(
            "  \(name): \(Self.text(processor * each)) us of processor/event, \(Self.text(wall * each)) us/event, "
                + "\(Int(Double(events) / wall)) events/s")
        return (processor, wall)
    }

    private func report(_ benchCase: BenchCase, _ delays: [Double]) {
        let sorted = delays.sorted()
        guard let longest = sorted.last else {
            return Terminal.line("  delay: no event gave a finding; write more of them")
        }
        let place = { (share: Double) in sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))] }
        Terminal.line(
            "  delay at \(rate) events/s: p50 \(Self.text(place(0.5) * 1e3)) ms, p99 \(Self.text(place(0.99) * 1e3)) ms, "
                + "longest \(Self.text(longest * 1e3)) ms, \(sorted.count) findings")
    }

    private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

    private static func text(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}
