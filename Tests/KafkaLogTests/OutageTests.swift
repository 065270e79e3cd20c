import KafkaLog
import Testing

extension ClusterSuite {
    @Suite struct OutageTests {
        @Test func `starting transactions without brokers fails in time and says that they are down`() throws
        {
            let cluster = try MockCluster()
            try cluster.takeDown()
            let producer = try TransactionalProducer(cluster.settings(), transactionalID: "w")
            let start = ContinuousClock.now
            let error = try #require(throws: KafkaError.self) {
                try producer.initTransactions(timeoutMilliseconds: 1_500)
            }
            #expect(start.duration(to: .now) < .seconds(4))
            #expect(error.recovery == .retry)
            #expect(error.message.contains("init transactions"))
            #expect(error.message.contains("last broker error"))
        }

        @Test func `a transaction that met an outage commits after it`() throws {
            let cluster = try MockCluster()
            let settings = try cluster.settings(("reconnect.backoff.max.ms", "100"))
            let producer = try TransactionalProducer(settings, transactionalID: "w")
            try producer.initTransactions(timeoutMilliseconds: 10_000)
            try producer.begin()
            try cluster.takeDown()
            try producer.produce(ProducerRecord(topic: "t", partition: 0, value: [1]))
            let error = try #require(throws: KafkaError.self) {
                _ = try producer.commit(timeoutMilliseconds: 500)
            }
            #expect(error.recovery == .retry)
            try cluster.bringUp()
            #expect(try producer.commit(timeoutMilliseconds: 15_000).count == 1)
        }

        @Test func `asking for offsets without brokers fails in time`() throws {
            let cluster = try MockCluster()
            let consumer = try cluster.reader(of: "t")
            try cluster.takeDown()
            let error = try #require(throws: KafkaError.self) {
                _ = try consumer.watermarks(TopicPartition("t", 0), timeoutMilliseconds: 500)
            }
            #expect(error.isRetriable)
            #expect(throws: KafkaError.self) {
                _ = try consumer.committed([TopicPartition("t", 0)], timeoutMilliseconds: 500)
            }
        }

        @Test func `asking for the ends of a partition that has no leader yet waits until it has one`() throws
        {
            let cluster = try MockCluster()
            try cluster.write(["a"], to: "t")
            let consumer = try cluster.reader(of: "t")
            #expect(consumer.read(1).count == 1)
            cluster.fail(next: .listOffsets, with: Array(repeating: .notLeader, count: 3))
            #expect(try consumer.watermarks(TopicPartition("t", 0), timeoutMilliseconds: 10_000) == 0..<1)
            cluster.fail(next: .listOffsets, with: Array(repeating: .notLeader, count: 1_000))
            let error = try #require(throws: KafkaError.self) {
                _ = try consumer.watermarks(TopicPartition("t", 0), timeoutMilliseconds: 500)
            }
            #expect(error.isRetriable)
        }

        @Test func `a consumer tells of an outage and reads on after it`() throws {
            let cluster = try MockCluster()
            try cluster.write(["a"], to: "t")
            let settings = try cluster.settings(("reconnect.backoff.max.ms", "100"))
            let consumer = try Consumer(settings, groupID: "g")
            try consumer.assign([(TopicPartition("t", 0), .beginning)])
            #expect(consumer.read(1).count == 1)
            try cluster.takeDown()
            let polled = consumer.pollUntil { $0.events.contains(where: \.isOutage) }
            let isTold = polled.events.contains { $0.isOutage }
            #expect(isTold)
            try cluster.bringUp()
            try cluster.write(["b"], to: "t")
            #expect(consumer.read(1).map(\.text) == ["b"])
        }

        @Test func `a flush without brokers fails in time and names the number of records`() throws {
            let cluster = try MockCluster()
            let producer = try Producer(cluster.settings())
            try cluster.takeDown()
            try producer.produce(ProducerRecord(topic: "t", value: [1]))
            let error = try #require(throws: KafkaError.self) {
                try producer.flush(timeoutMilliseconds: 500)
            }
            #expect(error.message.contains("1 records"))
        }
    }
}

extension ConsumerEvent {
    fileprivate var isOutage: Bool {
        guard case .error(let error) = self else { return false }
        return error.code == .allBrokersDown || error.code == .transport
    }
}
