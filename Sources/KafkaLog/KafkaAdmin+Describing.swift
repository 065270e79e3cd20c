internal import CRdkafka

/// What a cluster says of itself.
public struct ClusterDescription: Sendable, Hashable {
    /// The brokers as `host:port`, by number.
    public internal(set) var brokers: [String] = []
    /// The topics by name.
    public internal(set) var topics: [String: TopicDescription] = [:]

    /// Nothing known.
    public init() {}
}

/// What a cluster says of a topic.
public struct TopicDescription: Sendable, Hashable {
    /// How many partitions it has.
    public let partitionCount: Int
    /// How many brokers keep the partition that the fewest keep.
    public let replicaCount: Int
    /// Partitions that have no leader at present.
    public let leaderlessCount: Int

    /// One topic.
    public init(partitionCount: Int, replicaCount: Int, leaderlessCount: Int) {
        self.partitionCount = partitionCount
        self.replicaCount = replicaCount
        self.leaderlessCount = leaderlessCount
    }
}

extension KafkaAdmin {
    /// The brokers and every topic that this client may see.
    public func describe(timeoutMilliseconds: Int) throws(KafkaError) -> ClusterDescription {
        let metadata = unsafe try handle.metadata(
            ofAll: true, timeoutMilliseconds: timeoutMilliseconds, during: "describe cluster")
        defer { unsafe rd_kafka_metadata_destroy(metadata) }
        var cluster = ClusterDescription()
        for index in 0..<(unsafe Int(metadata.pointee.broker_cnt)) {
            let broker = unsafe metadata.pointee.brokers[index]
            cluster.brokers.append(unsafe "\(String(cString: broker.host)):\(broker.port)")
        }
        for index in 0..<(unsafe Int(metadata.pointee.topic_cnt)) {
            let topic = unsafe metadata.pointee.topics[index]
            cluster.topics[unsafe String(cString: topic.topic)] = unsafe Self.describe(topic)
        }
        return cluster
    }

    private static func describe(_ topic: rd_kafka_metadata_topic) -> TopicDescription {
        var (replicas, leaderless) = (Int.max, 0)
        for index in 0..<(unsafe Int(topic.partition_cnt)) {
            let partition = unsafe topic.partitions[index]
            replicas = min(replicas, unsafe Int(partition.replica_cnt))
            if unsafe partition.leader < 0 { leaderless += 1 }
        }
        return TopicDescription(
            partitionCount: unsafe Int(topic.partition_cnt),
            replicaCount: replicas == .max ? 0 : replicas, leaderlessCount: leaderless)
    }

    /// The properties of topics, by topic. A topic whose properties were not told is missing. Throws if the
    /// cluster did not answer at all.
    public func properties(
        ofTopics names: [String], timeoutMilliseconds: Int
    ) throws(KafkaError) -> [String: [String: String]] {
        guard !names.isEmpty else { return [:] }
        var wanted: [OpaquePointer?] = unsafe names.map { name in
            unsafe rd_kafka_ConfigResource_new(RD_KAFKA_RESOURCE_TOPIC, name)
        }
        defer { for index in unsafe wanted.indices { unsafe rd_kafka_ConfigResource_destroy(wanted[index]) } }
        let options = unsafe rd_kafka_AdminOptions_new(handle.client, RD_KAFKA_ADMIN_OP_DESCRIBECONFIGS)
        defer { unsafe rd_kafka_AdminOptions_destroy(options) }
        let timeout = Int32(clamping: timeoutMilliseconds)
        _ = unsafe withErrorText { room, count in
            unsafe rd_kafka_AdminOptions_set_request_timeout(options, timeout, room, count)
        }
        unsafe wanted.withUnsafeMutableBufferPointer { list in
            unsafe rd_kafka_DescribeConfigs(handle.client, list.baseAddress, list.count, options, results)
        }
        guard let event = unsafe rd_kafka_queue_poll(results, timeout &+ 1000) else {
            handle.serve()
            throw handle.explained(KafkaError(RD_KAFKA_RESP_ERR__TIMED_OUT, during: "describe topics"))
        }
        defer { unsafe rd_kafka_event_destroy(event) }
        let code = unsafe rd_kafka_event_error(event)
        guard code == RD_KAFKA_RESP_ERR_NO_ERROR else {
            let text = unsafe rd_kafka_event_error_string(event).map { unsafe String(cString: $0) }
            throw handle.explained(KafkaError(code, during: "describe topics", detail: text))
        }
        return unsafe Self.properties(in: event)
    }

    private static func properties(in event: OpaquePointer) -> [String: [String: String]] {
        var count = 0
        let list = unsafe rd_kafka_DescribeConfigs_result_resources(
            rd_kafka_event_DescribeConfigs_result(event), &count)
        var found: [String: [String: String]] = [:]
        for index in 0..<count {
            let resource = unsafe list?[index]
            guard unsafe rd_kafka_ConfigResource_error(resource) == RD_KAFKA_RESP_ERR_NO_ERROR else {
                continue
            }
            let name = unsafe String(cString: rd_kafka_ConfigResource_name(resource))
            found[name] = unsafe entries(of: resource)
        }
        return found
    }

    private static func entries(of resource: OpaquePointer?) -> [String: String] {
        var count = 0
        let list = unsafe rd_kafka_ConfigResource_configs(resource, &count)
        var found: [String: String] = [:]
        for index in 0..<count {
            let entry = unsafe list?[index]
            guard let value = unsafe rd_kafka_ConfigEntry_value(entry) else { continue }
            found[unsafe String(cString: rd_kafka_ConfigEntry_name(entry))] = unsafe String(cString: value)
        }
        return found
    }

    /// The oldest version of each request that a broker still takes, by the request's name, as far as connections
    /// were made; the settings must have `debug` with `feature`, which makes the library log it.
    public func oldestVersions() -> [String: Int] {
        handle.serve(timeoutMilliseconds: 100)
        var found: [String: Int] = [:]
        for case .log(_, _, let message) in handle.takeNotices() {
            guard let match = message.firstMatch(of: #/ApiKey (\w+) \(\d+\) Versions (\d+)\.\.\d+/#),
                let version = Int(match.2)
            else { continue }
            found[String(match.1)] = max(found[String(match.1)] ?? 0, version)
        }
        return found
    }
}
