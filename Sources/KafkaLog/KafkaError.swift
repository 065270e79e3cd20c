internal import CRdkafka

/// Trouble with Kafka, and what may be done about it.
///
/// It never holds the value of a secret setting.
public struct KafkaError: Error, Hashable, Sendable {
    /// What the caller may do.
    public enum Recovery: Hashable, Sendable {
        /// The same call with the same arguments may succeed later.
        case retry
        /// The open transaction must be aborted; the producer stays usable.
        case abortTransaction
        /// The client is of no more use, or the call can never succeed.
        case fatal
    }

    /// The error's number.
    public let code: KafkaErrorCode
    /// What was tried and what came back, for people.
    public let message: String
    /// Whether the same call may succeed later.
    public let isRetriable: Bool
    /// Whether the open transaction must be aborted.
    public let requiresAbort: Bool
    /// Whether the client is lost and must be made anew.
    public let isFatal: Bool

    /// An error made of its parts; for code that stands in for a client in tests.
    public init(
        code: KafkaErrorCode, message: String, isRetriable: Bool = false, requiresAbort: Bool = false,
        isFatal: Bool = false
    ) {
        self.code = code
        self.message = message
        self.isRetriable = isRetriable
        self.requiresAbort = requiresAbort
        self.isFatal = isFatal
    }

    /// What to do. An error with no mark at all counts as fatal, because nothing is promised about it.
    public var recovery: Recovery {
        if isFatal { return .fatal }
        if requiresAbort { return .abortTransaction }
        return isRetriable ? .retry : .fatal
    }
}

extension KafkaError: CustomStringConvertible {
    /// The message with the code's name.
    public var description: String { "\(message) [\(code.name)]" }
}

extension KafkaError {
    /// An error of a call that returns a bare code.
    init(_ raw: rd_kafka_resp_err_t, during operation: String, detail: String? = nil) {
        let code = KafkaErrorCode(raw)
        self.init(
            code: code, message: "\(operation): \(detail ?? code.text)",
            isRetriable: Self.passing.contains(code), isFatal: code == .fatal || code == .fenced)
    }

    /// An error of a call that returns a rich error; frees it.
    init(consuming raw: OpaquePointer, during operation: String) {
        let text = unsafe rd_kafka_error_string(raw)
        self.init(
            code: unsafe KafkaErrorCode(rd_kafka_error_code(raw)),
            message: unsafe "\(operation): \(text.map { unsafe String(cString: $0) } ?? "no text")",
            isRetriable: unsafe rd_kafka_error_is_retriable(raw) != 0,
            requiresAbort: unsafe rd_kafka_error_txn_requires_abort(raw) != 0,
            isFatal: unsafe rd_kafka_error_is_fatal(raw) != 0)
        unsafe rd_kafka_error_destroy(raw)
    }

    /// The same error with more to say.
    func adding(_ detail: String) -> KafkaError {
        KafkaError(
            code: code, message: "\(message); \(detail)", isRetriable: isRetriable,
            requiresAbort: requiresAbort, isFatal: isFatal)
    }

    /// The same error, when it happened to a record of an open transaction.
    var abortingTransaction: KafkaError {
        KafkaError(code: code, message: message, requiresAbort: true, isFatal: isFatal)
    }

    /// Whether a record was only dropped because its transaction had failed already.
    var isConsequence: Bool { code == .purgedFromQueue || code == .purgedInFlight }

    /// A refused setting or argument.
    static func refused(_ message: String) -> KafkaError {
        KafkaError(code: .invalidArgument, message: message)
    }

    /// Whether another client with the same name has taken this one's place.
    public var isFencing: Bool {
        [.fenced, .producerFenced, .invalidProducerEpoch, .instanceFenced].contains(code)
    }

    /// Codes that pass by themselves, for calls whose errors carry no flags.
    private static let passing: Set<KafkaErrorCode> = [
        .timedOut, .transport, .allBrokersDown, .coordinatorLoading, .notCoordinator, .queueFull,
        KafkaErrorCode(RD_KAFKA_RESP_ERR__WAIT_COORD), KafkaErrorCode(RD_KAFKA_RESP_ERR_REQUEST_TIMED_OUT),
        KafkaErrorCode(RD_KAFKA_RESP_ERR_COORDINATOR_NOT_AVAILABLE),
        KafkaErrorCode(RD_KAFKA_RESP_ERR_LEADER_NOT_AVAILABLE),
        .notLeader,
        KafkaErrorCode(RD_KAFKA_RESP_ERR_NETWORK_EXCEPTION),
        KafkaErrorCode(RD_KAFKA_RESP_ERR_REBALANCE_IN_PROGRESS),
        KafkaErrorCode(RD_KAFKA_RESP_ERR_UNSTABLE_OFFSET_COMMIT),
    ]
}
