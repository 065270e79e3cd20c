public import DriftEngine
public import KafkaLog

/// What the commands that talk to Kafka are told: the settings file with the environment's changes.
///
/// Every field may be given as a variable: `PLUMBLINE_` and its path in upper case with `_` for `.`, as in
/// `PLUMBLINE_TOPICS_PARTITIONS`; a property of librdkafka as in `PLUMBLINE_KAFKA_BOOTSTRAP_SERVERS`. Secrets
/// stand in files (`sasl.password_file`) or in variables only.
public struct RunSettings: Sendable {
    /// librdkafka's properties for the cluster of the outputs, the state and the group.
    public let kafka: KafkaSettings
    /// The same for the cluster of the inputs; nil if all topics are on one.
    public let inputKafka: KafkaSettings?
    /// Where the partitions' committed state is kept on this machine.
    public let stateDirectory: String
    /// How many resources of a partition may be in memory between transactions; nil is all.
    public let residentResources: Int?
    /// The consumer group; it shares out the partitions of the state topic.
    public let group: String
    /// Names this process's transactions; two processes at a time must not share it, a restart must keep it.
    public let transactionalID: String
    /// Names and layout of the topics.
    public let topics: TopicSettings
    /// Controls, profiles and suppressions.
    public let controls: ControlSettings
    /// How much one transaction may take in.
    public let batch: BatchLimit
    /// How long a poll waits for the first record, in milliseconds.
    public let waitMilliseconds: Int
    /// How long the brokers have to answer at the start, in seconds.
    public let startSeconds: Int
    /// How long a graceful stop may take, in seconds; then the process ends all the same.
    public let stopSeconds: Int
    /// The least level that is logged: `trace`, `debug`, `info`, `notice`, `warning`, `error`, `critical`.
    public let logLevel: String
    /// Variables that begin with `PLUMBLINE_` and mean nothing.
    public let unknownVariables: [String]

    /// The fields of the file by section; the empty name is the file itself.
    static let fields: [String: [String]] = [
        "": [
            "kafka", "input_kafka", "state", "group", "transactional_id_prefix", "instance", "topics",
            "controls", "batch", "limits",
            "log",
        ],
        "topics": ["prefix", "partitions", "replication", "retention_days", "names"],
        "controls": ["packs", "profiles", "suppressions"],
        "batch": ["records", "bytes", "wait_ms"],
        "limits": ["start_seconds", "stop_seconds"],
        "log": ["level"],
        "state": ["directory", "resident_resources"],
    ]
}
