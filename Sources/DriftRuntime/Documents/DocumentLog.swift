internal import CloudModel
internal import DriftEngine
internal import KafkaLog
internal import Logging

/// Reads the topics of control documents whole, and then what comes after.
final class DocumentLog {
    private let reader: WholeTopics
    private let topics: TopicSettings

    /// A reader of the topics from their beginnings.
    init(
        _ settings: KafkaSettings, group: String, _ topics: TopicSettings, logger: Logger
    ) throws(LogFailure) {
        self.topics = topics
        reader = try WholeTopics(settings, group: group, topics.documents, logger: logger)
    }

    /// Takes over everything that stood in the topics when the reader was made.
    ///
    /// - Throws: if that takes too long.
    func readToEnd(
        into documents: inout DocumentSet, seconds: Int, isStopRequested: () -> Bool
    ) throws(LogFailure) {
        try reader.readToEnd(seconds: seconds, isStopRequested: isStopRequested) { records in
            documents.take(records, of: topics)
        }
        for (topic, next) in reader.next { documents.pass(topic, next: next) }
    }

    /// Takes over what has come. Returns true if it was anything.
    func read(into documents: inout DocumentSet) throws(LogFailure) -> Bool {
        let records = try reader.read()
        guard !records.isEmpty else { return false }
        documents.take(records, of: topics)
        return true
    }

    /// Stops reading.
    func close() { reader.close() }
}

extension DocumentSet {
    /// Takes those of the records that are of the topics of control documents.
    mutating func take(_ records: [DocumentRecord], of topics: TopicSettings) {
        let kinds: [String: Kind] = [
            topics.name("profiles"): .profile, topics.name("suppressions"): .suppression,
        ]
        take(records.compactMap { record in kinds[record.position.source].map { ($0, record) } })
    }
}
