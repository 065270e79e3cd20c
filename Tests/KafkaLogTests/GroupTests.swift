import KafkaLog
import Testing

extension ClusterSuite {
    @Suite struct GroupTests {
        private let all = (0..<4).map { TopicPartition("t", $0) }

        @Test func `two members share the partitions and the rest goes to the one that stays`() throws {
            let cluster = try MockCluster()
            try cluster.createTopic("t", partitionCount: 4)
            let first = try Consumer(
                cluster.settings(("session.timeout.ms", "6000"), ("heartbeat.interval.ms", "300")),
                groupID: "g")
            try first.subscribe(["t"])
            let joined = first.pollUntil { $0.events.contains(.assigned(all)) }
            #expect(joined.events.contains(.assigned(all)))
            #expect(first.assignment == all)

            let second = try Consumer(
                cluster.settings(("session.timeout.ms", "6000"), ("heartbeat.interval.ms", "300")),
                groupID: "g")
            try second.subscribe(["t"])
            var events: [ConsumerEvent] = []
            let end = ContinuousClock.now + .seconds(40)
            while second.assignment.isEmpty || first.assignment.count != 2, ContinuousClock.now < end {
                let news = first.poll(maximumCount: 10, timeoutMilliseconds: 50) { _ in }
                if news.contains(.revoked(all)) { #expect(first.assignment == all) }
                events += news
                _ = second.poll(maximumCount: 10, timeoutMilliseconds: 50) { _ in }
            }
            #expect(events.contains(.revoked(all)))
            #expect(first.assignment.count == 2)
            #expect((first.assignment + second.assignment).sorted() == all)

            second.close()
            #expect(second.assignment.isEmpty)
            _ = first.pollUntil(milliseconds: 40_000) { $0.events.contains(.assigned(all)) }
            #expect(first.assignment == all)
        }

        @Test func `a member that starts paused reads nothing until told where`() throws {
            let cluster = try MockCluster()
            try cluster.createTopic("t", partitionCount: 1)
            try cluster.write(["a", "b", "c"], to: "t")
            let partition = TopicPartition("t", 0)
            let consumer = try Consumer(cluster.settings(), groupID: "g")
            try consumer.subscribe(["t"], startingAt: .beginning, paused: true)
            let joined = consumer.pollUntil { $0.events.contains(.assigned([partition])) }
            #expect(joined.events.contains(.assigned([partition])))
            #expect(consumer.pollUntil(milliseconds: 2_000) { !$0.records.isEmpty }.records.isEmpty)
            try consumer.seek([PartitionOffset(partition, 1)], timeoutMilliseconds: 5_000)
            try consumer.resume([partition])
            #expect(consumer.read(2).map(\.text) == ["b", "c"])
        }

        @Test func `a member that starts at the end reads only what comes later`() throws {
            let cluster = try MockCluster()
            try cluster.createTopic("t", partitionCount: 1)
            try cluster.write(["a", "b", "c"], to: "t")
            let consumer = try Consumer(cluster.settings(), groupID: "g")
            try consumer.subscribe(["t"], startingAt: .end)
            let end = ConsumerEvent.partitionEnd(TopicPartition("t", 0), offset: 3)
            #expect(consumer.pollUntil { $0.events.contains(end) }.records.isEmpty)
            try cluster.write(["d"], to: "t")
            #expect(consumer.read(1).map(\.text) == ["d"])
        }

        @Test func `a new member goes on at the committed offset`() throws {
            let cluster = try MockCluster()
            try cluster.createTopic("t", partitionCount: 1)
            try cluster.write(["a", "b", "c"], to: "t")
            let committer = try cluster.reader(of: "t")
            try committer.commit([PartitionOffset(TopicPartition("t", 0), 2)])
            committer.close()
            let consumer = try Consumer(cluster.settings(), groupID: "readers")
            try consumer.subscribe(["t"])
            #expect(consumer.read(1).map(\.text) == ["c"])
        }
    }
}
