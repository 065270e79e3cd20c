internal import CloudModel
internal import DriftEngine
internal import KafkaLog
internal import WireFormats

/// The names of the output topics, and records as they are written there.
struct OutputTopicNames {
    private let names: [OutputTopic: String]
    private let partitionCount: Int32

    /// The names of these topics.
    init(of outputs: [OutputTopic], _ topics: TopicSettings) {
        partitionCount = Int32(topics.partitions)
        names = Dictionary(uniqueKeysWithValues: outputs.map { ($0, topics.name(of: $0)) })
    }

    /// All of them, by rising name.
    var all: [String] { names.values.sorted() }

    subscript(topic: OutputTopic) -> String { names[topic] ?? topic.rawValue }

    func message(_ record: OutputRecord, to partition: Int32?) -> ProducerRecord {
        let home = record.account.map { account in
            Partitioner.murmur2(Array(account.text.utf8), partitionCount: partitionCount)
        }
        return ProducerRecord(
            topic: self[record.topic], partition: partition ?? home,
            key: record.key.isEmpty ? nil : record.key,
            // On a compacted topic a null, not an empty value, deletes the key.
            value: record.value.isEmpty ? nil : record.value,
            headers: record.headers.map { KafkaHeader($0.name, Array($0.value.utf8)) })
    }
}
