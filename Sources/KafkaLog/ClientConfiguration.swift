internal import CRdkafka

/// librdkafka's configuration object until a client takes it over.
@safe final class ClientConfiguration {
    /// Nil once a client has taken it over.
    private var raw: OpaquePointer?
    private let secrets: [String]
    let tokens: TokenSource?

    init(
        _ properties: [(name: String, value: String)], secrets: [String], tokens: TokenSource? = nil
    ) throws(KafkaError) {
        self.secrets = secrets
        self.tokens = tokens
        guard let configuration = unsafe rd_kafka_conf_new() else {
            preconditionFailure("no memory for a Kafka configuration")
        }
        unsafe raw = configuration
        for property in properties { try set(property.name, property.value) }
    }

    deinit {
        if let raw = unsafe raw { unsafe rd_kafka_conf_destroy(raw) }
    }

    private func set(_ name: String, _ value: String) throws(KafkaError) {
        let (result, text) = unsafe withErrorText { room, count in
            unsafe rd_kafka_conf_set(raw, name, value, room, count)
        }
        guard result != RD_KAFKA_CONF_OK else { return }
        // The text may quote the value, even cut short.
        let quotesSecret = KafkaSettings.isSecret(name) && text.contains(value.prefix(4))
        let detail = quotesSecret ? "its value was refused" : hidingSecrets(text)
        throw .refused("Kafka property \(name): \(detail)")
    }

    /// Lets `body` change what is not a property, such as events and callbacks.
    func adjust(_ body: (OpaquePointer) -> Void) {
        if let raw = unsafe raw { unsafe body(raw) }
    }

    /// The value that librdkafka has for a property now, in its own spelling.
    func value(of name: String) -> String? {
        var count = 0
        guard let raw = unsafe raw, unsafe rd_kafka_conf_get(raw, name, nil, &count) == RD_KAFKA_CONF_OK
        else {
            return nil
        }
        return unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: count + 1) { room in
            unsafe room.initialize(repeating: 0)
            guard let start = room.baseAddress,
                unsafe rd_kafka_conf_get(raw, name, start, &count) == RD_KAFKA_CONF_OK
            else { return nil }
            return unsafe String(cString: start)
        }
    }

    /// Makes the client, which takes this configuration over.
    func makeClient(_ type: rd_kafka_type_t) throws(KafkaError) -> OpaquePointer {
        let (client, text) = unsafe withErrorText { room, count in unsafe rd_kafka_new(type, raw, room, count)
        }
        guard let client = unsafe client else { throw .refused("Kafka client: \(hidingSecrets(text))") }
        unsafe raw = nil
        return unsafe client
    }

    private func hidingSecrets(_ text: String) -> String {
        secrets.reduce(text) { $0.replacing($1, with: "[hidden]") }
    }
}

/// Calls `body` with room for an error text; returns its result and that text.
func withErrorText<Result>(
    _ body: (UnsafeMutablePointer<CChar>?, Int) -> Result
) -> (Result, String) {
    unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 512) { room in
        unsafe room.initialize(repeating: 0)
        let result = unsafe body(room.baseAddress, room.count)
        let text = unsafe room.baseAddress.map { unsafe String(cString: $0) } ?? ""
        return (result, text)
    }
}
