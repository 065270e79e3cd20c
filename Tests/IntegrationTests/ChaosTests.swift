import Foundation
import Simulation
import Testing

/// Detectors killed with `kill -9` at random moments, their disks lost now and then: what a reader of committed records
/// sees must be what an undisturbed detector says, each record once.
///
/// `make chaos` runs 200 kills with the release build on the cluster of `PLUMBLINE_TEST_BROKERS`. `PLUMBLINE_CHAOS_KILLS`
/// and `PLUMBLINE_SEED` say how many and which. The mock has no transactions: there only losses can be told.
@Suite(.serialized, .enabled(if: BuiltBinary.path != nil, "the plumbline executable was not built"))
struct ChaosTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let kills = environment["PLUMBLINE_CHAOS_KILLS"].flatMap { Int($0) } ?? 4
    private static let seed = environment["PLUMBLINE_SEED"].flatMap { UInt64($0) } ?? 1
    private static let instances = ["one", "two"]
    private static let topics = ["findings", "remediation-commands"]

    @Test(arguments: Cluster.all)
    func `killed at random moments, detectors say what an undisturbed one says`(_ cluster: Cluster) throws {
        let wanted = try undisturbed(cluster)
        let station = try Station(cluster)
        var random = SeededGenerator(seed: Self.seed)
        var detectors = try Self.instances.map { try start($0, station) }
        try station.feed("inventory", Estate(0..<Self.kills).inventory)
        _ = try station.read("state") { $0.count >= Self.kills }
        for kill in 0..<Self.kills {
            let account = Estate(kill..<kill + 1)
            try station.feed("cloudtrail", account.openings)
            pause(milliseconds: 100 + random.below(2_000))
            if random.chance(permille: 500) { try station.feed("cloudtrail", account.closings) }
            let victim = random.below(detectors.count)
            detectors[victim].kill()
            if random.chance(permille: 200) { station.loseDisk(of: Self.instances[victim]) }
            detectors[victim] = try start(Self.instances[victim], station)
            if kill % 20 == 19 { print("\(kill + 1) kills") }
        }
        // Those that were closed above have been so already: a repeated event changes nothing.
        try station.feed("cloudtrail", Estate(0..<Self.kills).closings)
        let errors = { detectors.map(\.errors).joined() }
        for topic in Self.topics {
            let ids = wanted[topic] ?? []
            let outputs = try station.read(topic, seconds: 180) {
                Set($0.compactMap(\.id)).isSuperset(of: ids)
            }
            let seen = outputs.compactMap(\.id)
            #expect(Set(seen) == Set(ids), "\(topic), seed \(Self.seed): \(errors())")
            if case .real = cluster { #expect(seen.sorted() == ids.sorted(), "\(topic), seed \(Self.seed)") }
        }
        for detector in detectors { detector.terminate() }
        for detector in detectors { #expect(detector.exitCode(withinSeconds: 30) == 0, "\(detector.errors)") }
    }

    /// The event ids of what one detector says that nobody disturbs, by topic.
    private func undisturbed(_ cluster: Cluster) throws -> [String: [String]] {
        let station = try Station(cluster)
        let estate = Estate(0..<Self.kills)
        let detector = try start("one", station)
        try station.feed("inventory", estate.inventory)
        _ = try station.read("state") { $0.count >= Self.kills }
        try station.feed("cloudtrail", estate.openings)
        try station.feed("cloudtrail", estate.closings)
        let findings = try station.read("findings") { Estate.closed($0).count >= Self.kills }
        let commands = try station.read("remediation-commands") { $0.count >= Self.kills }
        detector.terminate()
        try #require(detector.exitCode(withinSeconds: 30) == 0, "\(detector.errors)")
        try #require(Estate.closed(findings).count == Self.kills && commands.count == Self.kills)
        return ["findings": findings.compactMap(\.id), "remediation-commands": commands.compactMap(\.id)]
    }

    private func start(_ instance: String, _ station: Station) throws -> ChildProcess {
        try station.run("run", instance: instance, batchRecords: 3)
    }

    private func pause(milliseconds: Int) { Thread.sleep(forTimeInterval: Double(milliseconds) / 1_000) }
}
