import Foundation
import Testing

@testable import KafkaLog

/// Partitions that are held back and let go again all the time, because the memory for fetched records is tiny.
extension ClusterSuite {
    @Suite struct FlowTests {
        @Test(arguments: 1...3 as ClosedRange<UInt64>)
        func `every record comes once and in order, however often its partition is held back`(seed: UInt64)
            throws
        {
            let cluster = try MockCluster()
            let counts: [Int32: Int64] = [0: 6_000, 1: 50, 2: 900, 3: 3_000, 4: 0]
            try cluster.createTopic("t", partitionCount: counts.count)
            let producer = try Producer(cluster.settings(("batch.num.messages", "20")))
            for (partition, count) in counts {
                for number in 0..<count {
                    let size = Int(number % 7) * 60
                    try producer.produce(
                        ProducerRecord(
                            topic: "t", partition: partition, value: [UInt8](repeating: 1, count: size)))
                }
            }
            _ = try producer.flush(timeoutMilliseconds: 20_000)
            var draw = seed
            let random = { (limit: UInt64) in
                // Knuth's linear congruential generator (The Art of Computer Programming, 3.3.4).
                draw = draw &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Int(draw >> 33) % Int(limit)
            }
            let consumer = try Consumer(
                cluster.settings(("queued.max.messages.kbytes", "64"), ("fetch.message.max.bytes", "4096")),
                groupID: "readers")
            try consumer.assign(counts.keys.sorted().map { (TopicPartition("t", $0), .beginning) })
            var next: [Int32: Int64] = counts.mapValues { _ in 0 }
            var faults: [String] = []
            let end = Date() + 60
            while next != counts, Date() < end, faults.isEmpty {
                _ = consumer.poll(maximumCount: 1 + random(300), timeoutMilliseconds: 20) { batch in
                    batch.forEach { record in
                        if record.offset != next[record.partition] {
                            faults.append("\(record.partition): \(record.offset), not \(next)")
                        }
                        next[record.partition] = record.offset + 1
                    }
                }
                if random(10) == 0 {
                    Thread.sleep(forTimeInterval: Double(random(20)) / 1_000)
                }
            }
            #expect(faults == [])
            #expect(next == counts)
        }
    }
}
