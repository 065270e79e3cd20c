import Foundation
import Simulation
import WireFormats

/// What came of one seed: what went wrong, or nil, and what the whole log looked like in the end.
struct SeedOutcome {
    let failure: String?
    let digest: UInt64

    init(_ failure: String?, _ cluster: SimulatedCluster, topics: [String]) {
        self.failure = failure
        digest = Digest.of(cluster, topics: topics)
    }

    /// Runs a world of engines to its end; `judge` says what is wrong with what it left.
    init(_ seed: UInt64, _ world: SimulatedWorld, _ judge: (SimulatedCluster) -> String?) {
        let failure = world.run(faultyRounds: 250) ? judge(world.cluster) : "did not catch up"
        self.init(
            failure.map { "seed \(seed): \($0)" }, world.cluster,
            topics: OutputTopic.ofDetector.map(\.rawValue))
    }
}

extension Digest {
    /// Every record of these topics with its place and time, aborted ones too.
    static func of(_ cluster: SimulatedCluster, topics: [String]) -> UInt64 {
        of(
            topics.flatMap { topic in
                (0..<cluster.partitionCount(of: topic)).flatMap { partition in
                    cluster.read(topic, partition, isolation: .uncommitted).records.map { record in
                        Array("\(topic) \(partition) \(record.offset) \(record.milliseconds) ".utf8)
                            + record.key + (record.value ?? [])
                    }
                }
            })
    }
}

/// Which seeds a process runs and where it writes what came of them; `scripts/simulation.py` sets them for two processes
/// that must agree.
private struct SeedPlan {
    static let shared = SeedPlan(ProcessInfo.processInfo.environment)

    /// A chunk has so many times its usual seeds.
    let factor: UInt64
    /// The first seed of the first chunk.
    let first: UInt64
    /// A folder; each chunk writes a file there: its suite's name and a line `seed digest` for each seed.
    let digests: String?

    private init(_ environment: [String: String]) {
        factor = environment["PLUMBLINE_SEED_FACTOR"].flatMap(UInt64.init) ?? 1
        first = environment["PLUMBLINE_FIRST_SEED"].flatMap(UInt64.init) ?? 0
        digests = environment["PLUMBLINE_SEED_DIGESTS"]
    }
}

/// Runs a chunk of consecutive seeds; returns what went wrong, with the seed.
func failures(
    ofChunk chunk: UInt64, _ seedsPerChunk: UInt64, of suite: String, _ run: (UInt64) -> SeedOutcome
) throws -> [String] {
    let plan = SeedPlan.shared
    let count = seedsPerChunk * plan.factor
    let first = plan.first + chunk * count
    var (failures, lines): ([String], String) = ([], "")
    for seed in first..<first + count {
        let outcome = run(seed)
        if let failure = outcome.failure { failures.append(failure) }
        lines += "\(suite) \(seed) \(outcome.digest)\n"
    }
    if let folder = plan.digests {
        try lines.write(toFile: "\(folder)/\(suite)-\(chunk)", atomically: true, encoding: .utf8)
    }
    return failures
}
