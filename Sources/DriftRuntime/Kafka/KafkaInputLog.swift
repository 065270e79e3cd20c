internal import CloudModel
internal import DriftEngine
internal import KafkaLog
internal import Logging

/// The input topics as a member of the consumer group reads them.
///
/// A partition number stands for that partition of every input: the range strategy gives them to one member,
/// because all inputs have one partition count. An assignment starts paused.
final class KafkaInputLog: InputLog {
    let consumer: Consumer
    let topics: [String]
    private let waitMilliseconds: Int
    private let log: ClientLog
    /// The group's, of which some are read and some are about to leave.
    private var owned: Set<Int32> = []
    private var started: Set<Int32> = []
    private var leaving: Set<Int32> = []
    private var held = HeldRecords()
    private var isHolding = false
    /// What a poll could not throw, because its records were already lent.
    private var failure: LogFailure?
    /// The size of the largest record lately; bounds what one poll may take beyond its limit.
    private var largestBytes = 16 << 10

    private static let callMilliseconds = 15_000

    /// How many partitions the group gave to this member.
    var ownedCount: Int { owned.count }

    init(
        _ settings: KafkaSettings, group: String, topics: [String], waitMilliseconds: Int, logger: Logger
    ) throws(LogFailure) {
        self.topics = topics
        self.waitMilliseconds = waitMilliseconds
        log = ClientLog(logger, "inputs")
        consumer = try LogFailure.translating { () throws(KafkaError) in
            let consumer = try Consumer(settings, groupID: group)
            try consumer.subscribe(topics, startingAt: .beginning, paused: true)
            return consumer
        }
    }

    func poll(
        _ limit: BatchLimit, _ body: (InputRecord, Span<UInt8>) -> Void
    ) throws(LogFailure) -> [AssignmentChange] {
        try begin()
        try stopHolding()
        var taken = held.lend(within: limit, body)
        var changes: [AssignmentChange] = []
        var isDrained = false
        while !isDrained, changes.isEmpty, failure == nil, taken.records < limit.records,
            taken.bytes < limit.bytes
        {
            let room = max(1, (limit.bytes - taken.bytes) / largestBytes)
            let wanted = min(limit.records - taken.records, room)
            var lent = 0
            let events = consumer.poll(maximumCount: wanted, timeoutMilliseconds: waitTime(taken)) { batch in
                lent = batch.count
                batch.forEach { message in taken.bytes += lend(message, body) }
            }
            taken.records += lent
            isDrained = lent < wanted
            changes = take(events)
        }
        return changes
    }

    func serveGroup() throws(LogFailure) -> [AssignmentChange] {
        try begin()
        try startHoldingIfFull()
        let events = consumer.poll(maximumCount: 1, timeoutMilliseconds: 1) { batch in
            batch.forEach { held.add($0) }
        }
        return take(events)
    }

    func committedOffsets(of partition: Int32) throws(LogFailure) -> [InputOffset] {
        let places = places([partition])
        let offsets = try LogFailure.translating { () throws(KafkaError) in
            try consumer.committed(places, timeoutMilliseconds: Self.callMilliseconds)
        }
        return places.compactMap { place in
            offsets[place].map { InputOffset(topic: place.topic, partition: partition, next: $0) }
        }
    }

    func start(_ partition: Int32, at offsets: [InputOffset]) throws(LogFailure) {
        held.drop(partition)
        var places: [PartitionOffset] = []
        for place in self.places([partition]) {
            places.append(try self.place(place, offsets.first { $0.topic == place.topic }?.next))
        }
        try LogFailure.translating { () throws(KafkaError) in
            try consumer.seek(places, timeoutMilliseconds: Self.callMilliseconds)
            try consumer.resume(places.map(\.partition))
        }
        started.insert(partition)
    }

    func stop(_ partition: Int32) {
        held.drop(partition)
        guard started.remove(partition) != nil, owned.contains(partition), !leaving.contains(partition) else {
            return
        }
        // Records that come all the same are passed over, and the next start seeks back.
        do throws(KafkaError) { try consumer.pause(places([partition])) } catch { log.note(error) }
    }

    /// Leaves the group, so that others take over at once.
    func close() { consumer.close() }
}

/// What the group decides.
extension KafkaInputLog {
    /// Throws what could not be thrown before, and lets go of what the group took back with the last poll.
    private func begin() throws(LogFailure) {
        if let failure {
            self.failure = nil
            throw failure
        }
        release(leaving)
    }

    private func take(_ events: [ConsumerEvent]) -> [AssignmentChange] {
        var changes: [AssignmentChange] = []
        for event in events {
            switch event {
            case .assigned(let places):
                let partitions = whole(places)
                owned.formUnion(partitions)
                changes.append(.assigned(partitions))
            case .revoked(let places):
                let partitions = Set(places.map(\.partition))
                leaving.formUnion(partitions)
                changes.append(.revoked(partitions.sorted()))
            case .lost(let places):
                let partitions = Set(places.map(\.partition))
                release(partitions)
                changes.append(.lost(partitions.sorted()))
            case .partitionEnd: continue
            case .partitionError(_, let error): log.note(error)
            case .error(let error):
                if error.isFatal { failure = LogFailure(error) } else { log.note(error) }
            case .log(let level, let facility, let message): log.note(level, facility, message)
            }
        }
        return changes
    }

    /// The partitions that were given with all their topics. One that lacks a topic cannot be worked on.
    private func whole(_ places: [TopicPartition]) -> [Int32] {
        let counts = Dictionary(grouping: places, by: \.partition).mapValues(\.count)
        let broken = counts.filter { $0.value < topics.count }.keys.sorted()
        if !broken.isEmpty {
            failure = LogFailure(
                .fatal,
                "the group gave partitions \(broken) without all of the inputs \(topics.joined(separator: ", ")); all "
                    + "members must read the same topics, with equal partition counts and the range strategy")
        }
        return counts.filter { $0.value >= topics.count }.keys.sorted()
    }

    private func release(_ partitions: Set<Int32>) {
        for partition in partitions { held.drop(partition) }
        owned.subtract(partitions)
        started.subtract(partitions)
        leaving.subtract(partitions)
    }

    private func places(_ partitions: [Int32]) -> [TopicPartition] {
        partitions.flatMap { partition in topics.map { TopicPartition($0, partition) } }
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
        taken.records == 0 && started.count == owned.count ? waitMilliseconds : 0
    }

    /// Where reading begins; refuses a place that the topic has not reached, which means another topic.
    private func place(_ place: TopicPartition, _ next: Int64?) throws(LogFailure) -> PartitionOffset {
        let range = try LogFailure.translating { () throws(KafkaError) in
            try consumer.watermarks(place, timeoutMilliseconds: Self.callMilliseconds)
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

    /// A long wait for the outputs must not fill the memory with records that come meanwhile.
    private func startHoldingIfFull() throws(LogFailure) {
        guard !isHolding, held.isFull else { return }
        let places = places(started.sorted())
        try LogFailure.translating { () throws(KafkaError) in try consumer.pause(places) }
        isHolding = true
    }

    private func stopHolding() throws(LogFailure) {
        guard isHolding else { return }
        let places = places(started.sorted())
        try LogFailure.translating { () throws(KafkaError) in try consumer.resume(places) }
        isHolding = false
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
