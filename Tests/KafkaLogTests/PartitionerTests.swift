import CRdkafka
import KafkaLog
import Testing

@Suite struct PartitionerTests {
    @Test func `murmur2 puts a key where librdkafka's murmur2 partitioner puts it`() {
        for length in 0..<64 {
            let key = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ length &* 11) }
            for count: Int32 in [1, 3, 12, 1000, .max] {
                let theirs = unsafe key.withUnsafeBytes { bytes in
                    unsafe rd_kafka_msg_partitioner_murmur2(
                        nil, bytes.baseAddress, bytes.count, count, nil, nil)
                }
                #expect(Partitioner.murmur2(key, partitionCount: count) == theirs)
            }
        }
    }
}
