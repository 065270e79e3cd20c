import CloudModel
import DriftEngine
import DriftRuntime
import Foundation
import JSONTokens
import Simulation
import Testing

@Suite struct `A replay` {
    let scratch: Scratch
    private let story = DemoStory.make(seed: 7)

    init() throws { scratch = try Scratch() }

    private func lines(_ name: String, _ lines: [[UInt8]]) throws -> String {
        try LineDirectory(scratch.path).write(name, lines)
        return scratch.path + "/" + name
    }

    private var events: [[UInt8]] { story.awsEvents + story.azureEvents + story.gcpEvents }

    private func replay(
        _ out: String, events: [[UInt8]], baseline: [[UInt8]] = [], state: String? = nil, until: String? = nil
    ) throws -> ReplaySummary {
        let options = ReplayOptions(
            events: [try lines(out + ".events.jsonl", events)],
            baselines: baseline.isEmpty ? [] : [try lines(out + ".baseline.jsonl", baseline)],
            stateDirectory: state.map { scratch.path + "/" + $0 },
            until: until.flatMap { Timestamp(rfc3339: $0) }, outputDirectory: scratch.path + "/" + out)
        return try ReplayRunner(options).run()
    }

    private func text(_ path: String) throws -> String {
        try String(contentsOfFile: scratch.path + "/" + path, encoding: .utf8)
    }

    private func uids(_ summary: ReplaySummary) -> [String] {
        summary.openFindings.map(\.finding.uid).sorted()
    }

    @Test func `writes every file and leaves none half-written`() throws {
        _ = try replay("out", events: events, baseline: story.baseline)
        let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/out").sorted()
        #expect(
            names == [
                "alerts.jsonl", "coverage.jsonl", "dead-letters.jsonl", "findings.jsonl", "posture.jsonl",
                "remediation-commands.jsonl", "reread-requests.jsonl", "stats.json", "tickets.jsonl",
            ])
    }

    @Test func `sorts posture by control, then by subject`() throws {
        _ = try replay("out", events: events, baseline: story.baseline)
        let keys = try text("out/posture.jsonl").split(separator: "\n").map { line in
            let view = try FlatValue(json: String(line)).view
            return ["control", "kind", "account", "region", "resource"].map { view.member($0)?.string ?? "" }
        }
        #expect(keys.count > 50)
        #expect(keys == keys.sorted { $0.lexicographicallyPrecedes($1) })
    }

    @Test func `folds nothing that happened after its end and counts it`() throws {
        let half = try replay("half", events: events, baseline: story.baseline, until: "2026-03-02T12:00:00Z")
        let whole = try replay("whole", events: events, baseline: story.baseline)
        #expect(half.time == Timestamp(rfc3339: "2026-03-02T12:00:00Z"))
        #expect(half.events == whole.events)
        #expect(half.changingEvents < whole.changingEvents)
        #expect(half.openFindings.allSatisfy { $0.finding.eventTime <= half.time })
        let stats = try FlatValue(json: try text("half/stats.json")).view
        let late = stats.member("events")?.member("irrelevant")?.member("by_reason")?.member("after_end")?.int
        #expect(late ?? 0 >= Int64(whole.changingEvents - half.changingEvents))
    }

    @Test func `goes on from its state as if it had never stopped`() throws {
        let whole = try replay("whole", events: events, baseline: story.baseline)
        let middle = events.count / 2
        _ = try replay("first", events: Array(events[..<middle]), baseline: story.baseline, state: "state")
        let second = try replay("second", events: Array(events[middle...]), state: "state")
        #expect(uids(second) == uids(whole))
        #expect(try text("second/posture.jsonl") == text("whole/posture.jsonl"))
    }

    @Test func `says nothing twice when its events come again`() throws {
        _ = try replay("first", events: events, baseline: story.baseline, state: "state")
        let again = try replay("again", events: events, state: "state")
        #expect(again.changingEvents == 0)
        #expect(try text("again/findings.jsonl").isEmpty)
        #expect(try text("again/posture.jsonl") == text("first/posture.jsonl"))
    }

    @Test func `refuses a damaged state and leaves it as it is`() throws {
        _ = try replay("first", events: events, state: "state")
        let names = try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/state")
        let path = try scratch.path + "/state/" + #require(names.first { $0.hasSuffix(".sst") })
        var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        bytes[bytes.count / 2] ^= 1
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        let failure = #expect(throws: RuntimeFailure.self) {
            try replay("second", events: events, state: "state")
        }
        #expect(failure?.description.contains("replay everything") == true)
        #expect(Array(try Data(contentsOf: URL(fileURLWithPath: path))) == bytes)
    }

    @Test func `does not read its own outputs when they stand among the events`() throws {
        try scratch.write("in/events.jsonl", story.gcpEvents[0])
        for _ in 0..<2 {
            let summary = try ReplayRunner(
                ReplayOptions(events: [scratch.path + "/in"], outputDirectory: scratch.path + "/in/../in/out")
            ).run()
            #expect(summary.files == 1)
        }
    }

    @Test func `counts broken files among the records and keeps the rest`() throws {
        let packed = gzip(
            Array(events.prefix(400).map { String(decoding: $0, as: UTF8.self) + "\n" }.joined().utf8))
        try scratch.write("in/cut.jsonl.gz", Array(packed[..<(packed.count / 2)]))
        try scratch.write("in/random.json", [0xFF, 0x00, 0x7B, 0x0A, 0x80, 0x81])
        try scratch.write("in/good.jsonl", story.gcpEvents[0])
        let summary = try ReplayRunner(
            ReplayOptions(events: [scratch.path + "/in"], outputDirectory: scratch.path + "/out")
        ).run()
        #expect(summary.deadLetters == 3)
        #expect(summary.events > 100)
        let stats = try FlatValue(json: try text("out/stats.json")).view.member("records")
        #expect(stats?.member("malformed")?.int == 3)
        #expect(stats?.member("total")?.int == Int64(summary.records))
    }
}
