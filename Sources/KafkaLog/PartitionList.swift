internal import CRdkafka

/// librdkafka's list of partitions with offsets and errors, owned.
@safe struct PartitionList: ~Copyable {
    let raw: UnsafeMutablePointer<rd_kafka_topic_partition_list_t>

    /// An empty list with room.
    init(capacity: Int) {
        guard let list = unsafe rd_kafka_topic_partition_list_new(Int32(clamping: capacity)) else {
            preconditionFailure("no memory for a list of partitions")
        }
        unsafe raw = list
    }

    init(_ offsets: [PartitionOffset]) {
        self.init(capacity: offsets.count)
        for entry in offsets { add(entry.partition, entry.offset) }
    }

    init(_ partitions: [TopicPartition], at start: StartOffset = .committed) {
        self.init(capacity: partitions.count)
        for partition in partitions { add(partition, start.number) }
    }

    deinit {
        unsafe rd_kafka_topic_partition_list_destroy(raw)
    }

    private func add(_ partition: TopicPartition, _ offset: Int64) {
        guard
            let entry = unsafe rd_kafka_topic_partition_list_add(raw, partition.topic, partition.partition)
        else { preconditionFailure("no memory for a partition") }
        unsafe entry.pointee.offset = offset
    }

    /// The partitions with their offsets; nil where the list has none. Throws the first partition's error.
    func offsets(of operation: String) throws(KafkaError) -> [TopicPartition: Int64] {
        var found: [TopicPartition: Int64] = [:]
        let count = unsafe Int(raw.pointee.cnt)
        for index in 0..<count {
            let entry = unsafe raw.pointee.elems[index]
            let partition = unsafe TopicPartition(String(cString: entry.topic), entry.partition)
            let error = unsafe entry.err
            guard error == RD_KAFKA_RESP_ERR_NO_ERROR else {
                throw KafkaError(error, during: "\(operation) \(partition)")
            }
            let offset = unsafe entry.offset
            if offset >= 0 { found[partition] = offset }
        }
        return found
    }

    /// The partitions of a list that librdkafka owns.
    static func partitions(
        of list: UnsafeMutablePointer<rd_kafka_topic_partition_list_t>?
    ) -> [TopicPartition] {
        guard let list = unsafe list else { return [] }
        let count = unsafe Int(list.pointee.cnt)
        return (0..<count).map { index in
            let entry = unsafe list.pointee.elems[index]
            return unsafe TopicPartition(String(cString: entry.topic), entry.partition)
        }.sorted()
    }
}

extension StartOffset {
    /// The number that stands for it in librdkafka.
    var number: Int64 {
        switch self {
        case .committed: Int64(RD_KAFKA_OFFSET_INVALID)
        case .beginning: Int64(RD_KAFKA_OFFSET_BEGINNING)
        case .end: Int64(RD_KAFKA_OFFSET_END)
        case .at(let offset): offset
        }
    }
}
