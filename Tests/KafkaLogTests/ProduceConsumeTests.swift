import KafkaLog
import Testing

extension ClusterSuite {
    @Suite struct ProduceConsumeTests {
        @Test func `a record comes back with its key, value, headers and time`() throws {
            let cluster = try MockCluster()
            let producer = try Producer(cluster.settings())
            let headers = [
                KafkaHeader("ce_id", Array("1".utf8)), KafkaHeader("ce_id", []), KafkaHeader("none", nil),
            ]
            try producer.produce(
                ProducerRecord(
                    topic: "t", partition: 0, key: [0, 255], value: [1, 2, 3], headers: headers,
                    timestampMilliseconds: 1_700_000_000_123))
            let written = try producer.flush(timeoutMilliseconds: 10_000)
            #expect(written == [PartitionOffset(TopicPartition("t", 0), 0)])
            let record = try #require(try cluster.reader(of: "t").read(1).first)
            #expect(record.partition == TopicPartition("t", 0))
            #expect(record.offset == 0)
            #expect(record.key == [0, 255])
            #expect(record.value == [1, 2, 3])
            #expect(record.headers == headers)
            #expect(record.timestampMilliseconds == 1_700_000_000_123)
        }

        @Test func `the first record to a topic that was learnt does not wait for its partitions`() throws {
            let cluster = try MockCluster()
            let topics = (0..<12).map { "never-written-\($0)" }
            for topic in topics { try cluster.createTopic(topic, partitionCount: 2) }
            let producer = try Producer(cluster.settings())
            try producer.learn(topics, timeoutMilliseconds: 10_000)
            let start = ContinuousClock.now
            for topic in topics {
                try producer.produce(ProducerRecord(topic: topic, key: [1], value: []))
                try producer.flush(timeoutMilliseconds: 10_000)
            }
            // Each of them would wait for a round of its own, and the rounds come once a second.
            #expect(ContinuousClock.now - start < .seconds(6))
        }

        @Test func `null and empty stay apart`() throws {
            let cluster = try MockCluster()
            let producer = try Producer(cluster.settings())
            try producer.produce(ProducerRecord(topic: "t", partition: 0, key: nil, value: []))
            try producer.produce(ProducerRecord(topic: "t", partition: 0, key: [], value: nil))
            try producer.flush(timeoutMilliseconds: 10_000)
            let records = try cluster.reader(of: "t").read(2)
            #expect(records.map(\.key) == [nil, []])
            #expect(records.map(\.value) == [[], nil])
        }

        @Test func `a key goes to the partition that murmur2 names`() throws {
            let cluster = try MockCluster()
            try cluster.createTopic("keyed", partitionCount: 7)
            let producer = try Producer(cluster.settings())
            for number in 0..<20 {
                let key = Array("aws:\(number)".utf8)
                try producer.produce(ProducerRecord(topic: "keyed", key: key, value: []))
                let written = try producer.flush(timeoutMilliseconds: 10_000)
                let expected = Partitioner.murmur2(key, partitionCount: 7)
                #expect(written.map(\.partition.partition) == [expected])
            }
        }

        @Test func `a batch lends many records in order and no more than asked for`() throws {
            let cluster = try MockCluster()
            try cluster.write((0..<500).map { "\($0)" }, to: "t")
            let consumer = try cluster.reader(of: "t")
            var lent: [Int] = []
            var counts: [Int] = []
            while lent.count < 500, counts.count < 5_000 {
                _ = consumer.poll(maximumCount: 64, timeoutMilliseconds: 1_000) { batch in
                    counts.append(batch.count)
                    for index in 0..<batch.count {
                        batch.withMessage(at: index) { message in
                            let number = message.withValue { span in
                                (0..<span.count).reduce(0) { $0 * 10 + Int(span[$1]) - 48 }
                            }
                            lent.append(number ?? -1)
                        }
                    }
                }
            }
            #expect(lent == Array(0..<500))
            #expect(counts.max() == 64)
        }

        @Test func `the end of a partition is told with its offset`() throws {
            let cluster = try MockCluster()
            try cluster.write(["a", "b"], to: "t")
            let end = ConsumerEvent.partitionEnd(TopicPartition("t", 0), offset: 2)
            let polled = try cluster.reader(of: "t").pollUntil { $0.events.contains(end) }
            #expect(polled.records.count == 2)
            #expect(polled.events.contains(end))
        }

        @Test func `an error thrown by the closure comes out and events stay for the next poll`() throws {
            struct Stop: Error {}
            let cluster = try MockCluster()
            try cluster.write(["a"], to: "t")
            let consumer = try cluster.reader(of: "t")
            #expect(throws: Stop.self) {
                for _ in 0..<100 {
                    _ = try consumer.poll(maximumCount: 10, timeoutMilliseconds: 200) { _ throws(Stop) in
                        throw Stop()
                    }
                }
            }
            let end = ConsumerEvent.partitionEnd(TopicPartition("t", 0), offset: 1)
            #expect(consumer.pollUntil { $0.events.contains(end) }.events.contains(end))
        }

        @Test func `seek goes back and forth`() throws {
            let cluster = try MockCluster()
            try cluster.write(["a", "b", "c", "d"], to: "t")
            let consumer = try cluster.reader(of: "t")
            #expect(consumer.read(4).map(\.text) == ["a", "b", "c", "d"])
            let partition = TopicPartition("t", 0)
            try consumer.seek([PartitionOffset(partition, 1)], timeoutMilliseconds: 5_000)
            #expect(consumer.read(3).map(\.text) == ["b", "c", "d"])
            try consumer.seek([PartitionOffset(partition, 3)], timeoutMilliseconds: 5_000)
            #expect(consumer.read(1).map(\.text) == ["d"])
            #expect(try consumer.positions([partition]) == [partition: 4])
        }

        @Test func `seek works right after an assignment, before the committed offset is known`() throws {
            let cluster = try MockCluster()
            try cluster.write(["a", "b", "c"], to: "t")
            let partition = TopicPartition("t", 0)
            let consumer = try Consumer(cluster.settings(), groupID: "g")
            try consumer.assign([(partition, .committed)])
            try consumer.seek([PartitionOffset(partition, 2)], timeoutMilliseconds: 5_000)
            #expect(consumer.read(1).map(\.text) == ["c"])
        }

        @Test func `seeking a partition that is not assigned fails in time`() throws {
            let cluster = try MockCluster()
            let consumer = try cluster.reader(of: "t")
            let error = try #require(throws: KafkaError.self) {
                try consumer.seek([PartitionOffset(TopicPartition("t", 1), 2)], timeoutMilliseconds: 200)
            }
            #expect(error.message.contains("t/1"))
        }

        @Test func `a paused partition gives nothing until it is resumed, and then everything`() throws {
            let cluster = try MockCluster()
            try cluster.write(["a", "b"], to: "t")
            let partition = TopicPartition("t", 0)
            let consumer = try cluster.reader(of: "t")
            #expect(consumer.read(2).count == 2)
            try consumer.pause([partition])
            try cluster.write(["c", "d"], to: "t")
            #expect(consumer.pollUntil(milliseconds: 500) { !$0.records.isEmpty }.records.isEmpty)
            try consumer.resume([partition])
            #expect(consumer.read(2).map(\.text) == ["c", "d"])
        }

        @Test func `pausing between fetched records neither loses nor repeats any`() throws {
            let cluster = try MockCluster()
            try cluster.write((0..<2_000).map { "\($0)" }, to: "t")
            let partition = TopicPartition("t", 0)
            let consumer = try cluster.reader(of: "t")
            var texts: [String] = []
            while texts.count < 2_000 {
                let polled = consumer.pollUntil(maximumCount: 150) { !$0.records.isEmpty }
                guard !polled.records.isEmpty else { break }
                texts += polled.records.map(\.text)
                try consumer.pause([partition])
                try consumer.resume([partition])
            }
            #expect(texts == (0..<2_000).map { "\($0)" })
        }

        @Test func `committed offsets and watermarks are read back`() throws {
            let cluster = try MockCluster()
            try cluster.write(["a", "b", "c"], to: "t")
            let partition = TopicPartition("t", 0)
            let consumer = try cluster.reader(of: "t")
            let other = TopicPartition("t", 1)
            #expect(try consumer.committed([partition, other], timeoutMilliseconds: 10_000).isEmpty)
            // An offset far beyond the end is a legal commit number.
            try consumer.commit([PartitionOffset(partition, 9_000_000_000)])
            let committed = try consumer.committed([partition, other], timeoutMilliseconds: 10_000)
            #expect(committed == [partition: 9_000_000_000])
            #expect(try consumer.watermarks(partition, timeoutMilliseconds: 10_000) == 0..<3)
            #expect(try consumer.watermarks(other, timeoutMilliseconds: 10_000).isEmpty)
        }

        @Test func `all topics and their partition counts are described`() throws {
            let cluster = try MockCluster(brokerCount: 3)
            try cluster.createTopic("one", partitionCount: 1)
            try cluster.createTopic("twelve", partitionCount: 12)
            let counts = try KafkaAdmin(cluster.settings()).partitionCounts(timeoutMilliseconds: 10_000)
            #expect(counts == ["one": 1, "twelve": 12])
        }

        @Test func `a cluster that cannot create topics says so`() throws {
            let cluster = try MockCluster()
            let admin = try KafkaAdmin(cluster.settings())
            let error = try #require(throws: KafkaError.self) {
                _ = try admin.createTopics(
                    [TopicPlan("t", partitionCount: 3, configuration: ["cleanup.policy": "compact"])],
                    timeoutMilliseconds: 2_000)
            }
            #expect(error.message.contains("create topics"))
        }
    }
}
