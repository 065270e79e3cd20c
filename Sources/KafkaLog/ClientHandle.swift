internal import CRdkafka

/// One librdkafka client with its event queue. One thread uses it.
@safe final class ClientHandle {
    let client: OpaquePointer
    let events: OpaquePointer
    private var notices: [KafkaNotice] = []
    private var lastBrokerError: KafkaError?
    private var lastTransactionError: String?
    /// True if a consumer ends without telling its group; see `Consumer.close`.
    var endsSilently = false
    /// Where tokens come from; nil if the brokers want none.
    let tokens: TokenSource?

    /// More than this many unread notices push the oldest out.
    static let maximumNoticeCount = 256

    /// Makes the client; errors, logs and delivery reports come as events.
    init(_ type: rd_kafka_type_t, _ configuration: ClientConfiguration) throws(KafkaError) {
        tokens = configuration.tokens
        var kinds = RD_KAFKA_EVENT_ERROR | RD_KAFKA_EVENT_LOG | RD_KAFKA_EVENT_DR
        if tokens != nil { kinds |= RD_KAFKA_EVENT_OAUTHBEARER_TOKEN_REFRESH }
        unsafe configuration.adjust { raw in
            unsafe rd_kafka_conf_set_events(raw, kinds)
        }
        unsafe client = try configuration.makeClient(type)
        guard let queue = unsafe rd_kafka_queue_get_main(client) else {
            preconditionFailure("a Kafka client has a main queue")
        }
        unsafe events = queue
        unsafe rd_kafka_set_log_queue(client, nil)
        // The first call may block before any event is served.
        refreshToken()
    }

    deinit {
        unsafe rd_kafka_queue_destroy(events)
        unsafe rd_kafka_destroy_flags(client, endsSilently ? RD_KAFKA_DESTROY_F_NO_CONSUMER_CLOSE : 0)
    }

    /// Serves waiting events of a client that produces nothing.
    func serve(timeoutMilliseconds: Int32 = 0) {
        unsafe serve(timeoutMilliseconds: timeoutMilliseconds) { _ in }
    }

    /// Serves waiting events; waits for the first at most as long as said. Delivered or failed records go to
    /// `onDelivery`, the rest to the notices.
    func serve(
        timeoutMilliseconds: Int32, onDelivery: (UnsafePointer<rd_kafka_message_t>) -> Void
    ) {
        var timeout = timeoutMilliseconds
        while let event = unsafe rd_kafka_queue_poll(events, timeout) {
            unsafe handle(event, onDelivery)
            unsafe rd_kafka_event_destroy(event)
            timeout = 0
        }
    }

    private func handle(
        _ event: OpaquePointer, _ onDelivery: (UnsafePointer<rd_kafka_message_t>) -> Void
    ) {
        switch unsafe rd_kafka_event_type(event) {
        case RD_KAFKA_EVENT_DR:
            while let message = unsafe rd_kafka_event_message_next(event) { unsafe onDelivery(message) }
        case RD_KAFKA_EVENT_ERROR:
            let text = unsafe rd_kafka_event_error_string(event).map { unsafe String(cString: $0) }
            let error = unsafe KafkaError(rd_kafka_event_error(event), during: "Kafka client", detail: text)
            let complete = error.code == .fatal ? fatalFailure() ?? error : error
            lastBrokerError = complete
            note(.error(complete))
        case RD_KAFKA_EVENT_LOG: unsafe noteLog(event)
        case RD_KAFKA_EVENT_OAUTHBEARER_TOKEN_REFRESH: refreshToken()
        default: break
        }
    }

    private func noteLog(_ event: OpaquePointer) {
        var facility: UnsafePointer<CChar>?
        var text: UnsafePointer<CChar>?
        var level: Int32 = 0
        guard unsafe rd_kafka_event_log(event, &facility, &text, &level) == 0 else { return }
        let place = unsafe facility.map { unsafe String(cString: $0) } ?? ""
        let message = unsafe text.map { unsafe String(cString: $0) } ?? ""
        if place == "TXNERR" { lastTransactionError = message }
        note(.log(level: Int(level), facility: place, message: message))
    }

    func note(_ notice: KafkaNotice) {
        if notices.count == Self.maximumNoticeCount { notices.removeFirst() }
        notices.append(notice)
    }

    /// The notices served since the last call.
    func takeNotices() -> [KafkaNotice] {
        defer { notices.removeAll(keepingCapacity: true) }
        return notices
    }

    /// The error that made this client useless, if one did.
    func fatalFailure() -> KafkaError? {
        let (code, text) = unsafe withErrorText { room, count in
            unsafe rd_kafka_fatal_error(client, room, count)
        }
        guard code != RD_KAFKA_RESP_ERR_NO_ERROR else { return nil }
        return KafkaError(
            code: KafkaErrorCode(code), message: "Kafka client: \(text)", isFatal: true)
    }

    /// Some errors say little by themselves: a time-out gets what the brokers' connections said last, a purged
    /// record why its transaction failed; as far as events were served.
    func explained(_ error: KafkaError) -> KafkaError {
        if error.code == .timedOut, let lastBrokerError {
            return error.adding("last broker error: \(lastBrokerError.message)")
        }
        if error.isConsequence, let lastTransactionError {
            return error.adding(lastTransactionError)
        }
        return error
    }
}
