import Foundation
import KafkaLog
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
        let end = Date() + 60
        while twins.allSatisfy(\.isRunning), Date() < end { Thread.sleep(forTimeInterval: 0.2) }
        let loser = try #require(twins.first { !$0.isRunning })
        #expect(loser.exitCode(withinSeconds: 5) == 1)
        #expect(loser.errors.contains("PLUMBLINE_INSTANCE"), "\(loser.errors)")
        try station.feed("cloudtrail", estate.openings)
        let findings = try station.read("findings") { Estate.uids($0).count >= 9 }
        #expect(Estate.findings(findings).count == 9)
    }
}
