/// What a client is for; decides its defaults.
enum ClientKind {
    case consumer(groupID: String)
    case producer
    case transactionalProducer(id: String)
    case administrator
}

extension KafkaSettings {
    /// The user's properties after our defaults, so that the user's win, and then what the program sets.
    func resolved(for kind: ClientKind) throws(KafkaError) -> ClientConfiguration {
        var all = defaults(for: kind) + properties
        switch kind {
        case .consumer(let groupID): all.append(("group.id", groupID))
        case .producer: all.append(("enable.idempotence", "true"))
        case .transactionalProducer(let id): all.append(("transactional.id", id))
        case .administrator: break
        }
        all.append(("log.queue", "true"))
        return try ClientConfiguration(all, secrets: secretValues, tokens: tokens)
    }

    func defaults(for kind: ClientKind) -> [(name: String, value: String)] {
        switch kind {
        case .consumer: consumerDefaults
        case .producer: producerDefaults
        case .transactionalProducer: producerDefaults + transactionDefaults
        case .administrator: []
        }
    }

    private var consumerDefaults: [(name: String, value: String)] {
        [
            ("isolation.level", "read_committed"),
            ("enable.auto.commit", "false"),
            // A reader that restores its state must learn that it has reached the end.
            ("enable.partition.eof", "true"),
            // Without a committed offset nothing may be skipped.
            ("auto.offset.reset", "earliest"),
            // Equal partition numbers of several topics go to one member.
            ("partition.assignment.strategy", "range"),
            ("queued.max.messages.kbytes", String(prefetchKilobytes)),
            // The count limit would stall fetching too; the byte limit alone decides.
            ("queued.min.messages", "1000000"),
        ]
    }

    /// Fetching stops for one second when the queue is full, so the queue lasts 1.2 s; 1 GiB at most.
    private var prefetchKilobytes: Int {
        min(max(maximumInputBytesPerSecond / 1000 * 12 / 10, 1024), 1_048_576)
    }

    /// The prefetch queue's size in force.
    var queuedKilobytes: Int {
        value(of: "queued.max.messages.kbytes").flatMap(Int.init) ?? prefetchKilobytes
    }

    private var producerDefaults: [(name: String, value: String)] {
        [
            // Keys land where Java's clients put them.
            ("partitioner", "murmur2_random"),
            // Each batch ends with a flush, so records have nothing to wait for.
            ("linger.ms", "0"),
        ]
    }

    private var transactionDefaults: [(name: String, value: String)] {
        [
            // The broker answers "concurrent transactions" until the last marker is written; at the library's
            // 100 ms a cycle takes 104 ms, at 5 ms it takes 14.
            ("retry.backoff.ms", "5"),
            // An open transaction holds back all readers of committed records.
            ("transaction.timeout.ms", "30000"),
        ]
    }
}
