import DriftRuntime
import KafkaLog
import Testing

/// The bench that works on a cluster.
@Suite(.serialized, .enabled(if: BuiltBinary.path != nil, "the plumbline executable was not built"))
struct BenchTests {
    /// The mock makes no topics, and says nothing of speed.
    @Test func `the bench reads every event with a detector and without, and finds each finding's event`()
        throws
    {
        let station = try Station()
        let mock = try #require(station.mock)
        for part in ["1", "delay"] {
            for layout in TopicLayout.all(TopicSettings()) {
                try mock.createTopic("bench.mutating.\(part).\(layout.base)", partitionCount: 1)
            }
        }
        let options = [
            "--events", "500", "--resources", "300", "--rounds", "1", "--rate", "400", "--seconds", "3",
        ]
        let bench = try ChildProcess(
            try #require(BuiltBinary.path),
            ["bench", "kafka", "mutating", "--brokers", station.brokers, "--prefix", "bench."] + options,
            in: station.folder)
        #expect(bench.exitCode(withinSeconds: 120) == 0, "\(bench.errors)")
        let lines = bench.output.split(separator: "\n")
        #expect(lines.count == 5, "\(bench.output)")
        #expect(lines.first?.hasPrefix("mutating: 500 events") == true)
        #expect(lines.last?.hasPrefix("  delay at 400 events/s: p50 ") == true)
        // Five in a hundred changes turn a verdict.
        let count = lines.last?.split(separator: " ").dropLast().last.flatMap { Int($0) } ?? 0
        #expect(count > 20, "\(bench.output)")
    }
}
