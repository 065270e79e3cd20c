internal import CloudModel
internal import DriftEngine
internal import KafkaLog
internal import Logging

/// The topics `profiles` and `approvals`, with clients of their own for each call. Every call blocks until the brokers answered.
struct ProfileTopics: Sendable {
    let settings: RunSettings
    let logger: Logger

    private static let callMilliseconds = 15_000

    /// What stands in them now.
    func read(
        _ sources: ControlSources
    ) throws(IntakeRefusal) -> (documents: DocumentSet, changes: ChangeBook) {
        var documents = DocumentSet(sources)
        var changes = ChangeBook()
        let (topics, approvals) = (settings.topics, settings.topics.name("approvals"))
        do throws(LogFailure) {
            let reader = try WholeTopics(
                settings.kafka, group: settings.group, topics.documents + [approvals], logger: logger)
            defer { reader.close() }
            try reader.readToEnd(
                seconds: settings.startSeconds, isStopRequested: { StopSignal.isRequested }
            ) { records in
                documents.take(records, of: topics)
                changes.take(records.filter { $0.position.source == approvals })
            }
        } catch {
            throw IntakeRefusal(503, message: error.reason)
        }
        if StopSignal.isRequested { throw IntakeRefusal(503, message: "the process stops") }
        if changes.faultCount > 0 {
            logger.warning(
                "records of approvals are not understood", metadata: ["records": "\(changes.faultCount)"])
        }
        return (documents, changes)
    }

    /// Says what becomes of a change.
    func write(_ change: ProfileChange) throws(IntakeRefusal) {
        try refusing { () throws(KafkaError) in try send([record(of: change)]) }
    }

    /// Puts a change's document in force.
    func publish(_ change: ProfileChange) throws(IntakeRefusal) {
        try refusing { () throws(KafkaError) in try send([profile(of: change)]) }
    }

    /// Both, in one transaction where the cluster has them; else what is said of it first, so that nothing is in force that
    /// nobody is told of.
    func apply(_ change: ProfileChange) throws(IntakeRefusal) {
        try refusing { () throws(KafkaError) in
            guard settings.isExactlyOnce else {
                try send([record(of: change)])
                return try send([profile(of: change)])
            }
            let producer = try TransactionalProducer(
                settings.kafka, transactionalID: settings.transactionalID + "-profiles")
            try producer.initTransactions(timeoutMilliseconds: Self.callMilliseconds)
            try producer.begin()
            do throws(KafkaError) {
                try producer.produce(record(of: change))
                try producer.produce(profile(of: change))
                _ = try producer.commit(timeoutMilliseconds: Self.callMilliseconds)
            } catch {
                // If that fails too the brokers end the transaction, or the next one of this name does.
                try? producer.abort(timeoutMilliseconds: Self.callMilliseconds)
                throw error
            }
        }
    }

    private func record(of change: ProfileChange) -> ProducerRecord {
        ProducerRecord(
            topic: settings.topics.name("approvals"), key: Array(change.id.utf8), value: change.json)
    }

    private func profile(of change: ProfileChange) -> ProducerRecord {
        ProducerRecord(
            topic: settings.topics.name("profiles"), key: Array(change.profile.utf8), value: change.document)
    }

    private func send(_ records: [ProducerRecord]) throws(KafkaError) {
        let producer = try Producer(settings.kafka)
        for record in records { try producer.produce(record) }
        try producer.flush(timeoutMilliseconds: Self.callMilliseconds)
    }

    private func refusing(_ work: () throws(KafkaError) -> Void) throws(IntakeRefusal) {
        do throws(KafkaError) { try work() } catch { throw IntakeRefusal(503, message: error.description) }
    }
}
