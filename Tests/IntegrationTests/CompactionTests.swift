import Foundation
import KafkaLog
import Testing

/// What is left of the topic of the state once the broker's cleaner was there. Only a real cluster has one.
@Suite(
    .serialized,
    .enabled(
        if: BuiltBinary.path != nil && Cluster.named != nil,
        "the plumbline executable was not built, or PLUMBLINE_TEST_BROKERS names no cluster"))
struct CompactionTests {
    /// The cleaner takes everything but the newest segment, and deletions at its second visit.
    private static let eager = [
        "cleanup.policy": "compact", "segment.ms": "1000", "min.cleanable.dirty.ratio": "0.001",
        "min.compaction.lag.ms": "0", "max.compaction.lag.ms": "1000", "delete.retention.ms": "1",
    ]
    private static let estate = Estate(0..<12)
    private static let rounds = 6

    /// Each group is opened and closed again in each round, at times of its own.
    private static func round(_ number: Int) -> [(key: String, value: String)] {
        (estate.openings + estate.closings).map { key, value in
            let text = value.replacing("2026-02-02T0", with: "2026-02-0\(number + 2)T0")
            return (key, text.replacing("Ingress-", with: "Ingress-\(number)-"))
        }
    }

    /// A record of the topic of the state.
    private struct Entry: Hashable {
        let place: String
        let key: [UInt8]
        let isDeletion: Bool
    }

    private func entries(of station: Station) throws -> [Entry] {
        let consumer = try Consumer(
            KafkaSettings([("bootstrap.servers", station.brokers), ("fetch.wait.max.ms", "10")]),
            groupID: "readers")
        let partitions = (0..<Station.partitionCount).map {
            TopicPartition(station.topic("state"), Int32($0))
        }
        try consumer.assign(partitions.map { ($0, .beginning) })
        var (entries, ends) = ([Entry](), Set<TopicPartition>())
        let limit = Date() + 30
        while ends.count < partitions.count, Date() < limit {
            let events = consumer.poll(maximumCount: 1_000, timeoutMilliseconds: 50) { batch in
                batch.forEach {
                    let place = "\($0.partition)@\($0.offset)"
                    entries.append(
                        Entry(
                            place: place, key: [UInt8($0.partition)] + ($0.key ?? []),
                            isDeletion: $0.value == nil))
                }
            }
            for case .partitionEnd(let partition, _) in events { ends.insert(partition) }
        }
        return entries
    }

    /// What a restore does not need: records that were overwritten, and deletions.
    private func superseded(_ entries: [Entry]) -> Set<Entry> {
        var newest: [[UInt8]: Entry] = [:]
        for entry in entries { newest[entry.key] = entry }
        return Set(entries.filter { $0.isDeletion || newest[$0.key] != $0 })
    }

    /// Waits until the cleaner has taken all that was superseded; new accounts come meanwhile, so that segments end.
    private func awaitCleaning(_ station: Station) throws -> [(key: String, value: String)] {
        let old = superseded(try entries(of: station))
        #expect(old.count > 100)
        let deletions = old.count { $0.isDeletion }
        #expect(deletions > 0, "the state has no deletions")
        var (fed, left) = ([(key: String, value: String)](), old)
        for number in 0..<120 where !left.isEmpty {
            let account = Estate(1_000 + number..<1_003 + number).inventory
            try station.feed("inventory", account)
            fed += account
            Thread.sleep(forTimeInterval: 1)
            left.formIntersection(try entries(of: station))
        }
        #expect(left.isEmpty, "the cleaner left \(left.count) of \(old.count) superseded records")
        return fed
    }

    /// Leaves controls in the state that the next detector does not have, so that it deletes them.
    private func runWithMoreControls(_ station: Station) throws {
        try station.setSecondLevel(true)
        let detector = try station.run("run")
        try station.feed("inventory", Estate(900..<906).inventory)
        _ = try station.read("state") { records in Set(records.map(\.key)).count > 100 }
        detector.terminate()
        #expect(detector.exitCode() == 0, "\(detector.errors)")
        try station.setSecondLevel(false)
    }

    private func ids(_ station: Station, _ topic: String, seconds: Double, count: Int) throws -> [String] {
        try station.read(topic, seconds: seconds) { $0.compactMap(\.id).count >= count }.compactMap(\.id)
            .sorted()
    }

    @Test func `a state whose superseded records and deletions the broker has removed is read back whole`()
        throws
    {
        let station = try Station(#require(Cluster.named), stateConfiguration: Self.eager)
        try runWithMoreControls(station)
        let first = try station.run("run", batchRecords: 5)
        try station.feed("inventory", Self.estate.inventory)
        _ = try station.read("state") { $0.count >= Self.estate.accounts.count }
        for number in 0..<Self.rounds { try station.feed("cloudtrail", Self.round(number)) }
        let wanted = Self.estate.accounts.count * Self.rounds
        let early = try station.read("findings") { Estate.closed($0).count >= wanted }
        #expect(Estate.closed(early).count == wanted, "\(first.errors)")
        let others = try awaitCleaning(station)
        first.terminate()
        #expect(first.exitCode() == 0, "\(first.errors)")

        station.loseDisk(of: "one")
        let second = try station.run("run", batchRecords: 5)
        // What was said is known: it says nothing again. Then all goes on.
        for number in 0...Self.rounds { try station.feed("cloudtrail", Self.round(number)) }
        let late = try station.read("findings") {
            Estate.closed($0).count > wanted + Self.estate.accounts.count - 1
        }
        #expect(Estate.closed(late).count == wanted + Self.estate.accounts.count, "\(second.errors)")

        let calm = try Station(#require(Cluster.named))
        try runWithMoreControls(calm)
        let third = try calm.run("run", batchRecords: 5)
        try calm.feed("inventory", Self.estate.inventory)
        _ = try calm.read("state") { $0.count >= Self.estate.accounts.count }
        try calm.feed("inventory", others)
        for number in 0...Self.rounds { try calm.feed("cloudtrail", Self.round(number)) }
        let all = try calm.read("findings") { Estate.closed($0).count >= Estate.closed(late).count }
        for topic in ["findings", "remediation-commands", "alerts", "tickets"] {
            let said = try ids(calm, topic, seconds: 2, count: .max)
            #expect(try ids(station, topic, seconds: 2, count: said.count + 1) == said, "\(topic)")
        }
        #expect(Estate.closed(all).count == Estate.closed(late).count, "\(third.errors)")
        for detector in [second, third] {
            detector.terminate()
            #expect(detector.exitCode() == 0, "\(detector.errors)")
        }
    }
}
