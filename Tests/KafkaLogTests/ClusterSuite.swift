import KafkaLog
import Testing

/// All tests over a mock cluster; one at a time, because each starts threads and sockets of its own.
@Suite(.serialized) enum ClusterSuite {}

/// A record as copied out of a poll.
struct CopiedRecord: Equatable {
    var partition: TopicPartition
    var offset: Int64
    var key: [UInt8]?
    var value: [UInt8]?
    var headers: [KafkaHeader]
    var timestampMilliseconds: Int64?

    init(_ message: borrowing KafkaMessage) {
        partition = TopicPartition(message.topic, message.partition)
        offset = message.offset
        key = message.key
        value = message.value
        headers = message.headers
        timestampMilliseconds = message.timestampMilliseconds
    }

    var text: String { String(decoding: value ?? [], as: UTF8.self) }
}

/// Everything that a consumer said while it was polled.
struct Polled {
    var records: [CopiedRecord] = []
    var events: [ConsumerEvent] = []
}

extension MockCluster {
    func settings(_ more: (name: String, value: String)...) throws -> KafkaSettings {
        // Short waits of empty fetches make the tests quick.
        try KafkaSettings(
            [("bootstrap.servers", bootstrapServers), ("fetch.wait.max.ms", "10")] + more)
    }

    /// A consumer of the topic's first partition from its beginning, outside of any group.
    func reader(of topic: String) throws -> Consumer {
        let consumer = try Consumer(settings(), groupID: "readers")
        try consumer.assign([(TopicPartition(topic, 0), .beginning)])
        return consumer
    }

    /// Writes texts to the topic's first partition.
    func write(_ texts: [String], to topic: String) throws {
        let producer = try Producer(settings())
        for text in texts {
            try producer.produce(ProducerRecord(topic: topic, partition: 0, value: Array(text.utf8)))
        }
        try producer.flush(timeoutMilliseconds: 10_000)
    }
}

extension Consumer {
    /// Polls until `isEnough` holds or the time is over.
    func pollUntil(
        milliseconds: Int = 20_000, maximumCount: Int = 100, _ isEnough: (Polled) -> Bool
    ) -> Polled {
        var polled = Polled()
        let end = ContinuousClock.now + .milliseconds(milliseconds)
        while !isEnough(polled), ContinuousClock.now < end {
            let events = poll(maximumCount: maximumCount, timeoutMilliseconds: 50) { batch in
                batch.forEach { polled.records.append(CopiedRecord($0)) }
            }
            polled.events += events
        }
        return polled
    }

    /// Polls until that many records have come.
    func read(_ count: Int) -> [CopiedRecord] {
        pollUntil { $0.records.count >= count }.records
    }
}
