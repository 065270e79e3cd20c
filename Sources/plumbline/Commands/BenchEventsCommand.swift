import ArgumentParser
import Controls
import DriftRuntime
import Simulation

/// `plumbline bench events`: what an event costs, stage by stage, as ratios in one run.
struct BenchEventsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "events",
        abstract: "Measures what an event costs, stage by stage, beside a bare C++ parse of the same bytes.",
        discussion: """
            Cases: mix (90 % read-only) and mutating (all mutating: 40 % on governed kinds, 5 % transitions); both
            without a case. Each stage holds the ones before it; `twenty` is the engine with twenty controls, `engine` with
            all built-in ones. Times are medians over the rounds; quote the ratios, they come from one run.
            """)

    @Argument(help: "mix or mutating; both if absent.")
    var cases: [BenchCase] = BenchCase.allCases

    @Option(help: "Events a round.")
    var events = 50_000

    @Option(help: "Rounds; each stage starts each round afresh.")
    var rounds = 5

    @Option(
        help:
            "Run one stage once, print nothing: yardstick, parse, fold, twenty or engine. For profilers."
    )
    var only: BenchStage?

    func validate() throws {
        guard events > 0, rounds > 0 else {
            throw ValidationError("--events and --rounds take whole numbers above 0")
        }
    }

    func run() throws {
        let catalogs = try BenchCatalogs()
        for benchCase in cases {
            let workload = BenchWorkload(mix: benchCase.mix, events: events)
            if let only {
                _ = only.prepared(workload, catalogs)()
            } else {
                report(benchCase, workload, catalogs)
            }
        }
    }

    private func report(_ benchCase: BenchCase, _ workload: BenchWorkload, _ catalogs: BenchCatalogs) {
        let stages = BenchStage.allCases
        var times: [BenchStage: [Double]] = [:]
        for _ in 0..<rounds {
            for stage in stages {
                let body = stage.prepared(workload, catalogs)
                let start = ContinuousClock.now
                _ = body()
                let duration = (ContinuousClock.now - start).components
                // What the stage built goes after the clock has stopped.
                withExtendedLifetime(body) {}
                let seconds = Double(duration.seconds) + Double(duration.attoseconds) * 1e-18
                times[stage, default: []].append(seconds)
            }
        }
        Terminal.line(
            "\(benchCase.rawValue): \(events) events, \(workload.bytes.count / events) bytes each, "
                + "\(rounds) rounds")
        let base = BenchEventsCommand.median(times[.yardstick] ?? [])
        for stage in stages {
            let seconds = BenchEventsCommand.median(times[stage] ?? [])
            let nanoseconds = seconds / Double(events) * 1e9
            Terminal.line(
                "  \(BenchEventsCommand.left(stage.rawValue, 10))"
                    + "\(BenchEventsCommand.right("\(Int(nanoseconds.rounded()))", 8)) ns/event"
                    + "\(BenchEventsCommand.right("\(Int(Double(events) / seconds))", 12)) events/s"
                    + "\(BenchEventsCommand.right(BenchEventsCommand.ratio(seconds / base), 8)) x yardstick")
        }
    }

    private static func median(_ values: [Double]) -> Double {
        values.isEmpty ? 0 : values.sorted()[values.count / 2]
    }

    private static func ratio(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }

    private static func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}

/// What is measured.
enum BenchCase: String, CaseIterable, ExpressibleByArgument {
    case mix
    case mutating

    var mix: WorkloadOptions.Mix {
        switch self {
        case .mix: .realistic
        case .mutating: .mutating
        }
    }
}

extension BenchStage: ExpressibleByArgument {}
