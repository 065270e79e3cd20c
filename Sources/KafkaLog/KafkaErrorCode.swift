internal import CRdkafka

/// The number of an error: positive as brokers send it, negative where the client itself made it.
public struct KafkaErrorCode: RawRepresentable, Hashable, Sendable {
    /// The number as librdkafka knows it.
    public let rawValue: Int32

    /// The code with this number, known or not.
    public init(rawValue: Int32) {
        self.rawValue = rawValue
    }

    /// The code's name as librdkafka writes it, such as `ILLEGAL_GENERATION` or `_TIMED_OUT`.
    public var name: String {
        guard let text = unsafe rd_kafka_err2name(raw) else { return "ERR_\(rawValue)" }
        return unsafe String(cString: text)
    }

    /// The code's one-line text.
    public var text: String {
        guard let text = unsafe rd_kafka_err2str(raw) else { return name }
        return unsafe String(cString: text)
    }

    var raw: rd_kafka_resp_err_t { rd_kafka_resp_err_t(rawValue) }

    init(_ raw: rd_kafka_resp_err_t) {
        rawValue = raw.rawValue
    }
}

extension KafkaErrorCode {
    /// No error.
    public static let none = KafkaErrorCode(RD_KAFKA_RESP_ERR_NO_ERROR)
    /// The time given for the call is over.
    public static let timedOut = KafkaErrorCode(RD_KAFKA_RESP_ERR__TIMED_OUT)
    /// The connection to a broker broke.
    public static let transport = KafkaErrorCode(RD_KAFKA_RESP_ERR__TRANSPORT)
    /// No broker can be reached at present.
    public static let allBrokersDown = KafkaErrorCode(RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN)
    /// A setting or an argument was refused.
    public static let invalidArgument = KafkaErrorCode(RD_KAFKA_RESP_ERR__INVALID_ARG)
    /// The client is in a state in which this call makes no sense.
    public static let wrongState = KafkaErrorCode(RD_KAFKA_RESP_ERR__STATE)
    /// The brokers or their token endpoint refuse who we are.
    public static let authentication = KafkaErrorCode(RD_KAFKA_RESP_ERR__AUTHENTICATION)
    /// The local queue of unsent records is full.
    public static let queueFull = KafkaErrorCode(RD_KAFKA_RESP_ERR__QUEUE_FULL)
    /// The client dropped the record before sending it, because its transaction failed or was aborted.
    public static let purgedFromQueue = KafkaErrorCode(RD_KAFKA_RESP_ERR__PURGE_QUEUE)
    /// The client dropped the record after sending it, because its transaction failed or was aborted.
    public static let purgedInFlight = KafkaErrorCode(RD_KAFKA_RESP_ERR__PURGE_INFLIGHT)
    /// A newer producer with the same transactional id has taken over.
    public static let fenced = KafkaErrorCode(RD_KAFKA_RESP_ERR__FENCED)
    /// Another producer with the same transactional id was opened; the broker says so.
    public static let producerFenced = KafkaErrorCode(RD_KAFKA_RESP_ERR_PRODUCER_FENCED)
    /// Another member with the same `group.instance.id` has joined the group.
    public static let instanceFenced = KafkaErrorCode(RD_KAFKA_RESP_ERR_FENCED_INSTANCE_ID)
    /// The client met an error that it cannot recover from.
    public static let fatal = KafkaErrorCode(RD_KAFKA_RESP_ERR__FATAL)
    /// The client library or broker lacks this feature.
    public static let unsupportedFeature = KafkaErrorCode(RD_KAFKA_RESP_ERR__UNSUPPORTED_FEATURE)
    /// The group has moved on to another generation.
    public static let illegalGeneration = KafkaErrorCode(RD_KAFKA_RESP_ERR_ILLEGAL_GENERATION)
    /// The topic or partition does not exist.
    public static let unknownTopicOrPartition = KafkaErrorCode(
        RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART)
    /// The topic exists already.
    public static let topicAlreadyExists = KafkaErrorCode(RD_KAFKA_RESP_ERR_TOPIC_ALREADY_EXISTS)
    /// This client may not use the topic.
    public static let topicAuthorizationFailed = KafkaErrorCode(
        RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED)
    /// This client may not use the transactional id.
    public static let transactionalIDAuthorizationFailed = KafkaErrorCode(
        RD_KAFKA_RESP_ERR_TRANSACTIONAL_ID_AUTHORIZATION_FAILED)
    /// The coordinator is still loading its state.
    public static let coordinatorLoading = KafkaErrorCode(RD_KAFKA_RESP_ERR_COORDINATOR_LOAD_IN_PROGRESS)
    /// The broker does not lead the partition, or not yet.
    public static let notLeader = KafkaErrorCode(RD_KAFKA_RESP_ERR_NOT_LEADER_FOR_PARTITION)
    /// The asked broker is not the coordinator.
    public static let notCoordinator = KafkaErrorCode(RD_KAFKA_RESP_ERR_NOT_COORDINATOR)
    /// The record or batch is larger than the topic allows.
    public static let messageTooLarge = KafkaErrorCode(RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE)
    /// The coordinator knows no group of this name.
    public static let groupNotFound = KafkaErrorCode(RD_KAFKA_RESP_ERR_GROUP_ID_NOT_FOUND)
    /// The producer's id and epoch are not the coordinator's.
    public static let invalidProducerEpoch = KafkaErrorCode(RD_KAFKA_RESP_ERR_INVALID_PRODUCER_EPOCH)
    /// The partition has no such offset.
    public static let offsetOutOfRange = KafkaErrorCode(RD_KAFKA_RESP_ERR_OFFSET_OUT_OF_RANGE)
}

extension KafkaErrorCode {
    /// Whether a partition has no leader for the moment, as one that was made just now.
    var isWithoutLeader: Bool {
        self == .notLeader || self == KafkaErrorCode(RD_KAFKA_RESP_ERR_LEADER_NOT_AVAILABLE)
    }
}
