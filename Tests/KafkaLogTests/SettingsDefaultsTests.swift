import Testing

@testable import KafkaLog

@Suite struct SettingsDefaultsTests {
    private func value(_ name: String, _ kind: ClientKind, _ settings: KafkaSettings) throws -> String? {
        settings.defaults(for: kind).last { $0.name == name }?.value
    }

    @Test(arguments: [(1_000, "1024"), (100_000_000, "120000"), (10_000_000_000, "1048576")])
    func `the prefetch queue lasts 1.2 seconds and is at most 1 GiB`(rate: Int, kilobytes: String) throws {
        let settings = try KafkaSettings([], maximumInputBytesPerSecond: rate)
        let kind = ClientKind.consumer(groupID: "g")
        #expect(try value("queued.max.messages.kbytes", kind, settings) == kilobytes)
    }

    @Test func `what the user says beats the defaults`() throws {
        let settings = try KafkaSettings([
            ("retry.backoff.ms", "77"), ("isolation.level", "read_uncommitted"),
        ])
        let producer = try settings.resolved(for: .transactionalProducer(id: "t"))
        #expect(producer.value(of: "retry.backoff.ms") == "77")
        #expect(producer.value(of: "transactional.id") == "t")
        #expect(producer.value(of: "partitioner") == "murmur2_random")
        #expect(producer.value(of: "linger.ms") == "0")
        let consumer = try settings.resolved(for: .consumer(groupID: "g"))
        #expect(consumer.value(of: "isolation.level") == "read_uncommitted")
        #expect(consumer.value(of: "enable.auto.commit") == "false")
        #expect(consumer.value(of: "group.id") == "g")
    }
}
