internal import CRdkafka

/// A small Kafka cluster inside this process, for tests; other processes can reach it by its address.
///
/// It does groups, plain commits, headers and errors on request. It has no transactions: their calls succeed,
/// but aborted records are visible, offsets sent to a transaction are dropped, and nobody is fenced. It knows
/// no administration and keeps 5 MiB or 100,000 records a partition.
@safe public final class MockCluster {
    /// A kind of request that can be made to fail.
    public enum Request: Int16, Sendable {
        /// Records from a producer.
        case produce = 0
        /// Records to a consumer.
        case fetch = 1
        /// Oldest offset and end of a partition.
        case listOffsets = 2
        /// Brokers, topics, partitions.
        case metadata = 3
        /// A group's offsets to keep.
        case offsetCommit = 8
        /// A group's offsets to read.
        case offsetFetch = 9
        /// Which broker coordinates.
        case findCoordinator = 10
        /// A producer's id and epoch.
        case initProducerID = 22
        /// A partition that joins a transaction.
        case addPartitionsToTransaction = 24
        /// A group that joins a transaction.
        case addOffsetsToTransaction = 25
        /// Commit or abort.
        case endTransaction = 26
        /// A group's offsets inside a transaction.
        case transactionOffsetCommit = 28
    }

    private let handle: ClientHandle
    private let cluster: OpaquePointer

    /// A running cluster; brokers are numbered from 1.
    public init(brokerCount: Int = 1) throws(KafkaError) {
        handle = try ClientHandle(
            RD_KAFKA_PRODUCER, ClientConfiguration([("log.queue", "true")], secrets: []))
        guard let cluster = unsafe rd_kafka_mock_cluster_new(handle.client, Int32(brokerCount)) else {
            throw .refused("mock cluster with \(brokerCount) brokers")
        }
        unsafe self.cluster = cluster
    }

    deinit {
        unsafe rd_kafka_mock_cluster_destroy(cluster)
    }

    /// The value for `bootstrap.servers`.
    public var bootstrapServers: String {
        guard let text = unsafe rd_kafka_mock_cluster_bootstraps(cluster) else { return "" }
        return unsafe String(cString: text)
    }

    /// Creates a topic. Others come into being, with 4 partitions, when a client asks for them.
    public func createTopic(_ name: String, partitionCount: Int) throws(KafkaError) {
        try check(
            unsafe rd_kafka_mock_topic_create(cluster, name, Int32(partitionCount), 1),
            "create mock topic \(name)")
    }

    /// Makes the next requests of this kind fail, one for each code, in order.
    public func fail(next request: Request, with codes: [KafkaErrorCode]) {
        let raw = codes.map(\.raw)
        unsafe rd_kafka_mock_push_request_errors_array(cluster, request.rawValue, raw.count, raw)
    }

    /// Disconnects every client of the broker and lets none connect; nil is all brokers.
    public func takeDown(broker: Int32? = nil) throws(KafkaError) {
        try check(unsafe rd_kafka_mock_broker_set_down(cluster, broker ?? -1), "take mock broker down")
    }

    /// Lets clients connect to the broker again; nil is all brokers.
    public func bringUp(broker: Int32? = nil) throws(KafkaError) {
        try check(unsafe rd_kafka_mock_broker_set_up(cluster, broker ?? -1), "bring mock broker up")
    }

    /// Makes every answer of the broker take this long; nil is all brokers.
    public func setRoundTrip(milliseconds: Int, broker: Int32? = nil) throws(KafkaError) {
        let time = Int32(clamping: milliseconds)
        try check(unsafe rd_kafka_mock_broker_set_rtt(cluster, broker ?? -1, time), "delay mock broker")
    }

    private func check(_ code: rd_kafka_resp_err_t, _ operation: String) throws(KafkaError) {
        guard code == RD_KAFKA_RESP_ERR_NO_ERROR else { throw KafkaError(code, during: operation) }
    }
}
