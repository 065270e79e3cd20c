import KafkaLog
import Testing

/// The mock cluster has no transactional semantics: these tests show that the calls and their errors are
/// right, not that aborted records stay invisible.
extension ClusterSuite {
    @Suite struct TransactionTests {
        private let partition = TopicPartition("out", 0)

        private func producer(_ cluster: MockCluster) throws -> TransactionalProducer {
            let producer = try TransactionalProducer(
                cluster.settings(("transaction.timeout.ms", "10000")), transactionalID: "worker-1")
            try producer.initTransactions(timeoutMilliseconds: 10_000)
            return producer
        }

        private func record(_ text: String) -> ProducerRecord {
            ProducerRecord(topic: "out", partition: 0, value: Array(text.utf8))
        }

        /// Commits one record; repeats the transaction as long as an abort is demanded, because the library
        /// notices the gap that a refused record leaves only with the next one.
        private func commit(_ text: String, _ producer: TransactionalProducer) throws -> TopicPartition? {
            for _ in 0..<5 {
                do throws(KafkaError) {
                    try producer.begin()
                    try producer.produce(record(text))
                    return try producer.commit(timeoutMilliseconds: 10_000).first?.partition
                } catch {
                    guard error.recovery == .abortTransaction else { throw error }
                    #expect(error.message.contains("Current transaction failed"))
                    try producer.abort(timeoutMilliseconds: 10_000)
                }
            }
            return nil
        }

        @Test func `a cycle with records and offsets commits and tells the offsets written (mock)`() throws {
            let cluster = try MockCluster()
            let producer = try producer(cluster)
            let consumer = try cluster.reader(of: "in")
            for round: Int64 in 0..<3 {
                try producer.begin()
                for number in 0..<100 { try producer.produce(record("\(number)")) }
                try producer.sendOffsets(
                    [PartitionOffset(TopicPartition("in", 0), round)], of: consumer,
                    timeoutMilliseconds: 10_000)
                let written = try producer.commit(timeoutMilliseconds: 10_000)
                #expect(written.map(\.partition) == [partition])
                // Transaction markers may take offsets, so only a lower bound holds on every broker.
                #expect((written.first?.offset ?? -1) >= round * 100 + 99)
            }
            #expect(try cluster.reader(of: "out").read(300).count == 300)
        }

        @Test func `an empty transaction commits (mock)`() throws {
            let cluster = try MockCluster()
            let producer = try producer(cluster)
            try producer.begin()
            #expect(try producer.commit(timeoutMilliseconds: 10_000).isEmpty)
        }

        @Test func `abort drops what was not sent and the next transaction works (mock)`() throws {
            let cluster = try MockCluster()
            let producer = try producer(cluster)
            try producer.begin()
            for _ in 0..<1_000 { try producer.produce(record("dropped")) }
            let start = ContinuousClock.now
            try producer.abort(timeoutMilliseconds: 10_000)
            #expect(start.duration(to: .now) < .seconds(3))
            try producer.begin()
            try producer.produce(record("kept"))
            let written = try producer.commit(timeoutMilliseconds: 10_000)
            #expect(written.map(\.partition) == [partition])
        }

        @Test(arguments: [
            (MockCluster.Request.endTransaction, KafkaErrorCode.coordinatorLoading),
            (.addPartitionsToTransaction, .coordinatorLoading), (.produce, .transport),
            (.transactionOffsetCommit, .coordinatorLoading),
        ])
        func `a passing error is repeated until it has passed`(
            request: MockCluster.Request, code: KafkaErrorCode
        ) throws {
            let cluster = try MockCluster()
            let producer = try producer(cluster)
            let consumer = try cluster.reader(of: "in")
            try producer.begin()
            cluster.fail(next: request, with: [code, code, code])
            try producer.produce(record("a"))
            try producer.sendOffsets(
                [PartitionOffset(TopicPartition("in", 0), 1)], of: consumer, timeoutMilliseconds: 10_000)
            #expect(try producer.commit(timeoutMilliseconds: 10_000) == [PartitionOffset(partition, 0)])
        }

        @Test
        func `a record that the broker refuses makes commit demand an abort, and the producer lives on`()
            throws
        {
            let cluster = try MockCluster()
            let producer = try producer(cluster)
            try producer.begin()
            cluster.fail(next: .produce, with: [.messageTooLarge])
            try producer.produce(record("refused"))
            let error = try #require(throws: KafkaError.self) {
                _ = try producer.commit(timeoutMilliseconds: 10_000)
            }
            #expect(error.code == .messageTooLarge)
            #expect(error.recovery == .abortTransaction)
            #expect(error.message.contains("out/0"))
            try producer.abort(timeoutMilliseconds: 10_000)
            #expect(try commit("good", producer) == partition)
        }

        @Test func `a record that cannot even be queued demands an abort, and the producer lives on`() throws
        {
            let cluster = try MockCluster()
            let producer = try producer(cluster)
            try producer.begin()
            let error = try #require(throws: KafkaError.self) {
                let value = [UInt8](repeating: 0, count: 2_000_000)
                try producer.produce(ProducerRecord(topic: "out", value: value))
            }
            #expect(error.code == .messageTooLarge)
            #expect(error.recovery == .abortTransaction)
            try producer.abort(timeoutMilliseconds: 10_000)
            try producer.begin()
            try producer.produce(record("good"))
            #expect(try producer.commit(timeoutMilliseconds: 10_000).count == 1)
        }

        @Test func `a failure of an earlier record is what a later one reports`() throws {
            let cluster = try MockCluster()
            let producer = try producer(cluster)
            try producer.begin()
            cluster.fail(next: .produce, with: [.messageTooLarge])
            let end = ContinuousClock.now + .seconds(20)
            let error = try #require(throws: KafkaError.self) {
                while ContinuousClock.now < end { try producer.produce(record("a")) }
            }
            #expect(error.code == .messageTooLarge)
            #expect(error.recovery == .abortTransaction)
            try producer.abort(timeoutMilliseconds: 10_000)
        }

        @Test func `a former generation's offsets demand an abort`() throws {
            let cluster = try MockCluster()
            let producer = try producer(cluster)
            let consumer = try cluster.reader(of: "in")
            try producer.begin()
            cluster.fail(next: .transactionOffsetCommit, with: [.illegalGeneration])
            let error = try #require(throws: KafkaError.self) {
                try producer.sendOffsets(
                    [PartitionOffset(TopicPartition("in", 0), 1)], of: consumer,
                    timeoutMilliseconds: 10_000)
            }
            #expect(error.recovery == .abortTransaction)
            try producer.abort(timeoutMilliseconds: 10_000)
        }

        @Test func `a fenced producer is lost`() throws {
            let cluster = try MockCluster()
            let producer = try producer(cluster)
            try producer.begin()
            try producer.produce(record("a"))
            cluster.fail(next: .endTransaction, with: [.invalidProducerEpoch])
            let error = try #require(throws: KafkaError.self) {
                _ = try producer.commit(timeoutMilliseconds: 10_000)
            }
            #expect(error.recovery == .fatal)
            #expect(producer.fatalFailure != nil)
        }

        @Test func `a call in the wrong order is refused`() throws {
            let cluster = try MockCluster()
            let producer = try producer(cluster)
            let error = try #require(throws: KafkaError.self) {
                _ = try producer.commit(timeoutMilliseconds: 1_000)
            }
            #expect(error.recovery == .fatal)
            #expect(error.code == .wrongState)
        }
    }
}
