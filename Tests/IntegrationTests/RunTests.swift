import Foundation
import KafkaLog
import SchemaSupport
import Testing

/// The built `plumbline run`, in a process of its own, against a cluster. On the mock these tests show that
/// nothing is lost; that nothing is doubled needs transactions, which only a real cluster has.
@Suite(.serialized, .enabled(if: BuiltBinary.path != nil, "the plumbline executable was not built"))
struct RunTests {
    @Test(arguments: Cluster.all)
    func `events become findings, alerts and commands that conform to their schemas`(_ cluster: Cluster)
        throws
    {
        let station = try Station(cluster)
        let estate = Estate(0..<20)
        let detector = try station.run("run")
        try station.feed("inventory", estate.inventory)
        _ = try station.read("state") { Estate.known($0).count >= estate.accounts.count }
        try station.feed("cloudtrail", estate.openings)

        let findings = try station.read("findings") { Estate.uids($0).count >= 20 }
        #expect(Estate.uids(findings).count == 20, "\(detector.errors)")
        try conform(findings, to: "finding")
        let alerts = try station.read("alerts") { Estate.uids($0).count >= 20 }
        #expect(Estate.uids(alerts) == Estate.uids(findings))
        try conform(alerts, to: "alert")
        let commands = try station.read("remediation-commands") { $0.count >= 20 }
        #expect(commands.count >= 20)
        #expect(Set(commands.map(\.key)) == Set(estate.accounts.map { "aws:" + $0 }))
        try conform(commands, to: "remediation-command")
        let regions = { (records: [Output]) in
            Set(records.map(\.key).filter { !$0.contains("||") }.map { $0.prefix { $0 != "|" } })
        }
        let coverage = try station.read("coverage") { regions($0).count >= estate.accounts.count }
        #expect(regions(coverage).count == estate.accounts.count, "\(detector.errors)")
        try conform(coverage, to: "coverage")

        detector.terminate()
        #expect(detector.exitCode() == 0, "\(detector.errors)")
    }

    @Test(arguments: Cluster.all)
    func `a detector killed in the middle and started again loses no finding`(_ cluster: Cluster) throws {
        let station = try Station(cluster)
        let (early, late) = (Estate(0..<30), Estate(30..<60))
        try station.feed("inventory", Estate(0..<60).inventory)
        try station.feed("cloudtrail", early.openings)
        // Many small transactions, so that the kill falls among them.
        let first = try station.run("run", batchRecords: 3)
        let some = try station.read("findings") { !Estate.findings($0).isEmpty }
        #expect(!Estate.findings(some).isEmpty, "\(first.errors)")
        first.kill()
        try station.feed("cloudtrail", late.openings)
        let second = try station.run("run")
        let findings = try station.read("findings") { Estate.uids($0).count >= 60 }
        #expect(Estate.uids(findings).count == 60, "\(second.errors)")
        try conform(findings, to: "finding")
        second.terminate()
        #expect(second.exitCode() == 0, "\(second.errors)")
    }

    @Test(arguments: Cluster.all)
    func `a detector that was stopped still knows what it knew and says nothing twice`(_ cluster: Cluster)
        throws
    {
        let station = try Station(cluster)
        let estate = Estate(0..<5)
        try station.feed("inventory", estate.inventory)
        let first = try station.run("run")
        _ = try station.read("state") { Estate.known($0).count >= estate.accounts.count }
        try station.feed("cloudtrail", estate.openings)
        let opened = try station.read("findings") { Estate.uids($0).count >= 5 }
        #expect(Estate.findings(opened).count == 5, "\(first.errors)")
        first.terminate()
        #expect(first.exitCode() == 0, "\(first.errors)")

        let second = try station.run("run")
        try station.feed("cloudtrail", estate.closings)
        let all = try station.read("findings") { Estate.closed($0).count >= 5 }
        #expect(Set(Estate.closed(all).map(\.key)) == Estate.uids(opened), "\(second.errors)")
        #expect(Estate.findings(all).count == 10, "\(second.errors)")
    }

    @Test(arguments: Cluster.all)
    func `bytes that cannot be read become dead letters and stop nothing`(_ cluster: Cluster) throws {
        let station = try Station(cluster)
        let estate = Estate(0..<1)
        try station.feed("cloudtrail", [("aws:111122220000", "{\"eventVersion\":"), ("x", "no event")])
        try station.feed("cloudtrail", estate.openings)
        // An account on a partition that is not its own: written under another account's key.
        try station.feed("cloudtrail", misrouted(estate.accounts[0]))
        let detector = try station.run("run")
        let letters = try station.read("dead-letters") { $0.count >= 3 }
        #expect(letters.count == 3, "\(detector.errors)")
        #expect(letters.contains { $0.text.contains("misrouted") })
        try conform(letters, to: "dead-letter")
        let findings = try station.read("findings") { !Estate.uids($0).isEmpty }
        #expect(Estate.uids(findings).count == 1)
    }

    @Test(arguments: Cluster.all)
    func `two detectors share the partitions, and one takes over what the other leaves`(_ cluster: Cluster)
        throws
    {
        let station = try Station(cluster)
        let first = try station.run("run", instance: "one")
        try station.feed("cloudtrail", Estate(0..<10).openings)
        _ = try station.read("findings") { Estate.uids($0).count >= 10 }
        let second = try station.run("run", instance: "two")
        #expect(comesTrue { second.errors.contains("partitions run") }, "\(second.errors)")
        try station.feed("cloudtrail", Estate(10..<20).openings)
        let shared = try station.read("findings") { Estate.uids($0).count >= 20 }
        #expect(Estate.uids(shared).count == 20, "\(first.errors)\(second.errors)")
        first.kill()
        try station.feed("cloudtrail", Estate(20..<30).openings)
        let all = try station.read("findings") { Estate.uids($0).count >= 30 }
        #expect(Estate.uids(all).count == 30, "\(second.errors)")
        second.terminate()
        #expect(second.exitCode() == 0, "\(second.errors)")
    }

    @Test func `a stop while the brokers are away ends within its bound`() throws {
        let station = try Station()
        let detector = try station.run("run", variables: ["PLUMBLINE_LIMITS_STOP_SECONDS": "5"])
        #expect(comesTrue { detector.errors.contains("partitions run") }, "\(detector.errors)")
        try #require(station.mock).takeDown()
        Thread.sleep(forTimeInterval: 1)
        detector.terminate()
        #expect(detector.exitCode(withinSeconds: 25) != nil, "\(detector.errors)")
    }

    @Test func `brokers that go away and come back cost nothing but time`() throws {
        let station = try Station()
        let mock = try #require(station.mock)
        let detector = try station.run("run")
        try station.feed("cloudtrail", Estate(0..<5).openings)
        _ = try station.read("findings") { Estate.uids($0).count >= 5 }
        try mock.takeDown()
        Thread.sleep(forTimeInterval: 3)
        try mock.bringUp()
        try station.feed("cloudtrail", Estate(5..<10).openings)
        let findings = try station.read("findings") { Estate.uids($0).count >= 10 }
        #expect(Estate.uids(findings).count == 10, "\(detector.errors)")
        #expect(detector.isRunning)
    }

    /// The account's event under a key that leads to another partition.
    private func misrouted(_ account: String) -> [(key: String, value: String)] {
        let count = Int32(Station.partitionCount)
        let home = Partitioner.murmur2(Array("aws:\(account)".utf8), partitionCount: count)
        let other =
            (0...).lazy.map { "other-\($0)" }
            .first { Partitioner.murmur2(Array($0.utf8), partitionCount: count) != home } ?? ""
        return Estate(0..<1).openings.map { (other, $0.value) }
    }

    private func conform(_ outputs: [Output], to schema: String) throws {
        let validator = try SchemaValidator(named: schema)
        for output in outputs {
            #expect(validator.validate(output.value) == [], "\(output.text)")
            #expect(output.headers["ce_specversion"] == "1.0")
            #expect(output.headers["ce_id"]?.isEmpty == false)
            #expect(output.headers["content-type"] == "application/json")
        }
    }
}
