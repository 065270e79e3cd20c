internal import CloudModel
internal import DriftEngine
internal import KafkaLog
internal import Logging

/// Reads partitions of the state topic back, one after the other.
final class KafkaStateLog: StateLog {
    private let topic: String
    private let reader: Consumer
    /// Sees the ends of undecided transactions too.
    private let surveyor: Consumer
    private let log: ClientLog
    /// The partitions that are being restored, in the order of their beginning; the first one is read.
    private var queue: [Restore] = []

    private struct Restore {
        let place: TopicPartition
        var next: Int64
        let end: Int64
        var isReading = false
        /// True once somebody was told that nothing is to be read.
        var hasAnswered = false
    }

    private static let callMilliseconds = 15_000
    private static let waitMilliseconds = 20

    init(_ settings: KafkaSettings, group: String, topic: String, logger: Logger) throws(LogFailure) {
        self.topic = topic
        log = ClientLog(logger, "state")
        (reader, surveyor) = try LogFailure.translating { () throws(KafkaError) in
            // Partitions are assigned by hand: nothing is committed in this group, and nobody joins it.
            let name = group + "-state"
            let all = try settings.setting("isolation.level", "read_uncommitted")
            return (try Consumer(settings, groupID: name), try Consumer(all, groupID: name))
        }
    }

    func begin(_ partition: Int32, from next: Int64?) throws(LogFailure) -> StateLogProgress {
        end(partition)
        let place = TopicPartition(topic, partition)
        let range = try LogFailure.translating { () throws(KafkaError) in
            try surveyor.watermarks(place, timeoutMilliseconds: Self.callMilliseconds)
        }
        let start = max(next ?? range.lowerBound, range.lowerBound)
        queue.append(Restore(place: place, next: start, end: range.upperBound))
        return StateLogProgress(next: start, end: range.upperBound)
    }

    func read(
        _ partition: Int32, maximumCount: Int, _ body: (StateRecord) -> Void
    ) throws(LogFailure) -> StateLogProgress {
        guard let index = queue.firstIndex(where: { $0.place.partition == partition }) else {
            preconditionFailure("a partition was read before its restore began")
        }
        if index == 0 { try readFirst(maximumCount, body) }
        return StateLogProgress(next: queue[index].next, end: queue[index].end)
    }

    func end(_ partition: Int32) {
        guard let index = queue.firstIndex(where: { $0.place.partition == partition }) else { return }
        let wasReading = queue.remove(at: index).isReading
        guard wasReading else { return }
        do throws(KafkaError) { try reader.assign([]) } catch { log.note(error) }
    }

    private func readFirst(_ maximumCount: Int, _ body: (StateRecord) -> Void) throws(LogFailure) {
        let place = queue[0].place
        if !queue[0].isReading {
            // Nothing to read, unless more came in the meantime, which a later call finds out.
            if queue[0].next >= queue[0].end, !queue[0].hasAnswered {
                queue[0].hasAnswered = true
                return
            }
            let start = queue[0].next
            try LogFailure.translating { () throws(KafkaError) in
                try reader.assign([(partition: place, start: .at(start))])
            }
            queue[0].isReading = true
        }
        let events = reader.poll(maximumCount: maximumCount, timeoutMilliseconds: Self.waitMilliseconds) {
            batch in
            batch.forEach { message in
                // A reader that was assigned another partition may still have records of the last one.
                guard message.partition == place.partition else { return }
                queue[0].next = max(queue[0].next, message.offset + 1)
                body(StateRecord(key: message.key ?? [], value: message.value ?? []))
            }
        }
        try take(events, place)
    }

    private func take(_ events: [ConsumerEvent], _ place: TopicPartition) throws(LogFailure) {
        for event in events {
            switch event {
            // Markers and aborted records take offsets too; only the end says that they were passed.
            case .partitionEnd(place, let offset): queue[0].next = max(queue[0].next, offset)
            case .partitionError(_, let error): log.note(error)
            case .error(let error):
                if error.isFatal { throw LogFailure(error) }
                log.note(error)
            case .log(let level, let facility, let message): log.note(level, facility, message)
            default: continue
            }
        }
    }
}
