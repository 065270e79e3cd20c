internal import CRdkafka

/// A topic to create.
public struct TopicPlan: Hashable, Sendable {
    /// The topic's name.
    public var name: String
    /// How many partitions it gets.
    public var partitionCount: Int
    /// How many brokers keep each; nil is the cluster's default.
    public var replicationFactor: Int?
    /// Topic configuration, such as `cleanup.policy`.
    public var configuration: [String: String]

    /// A plan for one topic.
    public init(
        _ name: String, partitionCount: Int, replicationFactor: Int? = nil,
        configuration: [String: String] = [:]
    ) {
        self.name = name
        self.partitionCount = partitionCount
        self.replicationFactor = replicationFactor
        self.configuration = configuration
    }
}

/// What became of a topic to create.
public enum TopicOutcome: Hashable, Sendable {
    /// It was created.
    case created
    /// It was there already; its partition count and configuration may be others than planned.
    case existed
    /// It could not be created.
    case failed(KafkaError)
}

/// Creates and describes topics. One thread owns it.
@safe public final class KafkaAdmin {
    let handle: ClientHandle
    let results: OpaquePointer

    /// A client for administration; connects in the background.
    public init(_ settings: KafkaSettings) throws(KafkaError) {
        handle = try ClientHandle(RD_KAFKA_PRODUCER, settings.resolved(for: .administrator))
        guard let queue = unsafe rd_kafka_queue_new(handle.client) else {
            preconditionFailure("no memory for a Kafka queue")
        }
        unsafe results = queue
    }

    deinit {
        unsafe rd_kafka_queue_destroy(results)
    }

    /// Creates the topics; returns the outcome of each by name. Throws if the cluster did not answer.
    public func createTopics(
        _ plans: [TopicPlan], timeoutMilliseconds: Int
    ) throws(KafkaError) -> [String: TopicOutcome] {
        guard !plans.isEmpty else { return [:] }
        var topics: [OpaquePointer?] = unsafe []
        defer { for index in unsafe topics.indices { unsafe rd_kafka_NewTopic_destroy(topics[index]) } }
        for plan in plans { unsafe topics.append(try Self.makeTopic(plan)) }
        let options = unsafe rd_kafka_AdminOptions_new(handle.client, RD_KAFKA_ADMIN_OP_CREATETOPICS)
        defer { unsafe rd_kafka_AdminOptions_destroy(options) }
        let timeout = Int32(clamping: timeoutMilliseconds)
        _ = unsafe withErrorText { room, count in
            unsafe rd_kafka_AdminOptions_set_request_timeout(options, timeout, room, count)
        }
        unsafe topics.withUnsafeMutableBufferPointer { list in
            unsafe rd_kafka_CreateTopics(handle.client, list.baseAddress, list.count, options, results)
        }
        // The request ends by itself at its own timeout; the rest is for the answer to get here.
        guard let event = unsafe rd_kafka_queue_poll(results, timeout &+ 1000) else {
            handle.serve()
            throw handle.explained(KafkaError(RD_KAFKA_RESP_ERR__TIMED_OUT, during: "create topics"))
        }
        defer { unsafe rd_kafka_event_destroy(event) }
        return try unsafe outcomes(of: event)
    }

    private static func makeTopic(_ plan: TopicPlan) throws(KafkaError) -> OpaquePointer {
        let (topic, text) = unsafe withErrorText { room, count in
            unsafe rd_kafka_NewTopic_new(
                plan.name, Int32(clamping: plan.partitionCount), Int32(plan.replicationFactor ?? -1), room,
                count)
        }
        guard let topic = unsafe topic else { throw .refused("topic \(plan.name): \(text)") }
        for (name, value) in plan.configuration {
            let code = unsafe rd_kafka_NewTopic_set_config(topic, name, value)
            precondition(code == RD_KAFKA_RESP_ERR_NO_ERROR, "a topic property has a name")
        }
        return unsafe topic
    }

    private func outcomes(of event: OpaquePointer) throws(KafkaError) -> [String: TopicOutcome] {
        let code = unsafe rd_kafka_event_error(event)
        if code != RD_KAFKA_RESP_ERR_NO_ERROR {
            let text = unsafe rd_kafka_event_error_string(event).map { unsafe String(cString: $0) }
            handle.serve()
            throw handle.explained(KafkaError(code, during: "create topics", detail: text))
        }
        var count = 0
        let list = unsafe rd_kafka_CreateTopics_result_topics(
            rd_kafka_event_CreateTopics_result(event), &count)
        var found: [String: TopicOutcome] = [:]
        for index in 0..<count {
            let entry = unsafe list?[index]
            let name = unsafe String(cString: rd_kafka_topic_result_name(entry))
            let text = unsafe rd_kafka_topic_result_error_string(entry).map { unsafe String(cString: $0) }
            found[name] = Self.outcome(unsafe rd_kafka_topic_result_error(entry), name, text)
        }
        return found
    }

    private static func outcome(_ code: rd_kafka_resp_err_t, _ name: String, _ text: String?) -> TopicOutcome
    {
        switch code {
        case RD_KAFKA_RESP_ERR_NO_ERROR: .created
        case RD_KAFKA_RESP_ERR_TOPIC_ALREADY_EXISTS: .existed
        default: .failed(KafkaError(code, during: "create topic \(name)", detail: text))
        }
    }

    /// The partition count of every topic of the cluster that this client may see, by name.
    ///
    /// Asks for all topics, because asking for one by name can create it.
    public func partitionCounts(timeoutMilliseconds: Int) throws(KafkaError) -> [String: Int] {
        var answer: UnsafePointer<rd_kafka_metadata>?
        let code = unsafe rd_kafka_metadata(
            handle.client, 1, nil, &answer, Int32(clamping: timeoutMilliseconds))
        guard code == RD_KAFKA_RESP_ERR_NO_ERROR, let metadata = unsafe answer else {
            handle.serve()
            throw handle.explained(KafkaError(code, during: "describe topics"))
        }
        defer { unsafe rd_kafka_metadata_destroy(metadata) }
        var counts: [String: Int] = [:]
        for index in 0..<(unsafe Int(metadata.pointee.topic_cnt)) {
            let topic = unsafe metadata.pointee.topics[index]
            counts[unsafe String(cString: topic.topic)] = unsafe Int(topic.partition_cnt)
        }
        return counts
    }

    /// What the client had to say since the last call.
    public func takeNotices() -> [KafkaNotice] {
        handle.serve()
        return handle.takeNotices()
    }
}
