internal import CRdkafka

/// librdkafka properties as the configuration gives them, checked, with secrets kept out of every text.
///
/// All properties of the library pass through (TLS, SASL and the rest). Our defaults are added per kind of
/// client, and only where nothing was said (`defaults(for:)`).
public struct KafkaSettings: Sendable {
    /// The properties in the order given.
    let properties: [(name: String, value: String)]
    /// The rate that the prefetch queue is sized for.
    let maximumInputBytesPerSecond: Int
    /// Where tokens for SASL OAUTHBEARER come from; nil if none are needed.
    let tokens: TokenSource?

    /// Properties of the configuration file, in its order; of equal names the last counts.
    ///
    /// Refuses a name that librdkafka does not know, a value it cannot read, properties that the program sets
    /// itself (`group.id`, `transactional.id`, `enable.idempotence`), and settings under which records would
    /// be lost: the cooperative assignor, which is faulty in librdkafka before 2.10, and automatic commits.
    /// A consumer's prefetch queue is sized for `maximumInputBytesPerSecond`.
    public init(
        _ properties: [(name: String, value: String)], maximumInputBytesPerSecond: Int = 100_000_000,
        tokens: TokenSource? = nil
    ) throws(KafkaError) {
        self.properties = properties
        self.tokens = tokens
        self.maximumInputBytesPerSecond = maximumInputBytesPerSecond
        for property in properties { try Self.check(property.name, property.value) }
        _ = try ClientConfiguration(properties, secrets: secretValues)
    }

    /// The settings with one more property, which beats an earlier one of its name.
    public func setting(_ name: String, _ value: String) throws(KafkaError) -> KafkaSettings {
        try KafkaSettings(
            properties + [(name, value)], maximumInputBytesPerSecond: maximumInputBytesPerSecond,
            tokens: tokens)
    }

    /// The settings with another source of tokens.
    public func setting(tokens: @escaping TokenSource) throws(KafkaError) -> KafkaSettings {
        try KafkaSettings(
            properties, maximumInputBytesPerSecond: maximumInputBytesPerSecond, tokens: tokens)
    }

    /// The value given for a property, or nil; nil for every secret.
    public func value(of name: String) -> String? {
        Self.isSecret(name) ? nil : properties.last { $0.name == name }?.value
    }

    private static func check(_ name: String, _ value: String) throws(KafkaError) {
        switch name {
        case "group.id", "transactional.id", "enable.idempotence", "log.queue":
            throw .refused("Kafka property \(name): the program sets it; leave it out of the properties")
        case "partition.assignment.strategy" where value.contains("cooperative"):
            throw .refused(
                "Kafka property \(name): \(value) loses assignments in this librdkafka; use range")
        case "enable.auto.commit" where value != "false":
            throw .refused(
                "Kafka property \(name): must be false; offsets are committed with the outputs")
        default: return
        }
    }
}

extension KafkaSettings: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The properties, one `name=value` each, secrets hidden.
    public var description: String {
        properties.map { "\($0.name)=\(Self.isSecret($0.name) ? "[hidden]" : $0.value)" }
            .joined(separator: ", ")
    }

    /// The same as `description`.
    public var debugDescription: String { description }

    /// Shows no stored property, because dumps would show the secrets.
    public var customMirror: Mirror { Mirror(self, children: [("properties", description)]) }

    /// Whether the property's value must never be shown.
    static func isSecret(_ name: String) -> Bool {
        let marks = ["password", "secret", ".pem", "token", "oauthbearer.config", "jaas"]
        return marks.contains { name.lowercased().contains($0) }
    }

    /// The values that no text may hold.
    var secretValues: [String] {
        properties.filter { Self.isSecret($0.name) && !$0.value.isEmpty }.map(\.value)
    }
}
