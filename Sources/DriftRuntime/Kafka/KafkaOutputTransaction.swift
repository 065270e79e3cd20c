internal import DriftEngine
internal import KafkaLog
internal import Logging
internal import WireFormats

/// The output topics, written in transactions together with the inputs' offsets.
final class KafkaOutputTransaction: OutputTransaction {
    private let settings: KafkaSettings
    private let transactionalID: String
    private let topics: [OutputTopic: String]
    /// The member of the group whose offsets and generation go into the transactions.
    private let consumer: Consumer
    private let log: ClientLog
    /// Nil before the first `open` and after a fatal failure.
    private var producer: TransactionalProducer?

    private static let openMilliseconds = 30_000
    private static let callMilliseconds = 15_000

    init(
        _ settings: KafkaSettings, transactionalID: String, topics: TopicSettings, consumer: Consumer,
        logger: Logger
    ) {
        self.settings = settings
        self.transactionalID = transactionalID
        self.topics = Dictionary(
            uniqueKeysWithValues: Set(OutputTopic.ofDetector + OutputTopic.ofRoute).map {
                ($0, topics.name(of: $0))
            })
        self.consumer = consumer
        log = ClientLog(logger, "outputs")
    }

    func open() throws(LogFailure) {
        if producer == nil { producer = try make() }
        try asking { (producer) throws(KafkaError) in
            try producer.initTransactions(timeoutMilliseconds: Self.openMilliseconds)
        }
    }

    func begin() throws(LogFailure) {
        try asking { (producer) throws(KafkaError) in try producer.begin() }
    }

    func send(_ record: OutputRecord, to partition: Int32?) throws(LogFailure) {
        let message = ProducerRecord(
            topic: topics[record.topic] ?? record.topic.rawValue, partition: partition,
            key: record.key.isEmpty ? nil : record.key,
            // On a compacted topic a null, not an empty value, deletes the key.
            value: record.value.isEmpty ? nil : record.value,
            headers: record.headers.map { KafkaHeader($0.name, Array($0.value.utf8)) })
        try asking { (producer) throws(KafkaError) in try producer.produce(message) }
    }

    func sendOffsets(_ offsets: [InputOffset]) throws(LogFailure) {
        let places = offsets.map { PartitionOffset(TopicPartition($0.topic, $0.partition), $0.next) }
        guard !places.isEmpty else { return }
        try asking { (producer) throws(KafkaError) in
            try producer.sendOffsets(places, of: consumer, timeoutMilliseconds: Self.callMilliseconds)
        }
    }

    func commit() throws(LogFailure) {
        try asking { (producer) throws(KafkaError) in
            _ = try producer.commit(timeoutMilliseconds: Self.callMilliseconds)
        }
    }

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
