import Foundation
import KafkaLog
import Testing

/// librdkafka 2.0.2 stops fetching for a second when its queue is full, also if the reader has emptied it long before. So
/// the queue must hold more than a slow engine takes in that second.
extension ClusterSuite {
    @Suite struct FetchStallTests {
        private static let count = 2_000

        /// The longest time, in seconds, for which a reader that takes its time with every twenty records had to wait for more.
        private func longestWait(_ more: (name: String, value: String)...) throws -> Double {
            let cluster = try MockCluster()
            let producer = try Producer(cluster.settings())
            let value = [UInt8](repeating: 7, count: 2_000)
            for _ in 0..<Self.count {
                try producer.produce(ProducerRecord(topic: "t", partition: 0, value: value))
            }
            _ = try producer.flush(timeoutMilliseconds: 10_000)
            var settings = try cluster.settings()
            for (name, value) in more { settings = try settings.setting(name, value) }
            let consumer = try Consumer(settings, groupID: "slow")
            try consumer.assign([(TopicPartition("t", 0), .beginning)])
            var (read, longest, last) = (0, 0.0, Date?.none)
            let end = Date() + 60
            while read < Self.count, Date() < end {
                _ = consumer.poll(maximumCount: 20, timeoutMilliseconds: 100) { batch in
                    read += batch.count
                    if let last { longest = max(longest, Date().timeIntervalSince(last)) }
                    Thread.sleep(forTimeInterval: 0.005)
                    last = Date()
                }
            }
            #expect(read == Self.count)
            return longest
        }

        @Test func `a slow reader never waits for records that the broker has`() throws {
            let longest = try longestWait()
            #expect(longest < 0.7, "it waited \(longest) s")
        }

        /// Shows that the test above can fail.
        @Test func `with a queue that is too small a slow reader waits for a second`() throws {
            let longest = try longestWait(
                ("queued.max.messages.kbytes", "64"), ("fetch.message.max.bytes", "32768"))
            #expect(longest > 0.7, "it waited \(longest) s")
        }
    }
}
