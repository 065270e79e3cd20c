import CloudModel
import DriftEngine
import DriftRuntime
import Foundation
import SchemaSupport

/// A directory for one test with inputs and outputs, gone with it.
final class ReplayFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "plumbline-conformance-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes lines, dealt out to so many files by turns.
    func write(_ name: String, _ lines: [[UInt8]], files: Int = 1) throws -> String {
        let directory = try LineDirectory("\(path)/\(name)")
        for index in 0..<files {
            let part = stride(from: index, to: lines.count, by: files).map { lines[$0] }
            try directory.write("\(index).jsonl", part)
        }
        return directory.path
    }

    /// Replays and gives the outcome under a name of its own.
    func replay(_ name: String, events: [String], baselines: [String] = []) throws -> ReplayOutcome {
        let out = "\(path)/\(name)"
        let summary = try ReplayRunner(
            ReplayOptions(events: events, baselines: baselines, outputDirectory: out)
        ).run()
        return ReplayOutcome(summary: summary, directory: out)
    }
}

/// What a replay left behind.
struct ReplayOutcome {
    var summary: ReplaySummary?
    let directory: String

    func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: "\(directory)/\(name)")))
    }

    /// The uids of the open findings with their status, sorted.
    var openFindings: [String] {
        (summary?.openFindings ?? []).map { "\($0.finding.uid) \($0.finding.status)" }.sorted()
    }

    /// What is wrong with the outputs by their schemas.
    func schemaProblems() throws -> [String] {
        var problems: [String] = []
        for (file, schema) in SchemaFolder.schemaOfFile.sorted(by: { $0.key < $1.key }) {
            let validator = try SchemaValidator(named: schema)
            let bytes = try bytes(file)
            let found = file.hasSuffix(".json") ? validator.validate(bytes) : validator.validateLines(bytes)
            problems += found.map { "\(file): \($0)" }
        }
        return problems
    }
}

/// A shuffle that is the same in every process.
struct SeededShuffle: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
