import Foundation
import Testing

@testable import KafkaLog

/// A partition with very many waiting records and others with few.
extension ClusterSuite {
    @Suite struct FairnessTests {
        private let cluster: MockCluster
        private let hot = TopicPartition("t", 0)
        private let quiet = TopicPartition("t", 1)

        init() throws {
            cluster = try MockCluster()
            try cluster.createTopic("t", partitionCount: 2)
        }

        private func write(_ count: Int, to partition: TopicPartition, bytes: Int) throws {
            // The mock cluster hands out whole batches, whatever a fetch asks for.
            let producer = try Producer(cluster.settings(("batch.num.messages", "10")))
            let value = [UInt8](repeating: 7, count: bytes)
            for _ in 0..<count {
                try producer.produce(
                    ProducerRecord(topic: partition.topic, partition: partition.partition, value: value))
            }
            _ = try producer.flush(timeoutMilliseconds: 20_000)
        }

        private func reader(
            _ more: (name: String, value: String)..., of partitions: [TopicPartition]? = nil
        ) throws -> Consumer {
            var settings = try cluster.settings()
            for (name, value) in more { settings = try settings.setting(name, value) }
            let consumer = try Consumer(settings, groupID: "readers")
            try consumer.assign((partitions ?? [hot, quiet]).map { ($0, .beginning) })
            return consumer
        }

        @Test
        func `the few records of a partition come in the next batches although another has 20,000 that wait`()
            throws
        {
            try write(20_000, to: hot, bytes: 150)
            let consumer = try reader()
            #expect(consumer.read(1).count >= 1)
            // What the brokers have of the hot partition is fetched meanwhile.
            Thread.sleep(forTimeInterval: 0.5)
            try write(10, to: quiet, bytes: 150)
            Thread.sleep(forTimeInterval: 0.5)
            var (before, found) = (0, 0)
            for _ in 0..<200 where found < 10 {
                _ = consumer.poll(maximumCount: 100, timeoutMilliseconds: 50) { batch in
                    batch.forEach { if $0.partition == quiet.partition { found += 1 } else { before += 1 } }
                }
            }
            #expect(found == 10)
            #expect(before <= 200, "\(before) records of the hot partition came first")
        }

        @Test func `a batch has as many records of each partition as of the others, if all have enough`()
            throws
        {
            for partition in [hot, quiet] { try write(1_000, to: partition, bytes: 10) }
            let consumer = try reader()
            let first = consumer.read(1).count
            Thread.sleep(forTimeInterval: 0.3)
            var counts: [Int32: Int] = [:]
            _ = consumer.poll(maximumCount: 100, timeoutMilliseconds: 50) { batch in
                batch.forEach { counts[$0.partition, default: 0] += 1 }
            }
            #expect(first <= 100)
            #expect(counts == [0: 50, 1: 50])
        }

        /// Four megabytes wait for a reader with room for one.
        @Test
        func
            `what waits stays within the budget, a quiet partition is fetched all the while, and nothing is lost`()
            throws
        {
            try write(2_000, to: hot, bytes: 2_000)
            let producer = try Producer(cluster.settings(("linger.ms", "0")))
            try producer.produce(ProducerRecord(topic: "t", partition: 1, value: [1]))
            _ = try producer.flush(timeoutMilliseconds: 10_000)
            let consumer = try reader(
                ("queued.max.messages.kbytes", "1024"), ("fetch.message.max.bytes", "16384"))
            var (hots, quiets, delays) = ([Int64](), [Int64](), [Int]())
            var (written, writtenAfter) = (1, 0)
            let end = Date() + 60
            while hots.count < 2_000, Date() < end {
                if hots.count >= 150 * written, quiets.count == written {
                    try producer.produce(ProducerRecord(topic: "t", partition: 1, value: [1]))
                    (written, writtenAfter) = (written + 1, hots.count)
                }
                _ = consumer.poll(maximumCount: 10, timeoutMilliseconds: 100) { batch in
                    batch.forEach {
                        if $0.partition == 0 { hots.append($0.offset) } else { quiets.append($0.offset) }
                    }
                    Thread.sleep(forTimeInterval: 0.01)
                }
                // More than the budget may only be what one look found in the library's queue.
                #expect(consumer.fetched.byteCount <= 2 << 20)
                if quiets.count == written, writtenAfter > 0 {
                    delays.append(hots.count - writtenAfter)
                    writtenAfter = 0
                }
            }
            #expect(hots == Array(0..<2_000))
            #expect(delays.count >= 5)
            let usual = delays.sorted()[delays.count / 2]
            #expect(usual < 100, "a quiet partition's record comes after \(usual) of the hot one")
        }

        @Test func `the end of a partition is told after its last record`() throws {
            for partition in [hot, quiet] { try write(40, to: partition, bytes: 10) }
            let consumer = try reader()
            var (lent, ends) = ([TopicPartition: Int64](), Set<TopicPartition>())
            for _ in 0..<400 where ends.count < 2 {
                let events = consumer.poll(maximumCount: 7, timeoutMilliseconds: 50) { batch in
                    batch.forEach { lent[TopicPartition($0.topic, $0.partition)] = $0.offset + 1 }
                }
                for case .partitionEnd(let partition, let offset) in events {
                    #expect(lent[partition] == offset)
                    ends.insert(partition)
                }
            }
            #expect(ends.count == 2)
        }

        @Test
        func `a position counts what was lent, and reading goes on from there after another assignment`()
            throws
        {
            for partition in [hot, quiet] { try write(40, to: partition, bytes: 10) }
            let consumer = try reader()
            var (offsets, starts) = ([Int32: [Int64]](), [TopicPartition: Int64]())
            for _ in 0..<400 where offsets.values.map(\.count).reduce(0, +) < 80 {
                _ = consumer.poll(maximumCount: 7, timeoutMilliseconds: 50) { batch in
                    batch.forEach { offsets[$0.partition, default: []].append($0.offset) }
                }
                // Nothing is known of a partition of which nothing came since it was assigned.
                starts.merge(try consumer.positions([hot, quiet])) { $1 }
                for partition in [hot, quiet] {
                    guard let last = offsets[partition.partition]?.last else { continue }
                    #expect(starts[partition] == last + 1)
                }
                try consumer.assign([hot, quiet].map { ($0, starts[$0].map { .at($0) } ?? .beginning) })
            }
            #expect(offsets == [0: Array(0..<40), 1: Array(0..<40)])
        }

        @Test func `a partition goes where it is sought although records of it wait`() throws {
            for partition in [hot, quiet] { try write(40, to: partition, bytes: 10) }
            let consumer = try reader()
            #expect(consumer.pollUntil(maximumCount: 4) { $0.records.count >= 4 }.records.count == 4)
            Thread.sleep(forTimeInterval: 0.3)
            _ = consumer.poll(maximumCount: 2, timeoutMilliseconds: 50) { _ in }
            try consumer.seek([PartitionOffset(hot, 30)], timeoutMilliseconds: 5_000)
            let rest = consumer.pollUntil { $0.records.count >= 40 }.records
            #expect(rest.filter { $0.partition == hot }.map(\.offset) == Array(30..<40))
            #expect(rest.filter { $0.partition == quiet }.map(\.offset).last == 39)
        }

        @Test func `a paused partition hands out nothing that waits, and all of it when it is resumed`()
            throws
        {
            for partition in [hot, quiet] { try write(40, to: partition, bytes: 10) }
            let consumer = try reader()
            var early = consumer.read(1)
            Thread.sleep(forTimeInterval: 0.3)
            _ = consumer.poll(maximumCount: 2, timeoutMilliseconds: 50) { batch in
                batch.forEach { early.append(CopiedRecord($0)) }
            }
            try consumer.pause([hot])
            let paused = consumer.pollUntil(milliseconds: 500) { _ in false }.records
            #expect(paused.allSatisfy { $0.partition == quiet })
            try consumer.resume([hot])
            let late = consumer.pollUntil { early.count + paused.count + $0.records.count >= 80 }.records
            let all = (early + paused + late).filter { $0.partition == hot }
            #expect(all.map(\.offset) == Array(0..<40))
        }
    }
}
