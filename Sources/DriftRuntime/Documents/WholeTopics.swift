internal import CloudModel
internal import DriftEngine
internal import KafkaLog
internal import Logging

/// Reads topics of one partition whole, and then what comes after; without a group, since everybody needs all of it.
final class WholeTopics {
    private let reader: Consumer
    private let topics: [String]
    private let log: ClientLog
    /// How far each topic was read.
    private(set) var next: [String: Int64] = [:]
    private var ends: [String: Int64] = [:]

    private static let callMilliseconds = 15_000

    /// A reader of the topics from their beginnings.
    init(
        _ settings: KafkaSettings, group: String, _ topics: [String], logger: Logger
    ) throws(LogFailure) {
        self.topics = topics.sorted()
        log = ClientLog(logger, "documents")
        // Partitions are assigned by hand: nothing is committed in this group, and nobody joins it.
        reader = try LogFailure.translating { () throws(KafkaError) in
            try Consumer(settings, groupID: group + "-documents")
        }
        let places = self.topics.map { TopicPartition($0, 0) }
        try LogFailure.translating { () throws(KafkaError) in
            for place in places {
                let range = try reader.watermarks(place, timeoutMilliseconds: Self.callMilliseconds)
                next[place.topic] = range.lowerBound
                ends[place.topic] = range.upperBound
            }
            try reader.assign(places.map { ($0, .at(next[$0.topic] ?? 0)) })
        }
    }

    /// Hands on everything that stood in the topics when the reader was made.
    ///
    /// - Throws: if that takes too long.
    func readToEnd(
        seconds: Int, isStopRequested: () -> Bool, _ take: ([DocumentRecord]) -> Void
    ) throws(LogFailure) {
        let deadline = ContinuousClock.now + .seconds(seconds)
        while !isAtEnd, !isStopRequested() {
            take(try read(waitMilliseconds: 50))
            if ContinuousClock.now > deadline {
                throw LogFailure(
                    .retriable,
                    "the topics \(topics.joined(separator: ", ")) could not be read within \(seconds) s")
            }
        }
    }

    /// What has come, in the order of each topic.
    func read(waitMilliseconds: Int = 0) throws(LogFailure) -> [DocumentRecord] {
        var records: [DocumentRecord] = []
        let events = reader.poll(maximumCount: 1_000, timeoutMilliseconds: waitMilliseconds) { batch in
            batch.forEach { message in
                guard message.partition == 0 else { return }
                let position = RecordPosition(
                    source: message.topic, partition: message.partition, offset: message.offset)
                next[message.topic] = max(next[message.topic] ?? 0, message.offset + 1)
                records.append(
                    DocumentRecord(
                        position: position, key: message.key ?? [], value: message.value ?? [],
                        time: message.timestampMilliseconds.map { Timestamp(nanoseconds: $0 * 1_000_000) }
                            ?? .distantPast))
            }
        }
        try note(events)
        return records
    }

    /// Stops reading.
    func close() { reader.close() }

    private var isAtEnd: Bool { ends.allSatisfy { next[$0.key] ?? 0 >= $0.value } }

    private func note(_ events: [ConsumerEvent]) throws(LogFailure) {
        for event in events {
            switch event {
            // The last record of a topic may be a marker, which nobody is lent.
            case .partitionEnd(let place, let offset): next[place.topic] = max(next[place.topic] ?? 0, offset)
            case .partitionError(_, let error): log.note(error)
            case .error(let error):
                if error.isFatal { throw LogFailure(error) }
                log.note(error)
            case .log(let level, let facility, let message): log.note(level, facility, message)
            case .assigned, .revoked, .lost: continue
            }
        }
    }
}
