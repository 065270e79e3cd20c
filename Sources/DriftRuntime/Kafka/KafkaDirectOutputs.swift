internal import CloudModel
internal import DriftEngine
internal import KafkaLog
internal import Logging
internal import WireFormats

/// The output topics of a cluster without transactions: everything at least once.
///
/// A batch is held until it is committed; then its outputs are written, then the state, then the numbers, each step once
/// the one before is acknowledged. Whatever goes wrong between, the batch is made again from state that does not know it,
/// and its records have the ids that they had, so that readers can drop the repeats. Nobody fences a process that was
/// given up and still writes.
final class KafkaDirectOutputs: OutputTransaction {
    private let settings: KafkaSettings
    private let topics: OutputTopicNames
    private let member: StateMembership
    private let log: ClientLog
    private var producer: Producer?
    private var outputs: [ProducerRecord] = []
    private var states: [ProducerRecord] = []
    private var numbers: [CommitNumber] = []
    private var stateEnds: [Int32: Int64] = [:]

    private static let callMilliseconds = 30_000

    init(_ settings: KafkaSettings, topics: OutputTopicNames, member: StateMembership, logger: Logger) {
        self.settings = settings
        self.topics = topics
        self.member = member
        log = ClientLog(logger, "outputs")
    }

    func open() throws(LogFailure) {
        guard producer == nil else { return }
        producer = try LogFailure.translating { () throws(KafkaError) in
            let producer = try Producer(settings)
            try producer.learn(topics.all, timeoutMilliseconds: Self.callMilliseconds)
            return producer
        }
    }

    func begin() throws(LogFailure) { forget() }

    func send(_ record: OutputRecord, to partition: Int32?) throws(LogFailure) {
        let message = topics.message(record, to: partition)
        if record.topic == .state { states.append(message) } else { outputs.append(message) }
    }

    func sendNumbers(_ numbers: [CommitNumber]) throws(LogFailure) { self.numbers = numbers }

    func commit() throws(LogFailure) {
        _ = try write(outputs)
        outputs = []
        stateEnds = [:]
        for place in try write(states) where place.partition.topic == topics[.state] {
            stateEnds[place.partition.partition] = place.offset + 1
        }
        states = []
        do throws(KafkaError) {
            try member.consumer.commit(numbers.map { member.offset(of: $0) })
        } catch {
            // The group has gone on, or nobody knows: the state is there, and tells its reader where to go on.
            throw LogFailure(
                error.recovery == .fatal ? .abortable : LogFailure(error).recovery, error.description)
        }
        numbers = []
    }

    func stateEnd(of partition: Int32) -> Int64? { stateEnds[partition] }

    func abort() throws(LogFailure) { forget() }

    private func forget() {
        outputs = []
        states = []
        numbers = []
    }

    /// Writes records and waits until all are acknowledged. One that was not makes the batch be repeated.
    private func write(_ records: [ProducerRecord]) throws(LogFailure) -> [PartitionOffset] {
        guard let producer else { preconditionFailure("outputs were used before they were opened") }
        defer { log.note(producer.takeNotices()) }
        do throws(KafkaError) {
            for record in records { try producer.produce(record) }
            return try producer.flush(timeoutMilliseconds: Self.callMilliseconds)
        } catch {
            if error.isFatal { self.producer = nil }
            throw LogFailure(error.isFatal ? .fatal : .abortable, error.description)
        }
    }
}
