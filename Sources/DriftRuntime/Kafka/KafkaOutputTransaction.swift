internal import DriftEngine
internal import KafkaLog
internal import Logging
internal import WireFormats

/// Output topics, written in transactions together with the partitions' numbers.
final class KafkaOutputTransaction: OutputTransaction {
    private let settings: KafkaSettings
    private let transactionalID: String
    private let topics: OutputTopicNames
    /// Whose generation goes into the transactions.
    private let member: StateMembership
    private let log: ClientLog
    /// Nil before the first `open` and after a fatal failure.
    private var producer: TransactionalProducer?
    /// Behind the state records of the last committed transaction.
    private var stateEnds: [Int32: Int64] = [:]

    private static let openMilliseconds = 30_000
    private static let callMilliseconds = 15_000

    init(
        _ settings: KafkaSettings, transactionalID: String, topics: OutputTopicNames,
        member: StateMembership, logger: Logger
    ) {
        self.settings = settings
        self.transactionalID = transactionalID
        self.topics = topics
        self.member = member
        log = ClientLog(logger, "outputs")
    }

    func open() throws(LogFailure) {
        if producer == nil { producer = try make() }
        try asking { (producer) throws(KafkaError) in
            try producer.learn(topics.all, timeoutMilliseconds: Self.openMilliseconds)
            try producer.initTransactions(timeoutMilliseconds: Self.openMilliseconds)
        }
    }

    func begin() throws(LogFailure) {
        try asking { (producer) throws(KafkaError) in try producer.begin() }
    }

    func send(_ record: OutputRecord, to partition: Int32?) throws(LogFailure) {
        let message = topics.message(record, to: partition)
        try asking { (producer) throws(KafkaError) in try producer.produce(message) }
    }

    func sendNumbers(_ numbers: [CommitNumber]) throws(LogFailure) {
        let places = numbers.map { member.offset(of: $0) }
        guard !places.isEmpty else { return }
        try asking { (producer) throws(KafkaError) in
            try producer.sendOffsets(places, of: member.consumer, timeoutMilliseconds: Self.callMilliseconds)
        }
    }

    func commit() throws(LogFailure) {
        try asking { (producer) throws(KafkaError) in
            let written = try producer.commit(timeoutMilliseconds: Self.callMilliseconds)
            stateEnds = [:]
            for place in written where place.partition.topic == topics[.state] {
                stateEnds[place.partition.partition] = place.offset + 1
            }
        }
    }

    func stateEnd(of partition: Int32) -> Int64? { stateEnds[partition] }

    func abort() throws(LogFailure) {
        try asking { (producer) throws(KafkaError) in
            try producer.abort(timeoutMilliseconds: Self.callMilliseconds)
        }
    }

    private func make() throws(LogFailure) -> TransactionalProducer {
        try LogFailure.translating { () throws(KafkaError) in
            try TransactionalProducer(settings, transactionalID: transactionalID)
        }
    }

    /// Does what asks the producer; one that is lost is dropped, so that `open` makes another.
    private func asking(
        _ body: (TransactionalProducer) throws(KafkaError) -> Void
    ) throws(LogFailure) {
        guard let producer else { preconditionFailure("a transaction was used before it was opened") }
        defer { log.note(producer.takeNotices()) }
        do throws(KafkaError) {
            try body(producer)
        } catch {
            if error.recovery == .fatal { self.producer = nil }
            throw LogFailure(error)
        }
    }
}
