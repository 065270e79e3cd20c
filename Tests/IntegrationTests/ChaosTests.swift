import Foundation
import Simulation
import Testing

/// Detectors killed with `kill -9` at random moments, their disks lost now and then: what a reader of committed records
/// sees must be what an undisturbed detector says, each record once.
///
/// `make chaos` runs 200 kills with the release build on the cluster of `PLUMBLINE_TEST_BROKERS`. `PLUMBLINE_CHAOS_KILLS`
/// and `PLUMBLINE_SEED` say how many and which. The mock has no transactions, so a batch half written there is seen by
/// all, its state without its findings too: there the detectors deliver at least once, and only losses can be told.
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
        var detectors = try Self.instances.map { try start($0, station, cluster) }
        try station.feed("inventory", Estate(0..<Self.kills).inventory)
        _ = try station.read("state") { Estate.known($0).count >= Self.kills }
        for kill in 0..<Self.kills {
            let account = Estate(kill..<kill + 1)
            try station.feed("cloudtrail", account.openings)
            pause(milliseconds: 100 + random.below(2_000))
            if random.chance(permille: 500) { try station.feed("cloudtrail", account.closings) }
            let victim = random.below(detectors.count)
            detectors[victim].kill()
            if random.chance(permille: 200) { station.loseDisk(of: Self.instances[victim]) }
            detectors[victim] = try start(Self.instances[victim], station, cluster)
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
            let place = "\(topic), seed \(Self.seed)"
            #expect(Set(ids).subtracting(seen) == [], "lost of \(place): \(errors())")
            let invented = outputs.filter { $0.id.map { !ids.contains($0) } ?? true }
            #expect(invented.map(\.text) == [], "invented in \(place): \(errors())")
            if case .real = cluster { #expect(seen.sorted() == ids.sorted(), "repeated in \(place)") }
        }
        for detector in detectors { detector.terminate() }
        for detector in detectors { #expect(detector.exitCode() == 0, "\(detector.errors)") }
    }

    /// The event ids of what one detector says that nobody disturbs, by topic.
    private func undisturbed(_ cluster: Cluster) throws -> [String: [String]] {
        let station = try Station(cluster)
        let estate = Estate(0..<Self.kills)
        let detector = try start("one", station, cluster)
        try station.feed("inventory", estate.inventory)
        _ = try station.read("state") { Estate.known($0).count >= Self.kills }
        try station.feed("cloudtrail", estate.openings)
        try station.feed("cloudtrail", estate.closings)
        let findings = try station.read("findings") { Estate.closed($0).count >= Self.kills }
        let commands = try station.read("remediation-commands") { $0.count >= Self.kills }
        detector.terminate()
        try #require(detector.exitCode() == 0, "\(detector.errors)")
        try #require(Estate.closed(findings).count == Self.kills && commands.count == Self.kills)
        return ["findings": findings.compactMap(\.id), "remediation-commands": commands.compactMap(\.id)]
    }

    private func start(_ instance: String, _ station: Station, _ cluster: Cluster) throws -> ChildProcess {
        let delivery = if case .mock = cluster { "at-least-once" } else { "exactly-once" }
        return try station.run(
            "run", instance: instance, batchRecords: 3, variables: ["PLUMBLINE_DELIVERY": delivery])
    }

    private func pause(milliseconds: Int) { Thread.sleep(forTimeInterval: Double(milliseconds) / 1_000) }
}
