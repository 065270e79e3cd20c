internal import DriftEngine
internal import KafkaLog
internal import Logging

/// This worker's membership in the group that shares out the partitions of the state topic.
///
/// It reads nothing: an assignment starts at the end and paused. The group's committed offset of a partition of
/// the state topic is the number of the last batch that was committed for it.
final class StateMembership {
    let consumer: Consumer
    let group: String
    /// The group's partitions, of which some may be about to leave.
    private(set) var owned: Set<Int32> = []
    /// Whether the group has shared out its partitions and is not about to do so anew. This member may have got none.
    private(set) var isAssigned = false
    private let topic: String
    private let log: ClientLog
    private var leaving: Set<Int32> = []
    private var failure: LogFailure?

    private static let callMilliseconds = 15_000

    /// Joins under a name that stays over restarts, so that a restart takes its partitions up at once and nobody waits for
    /// the session of a process that was killed. A `group.instance.id` among the settings counts before `instance`.
    init(
        _ settings: KafkaSettings, group: String, instance: String, topic: String, logger: Logger
    ) throws(LogFailure) {
        self.group = group
        self.topic = topic
        log = ClientLog(logger, "group")
        consumer = try LogFailure.translating { () throws(KafkaError) in
            let isNamed = settings.value(of: "group.instance.id") != nil
            let own = isNamed ? settings : try settings.setting("group.instance.id", instance)
            let consumer = try Consumer(own, groupID: group)
            try consumer.subscribe([topic], startingAt: .end, paused: true)
            return consumer
        }
    }

    /// Throws what could not be thrown before, and lets go of what the group took back when it was asked last.
    func begin() throws(LogFailure) {
        if let failure {
            self.failure = nil
            throw failure
        }
        release(leaving)
    }

    /// Takes part in the group; returns what it decided. A revocation lasts until it is asked again.
    func serve(waitMilliseconds: Int) -> [AssignmentChange] {
        let events = consumer.poll(maximumCount: 1, timeoutMilliseconds: waitMilliseconds) { _ in }
        return events.compactMap { take($0) }
    }

    /// The number last committed for a partition.
    func committedNumber(of partition: Int32) throws(LogFailure) -> Int64? {
        let place = TopicPartition(topic, partition)
        return try LogFailure.translating { () throws(KafkaError) in
            try consumer.committed([place], timeoutMilliseconds: Self.callMilliseconds)[place]
        }
    }

    /// A number as the offset that the group commits.
    func offset(of number: CommitNumber) -> PartitionOffset {
        PartitionOffset(TopicPartition(topic, number.partition), number.number)
    }

    /// Leaves the group.
    func close() { consumer.close() }

    private func take(_ event: ConsumerEvent) -> AssignmentChange? {
        switch event {
        case .assigned(let places):
            isAssigned = true
            owned.formUnion(places.map(\.partition))
            return .assigned(places.map(\.partition).sorted())
        case .revoked(let places):
            isAssigned = false
            leaving.formUnion(places.map(\.partition))
            return .revoked(places.map(\.partition).sorted())
        case .lost(let places):
            isAssigned = false
            release(Set(places.map(\.partition)))
            return .lost(places.map(\.partition).sorted())
        case .partitionEnd: break
        case .partitionError(_, let error): log.note(error)
        case .error(let error):
            if error.isFatal { failure = LogFailure(error) } else { log.note(error) }
        case .log(let level, let facility, let message): log.note(level, facility, message)
        }
        return nil
    }

    private func release(_ partitions: Set<Int32>) {
        owned.subtract(partitions)
        leaving.subtract(partitions)
    }
}
