import Glibc
import KafkaLog
import Testing

/// The address of a real cluster, if the environment names one.
private let brokers = unsafe getenv("PLUMBLINE_TEST_BROKERS").map { unsafe String(cString: $0) } ?? ""

extension ClusterSuite {
    /// What only a real broker promises; each test makes topics and ids of its own.
    @Suite(.enabled(if: !brokers.isEmpty, "PLUMBLINE_TEST_BROKERS names no cluster"))
    struct BrokerTests {
        private let name = "plumbline-test-\(UInt64.random(in: 0 ... .max))"
        private var partition: TopicPartition { TopicPartition(name, 0) }

        private func settings() throws -> KafkaSettings {
            try KafkaSettings([("bootstrap.servers", brokers)])
        }

        private func createTopic() throws {
            let plan = TopicPlan(name, partitionCount: 3, configuration: ["cleanup.policy": "compact"])
            let outcomes = try KafkaAdmin(settings()).createTopics([plan], timeoutMilliseconds: 15_000)
            #expect(outcomes == [name: .created])
        }

        private func producer() throws -> TransactionalProducer {
            let producer = try TransactionalProducer(settings(), transactionalID: name)
            try producer.initTransactions(timeoutMilliseconds: 30_000)
            return producer
        }

        private func record(_ text: String) -> ProducerRecord {
            ProducerRecord(topic: name, partition: 0, key: [1], value: Array(text.utf8))
        }

        private func reader() throws -> Consumer {
            let consumer = try Consumer(settings(), groupID: name)
            try consumer.assign([(partition, .beginning)])
            return consumer
        }

        @Test func `a topic is created once and then existed, with its partition count`() throws {
            try createTopic()
            let admin = try KafkaAdmin(settings())
            let plan = TopicPlan(name, partitionCount: 3)
            #expect(try admin.createTopics([plan], timeoutMilliseconds: 15_000) == [name: .existed])
            #expect(try admin.partitionCounts(timeoutMilliseconds: 15_000)[name] == 3)
        }

        @Test func `aborted records stay invisible and the position reaches the end all the same`() throws {
            try createTopic()
            let producer = try producer()
            for (text, commits) in [("a", true), ("b", false), ("c", true), ("d", false)] {
                try producer.begin()
                try producer.produce(record(text))
                if commits {
                    _ = try producer.commit(timeoutMilliseconds: 15_000)
                } else {
                    try producer.abort(timeoutMilliseconds: 15_000)
                }
            }
            let consumer = try reader()
            let polled = consumer.pollUntil { _ in
                let end = try? consumer.watermarks(partition, timeoutMilliseconds: 15_000).upperBound
                return end.map { [partition: $0] } == (try? consumer.positions([partition]))
            }
            #expect(polled.records.map(\.text) == ["a", "c"])
        }

        @Test func `offsets count if their transaction commits, and only then`() throws {
            try createTopic()
            let producer = try producer()
            let consumer = try reader()
            for (offset, commits) in [(41, true), (9_000_000_000, false)] as [(Int64, Bool)] {
                try producer.begin()
                try producer.produce(record("x"))
                try producer.sendOffsets(
                    [PartitionOffset(partition, offset)], of: consumer, timeoutMilliseconds: 15_000)
                if commits {
                    _ = try producer.commit(timeoutMilliseconds: 15_000)
                } else {
                    try producer.abort(timeoutMilliseconds: 15_000)
                }
                #expect(try consumer.committed([partition], timeoutMilliseconds: 15_000) == [partition: 41])
            }
        }

        @Test func `a successor fences its predecessor and ends the transaction left open`() throws {
            try createTopic()
            let predecessor = try producer()
            try predecessor.begin()
            try predecessor.produce(record("lost"))
            let successor = try producer()
            let error = try #require(throws: KafkaError.self) {
                _ = try predecessor.commit(timeoutMilliseconds: 15_000)
            }
            #expect(error.recovery == .fatal)
            try successor.begin()
            try successor.produce(record("kept"))
            _ = try successor.commit(timeoutMilliseconds: 15_000)
            #expect(try reader().read(1).map(\.text) == ["kept"])
        }
    }
}
