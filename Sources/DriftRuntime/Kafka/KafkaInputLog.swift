internal import CloudModel
internal import DriftEngine
internal import KafkaLog
internal import Logging

/// The input topics, read by hand where the group decides: it shares out the partitions of the state topic, and
/// the partitions of the inputs with the same numbers follow.
///
/// So the inputs may be on another cluster than the group, the state and the outputs. What the partitions tell each other
/// is read besides, from the outputs' cluster.
final class KafkaInputLog: InputLog {
    let member: StateMembership
    private let readers: [TopicReader]
    private let waitMilliseconds: Int
    private let log: ClientLog
    /// Where each partition that is read was started, by topic and partition.
    private var starts: [Int32: [PartitionOffset]] = [:]
    /// What a poll could not throw, because its records were already lent.
    private var failure: LogFailure?
    /// The size of the largest record lately; bounds what one poll may take beyond its limit.
    private var largestBytes = 16 << 10

    private static let callMilliseconds = 15_000

    /// Some of the topics and who reads them.
    private struct TopicReader {
        let consumer: Consumer
        let topics: [String]
    }

    /// How many partitions the group gave to this member.
    var ownedCount: Int { member.owned.count }

    /// A reader of these topics with `settings`, and of some besides with their own, as a member of the group with the
    /// settings of its cluster.
    init(
        _ settings: KafkaSettings, topics: [String], member: StateMembership,
        besides others: (settings: KafkaSettings, topics: [String])? = nil, waitMilliseconds: Int,
        logger: Logger
    ) throws(LogFailure) {
        self.member = member
        self.waitMilliseconds = waitMilliseconds
        log = ClientLog(logger, "inputs")
        // The last one is the one that is waited for.
        let sources = [others, (settings, topics)].compactMap(\.self)
        readers = try LogFailure.translating { () throws(KafkaError) in
            // Partitions are assigned by hand: nothing is committed in this group, and nobody joins it.
            try sources.map { (settings, topics) throws(KafkaError) in
                TopicReader(
                    consumer: try Consumer(settings, groupID: member.group + "-inputs"), topics: topics)
            }
        }
    }

    func poll(
        _ limit: BatchLimit, _ body: (InputRecord, Span<UInt8>) -> Void
    ) throws(LogFailure) -> [AssignmentChange] {
        try throwFailure()
        try member.begin()
        var taken = (records: 0, bytes: 0)
        for index in readers.indices {
            let isLast = index == readers.count - 1
            // What partitions tell each other takes at most half of a batch.
            let part = isLast ? limit : BatchLimit(records: max(limit.records / 2, 1), bytes: limit.bytes / 2)
            read(readers[index].consumer, part, &taken, isLast: isLast, body)
        }
        return member.serve(waitMilliseconds: starts.isEmpty && member.owned.isEmpty ? waitMilliseconds : 0)
    }

    private func read(
        _ reader: Consumer, _ limit: BatchLimit, _ taken: inout (records: Int, bytes: Int), isLast: Bool,
        _ body: (InputRecord, Span<UInt8>) -> Void
    ) {
        var isDrained = starts.isEmpty
        while !isDrained, failure == nil, taken.records < limit.records, taken.bytes < limit.bytes {
            let room = max(1, (limit.bytes - taken.bytes) / largestBytes)
            let wanted = min(limit.records - taken.records, room)
            var lent = 0
            let events = reader.poll(maximumCount: wanted, timeoutMilliseconds: isLast ? waitTime(taken) : 0)
            { batch in
                lent = batch.count
                batch.forEach { message in taken.bytes += lend(message, body) }
            }
            taken.records += lent
            isDrained = lent < wanted
            take(events)
        }
    }

    func serveGroup() throws(LogFailure) -> [AssignmentChange] {
        try throwFailure()
        try member.begin()
        return member.serve(waitMilliseconds: 1)
    }

    func committedNumber(of partition: Int32) throws(LogFailure) -> Int64? {
        try member.committedNumber(of: partition)
    }

    func start(_ partition: Int32, at offsets: [InputOffset]) throws(LogFailure) {
        var places: [PartitionOffset] = []
        for reader in readers {
            for topic in reader.topics {
                let next = offsets.first { $0.topic == topic }?.next
                places.append(try place(TopicPartition(topic, partition), next, reader.consumer))
            }
        }
        let others = starts
        starts[partition] = places
        do throws(KafkaError) {
            try assign(except: partition)
        } catch {
            starts = others
            throw LogFailure(error)
        }
    }

    func stop(_ partition: Int32) {
        guard starts.removeValue(forKey: partition) != nil else { return }
        // Records that come all the same are passed over.
        do throws(KafkaError) { try assign(except: nil) } catch { log.note(error) }
    }

    /// How many records of each input lie behind the position, as far as fetches have told the ends.
    func lags(of partition: Int32, at position: LoopPosition) -> [(topic: String, records: Int64)] {
        readers.flatMap { reader in
            reader.topics.compactMap { topic in
                guard let end = reader.consumer.knownEnd(of: TopicPartition(topic, partition)) else {
                    return nil
                }
                return (topic, max(0, end - (position.next(of: topic) ?? end)))
            }
        }
    }

    /// Leaves the group, so that others take over at once.
    func close() {
        member.close()
        for reader in readers { reader.consumer.close() }
    }

    /// Reads all partitions that are started; one from its start, the others from where they are.
    private func assign(except new: Int32?) throws(KafkaError) {
        let old = starts.filter { $0.key != new }.flatMap { $0.value.map(\.partition) }
        for reader in readers {
            let known = try reader.consumer.positions(old.filter { reader.topics.contains($0.topic) })
            for (partition, places) in starts where partition != new {
                starts[partition] = places.map {
                    PartitionOffset($0.partition, known[$0.partition] ?? $0.offset)
                }
            }
        }
        let places = starts.keys.sorted().flatMap { starts[$0] ?? [] }
        for reader in readers {
            try reader.consumer.assign(
                places.filter { reader.topics.contains($0.partition.topic) }.map {
                    ($0.partition, .at($0.offset))
                })
        }
    }
}

/// Records and places.
extension KafkaInputLog {
    /// Lends one record; returns its size.
    private func lend(
        _ message: borrowing KafkaMessage, _ body: (InputRecord, Span<UInt8>) -> Void
    ) -> Int {
        let record = InputRecord(message)
        let isLent: Void? = message.withValue { bytes in body(record, bytes) }
        // A null is no event; without bytes it becomes a dead letter like everything that cannot be read.
        if isLent == nil { body(record, Span()) }
        largestBytes = max(largestBytes - largestBytes >> 12, message.byteCount, 1)
        return message.byteCount
    }

    /// Waits for a first record only if no partition waits to be restored.
    private func waitTime(_ taken: (records: Int, bytes: Int)) -> Int {
        taken.records == 0 && starts.count == member.owned.count ? waitMilliseconds : 0
    }

    private func take(_ events: [ConsumerEvent]) {
        for event in events {
            switch event {
            case .partitionError(_, let error): log.note(error)
            case .error(let error):
                if error.isFatal { failure = LogFailure(error) } else { log.note(error) }
            case .log(let level, let facility, let message): log.note(level, facility, message)
            case .assigned, .revoked, .lost, .partitionEnd: continue
            }
        }
    }

    private func throwFailure() throws(LogFailure) {
        guard let failure else { return }
        self.failure = nil
        throw failure
    }

    /// Where reading begins; refuses a place that the topic has not reached, which means another topic.
    private func place(
        _ place: TopicPartition, _ next: Int64?, _ reader: Consumer
    ) throws(LogFailure) -> PartitionOffset {
        let range = try LogFailure.translating { () throws(KafkaError) in
            try reader.watermarks(place, timeoutMilliseconds: Self.callMilliseconds)
        }
        guard let next else { return PartitionOffset(place, range.lowerBound) }
        if next > range.upperBound {
            throw LogFailure(
                .fatal,
                "the state knows \(place) up to offset \(next), but the topic ends at \(range.upperBound); if it was made "
                    + "anew, the state topic must be made anew too")
        }
        if next < range.lowerBound {
            log.logger.error(
                "records were deleted before they were read",
                metadata: [
                    "partition": "\(place)", "wanted": "\(next)", "oldest": "\(range.lowerBound)",
                ])
        }
        return PartitionOffset(place, max(next, range.lowerBound))
    }
}

extension InputRecord {
    init(_ message: borrowing KafkaMessage) {
        self.init(
            position: RecordPosition(
                source: message.topic, partition: message.partition, offset: message.offset),
            time: message.timestampMilliseconds.map { Timestamp(nanoseconds: $0 * 1_000_000) })
    }
}
