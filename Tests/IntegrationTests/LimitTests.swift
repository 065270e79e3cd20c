import Foundation
import KafkaLog
import StoreContract
import Testing

/// What the built `plumbline run` does where something has an end: names, disks.
@Suite(.serialized, .enabled(if: BuiltBinary.path != nil, "the plumbline executable was not built"))
struct LimitTests {
    private static let realClusters = Array(Cluster.all.dropFirst())

    /// The mock fences nobody.
    @Test(
        .enabled(if: Cluster.all.count > 1, "PLUMBLINE_TEST_BROKERS names no cluster"),
        arguments: realClusters)
    func `of two detectors with one name the one that gives up says why, and nothing is said twice`(
        _ cluster: Cluster
    ) throws {
        let station = try Station(cluster)
        let estate = Estate(0..<9)
        let twins = try (0..<2).map { number in
            try station.run(
                "run", variables: ["PLUMBLINE_STATE_DIRECTORY": station.folder.path + "/state-\(number)"])
        }
        #expect(comesTrue { !twins.allSatisfy(\.isRunning) })
        let loser = try #require(twins.first { !$0.isRunning })
        #expect(loser.exitCode(withinSeconds: 5) == 1)
        #expect(loser.errors.contains("PLUMBLINE_INSTANCE"), "\(loser.errors)")
        try station.feed("cloudtrail", estate.openings)
        let findings = try station.read("findings") { Estate.uids($0).count >= 9 }
        #expect(Estate.findings(findings).count == 9)
    }

    /// What is written goes to the disk when half a minute has passed; on a full one the partition is then read back anew.
    @Test(
        .enabled(if: SmallDisk.isPossible, "this process may not mount a disk of its own"),
        arguments: Cluster.all)
    func `a full disk is told, loses nothing, and costs nothing once there is room`(_ cluster: Cluster)
        throws
    {
        let station = try Station(cluster)
        let disk = try #require(SmallDisk(megabytes: 96))
        let detector = try station.run("run", variables: ["PLUMBLINE_STATE_DIRECTORY": disk.path])
        try station.feed("inventory", Estate(0..<18).inventory)
        _ = try station.read("state") { $0.count >= 18 }
        try station.feed("cloudtrail", Estate(0..<9).openings)
        _ = try station.read("findings") { Estate.uids($0).count >= 9 }
        let ballast = try disk.fill()
        let end = Date() + 90
        while !detector.errors.contains("No space left on device"), Date() < end {
            try station.feed("cloudtrail", Estate(0..<9).closings)
            Thread.sleep(forTimeInterval: 1)
        }
        #expect(detector.errors.contains("No space left on device"), "\(detector.errors)")
        try station.feed("cloudtrail", Estate(9..<18).openings)
        // Another half minute on the full disk.
        Thread.sleep(forTimeInterval: 35)
        #expect(detector.isRunning)
        try FileManager.default.removeItem(at: ballast)
        let all = try station.read("findings") {
            Estate.uids($0).count >= 18 && Estate.closed($0).count >= 9
        }
        #expect(Estate.uids(all).count == 18, "\(detector.errors.suffix(3_000))")
        #expect(Estate.closed(all).count == 9)
        // Others tell of the accounts' silence.
        let created = Estate.findings(all).filter { $0.headers["ce_type"] == "plumbline.finding.created" }
        if case .real = cluster { #expect(created.count == 18) }
        detector.terminate()
        #expect(detector.exitCode() == 0, "\(detector.errors.suffix(3_000))")
    }
}
