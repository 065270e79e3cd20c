import DriftRuntime
import Foundation
import SchemaSupport
import Simulation
import Testing

/// Published events of three clouds with faults: each is understood or buried, none is lost, none stops a replay.
/// `PLUMBLINE_LONG_TESTS=1` takes 100,000.
@Suite(.enabled(if: PublishedSets.exist, "there are no published events beside the package"))
struct PublishedFuzzTests {
    private static let count =
        ProcessInfo.processInfo.environment["PLUMBLINE_LONG_TESTS"] == "1" ? 100_000 : 3_000

    @Test func `published events with faults are all told of in the replay's numbers`() throws {
        let originals = try PublishedSets.folders.flatMap { try PublishedSets.events($0) }
        try #require(originals.count > 500)
        var generator = SeededGenerator(seed: 31)
        let mutants = (0..<Self.count).map { _ in Self.mutant(of: originals, &generator) }
        let scratch = try ReplayFolder()
        let outcome = try scratch.replay("out", events: [try scratch.write("events", mutants)])
        let summary = try #require(outcome.summary)
        #expect(summary.records == Self.count)
        let letters = try outcome.bytes("dead-letters.jsonl").split(separator: UInt8(ascii: "\n"))
        #expect(letters.count == summary.deadLetters)
        #expect(
            try SchemaValidator(named: "dead-letter").validateLines(outcome.bytes("dead-letters.jsonl")) == []
        )
        // Most are broken JSON; what still is JSON is an event, an inventory or nothing that anybody knows.
        #expect(summary.deadLetters > Self.count / 4 && summary.deadLetters < Self.count)
        #expect(summary.events > Self.count / 20)
    }

    /// One to three faults: a byte changed, a stretch left out or doubled, the beginning of one event and the end of another.
    private static func mutant(of originals: [[UInt8]], _ generator: inout SeededGenerator) -> [UInt8] {
        var bytes = generator.pick(originals)
        for _ in 0...generator.below(3) where !bytes.isEmpty {
            let place = generator.below(bytes.count)
            let end = min(bytes.count, place + 1 + generator.below(60))
            switch generator.below(5) {
            case 0: bytes[place] = UInt8(generator.below(256))
            case 1: bytes.removeSubrange(place..<end)
            case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
            case 3:
                // A number or a name in place of another keeps it JSON.
                if bytes[place] >= 0x30, bytes[place] <= 0x7A { bytes[place] = bytes[place] ^ 1 }
            default:
                let other = generator.pick(originals)
                bytes = Array(bytes[..<place] + other[generator.below(max(other.count, 1))...])
            }
        }
        // A line feed would make two records of it, and an empty line none.
        let line = bytes.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
        return line.contains { $0 != 0x20 && $0 != 0x09 } ? line : [0x7B]
    }
}
