public import DriftEngine
public import KafkaLog

/// What the commands that talk to Kafka are told: the settings file with the environment's changes.
///
/// Every field may be given as a variable: `PLUMBLINE_` and its path in upper case with `_` for `.`, as in
/// `PLUMBLINE_TOPICS_PARTITIONS`; a property of librdkafka as in `PLUMBLINE_KAFKA_BOOTSTRAP_SERVERS`. Secrets
/// stand in files (`sasl.password_file`) or in variables only. `SettingsTable` has every key.
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
    /// False on a cluster without transactions, where outputs may repeat, with the same ids.
    public let isExactlyOnce: Bool
    /// Names and layout of the topics.
    public let topics: TopicSettings
    /// Controls, profiles and suppressions.
    public let controls: ControlSettings
    /// How long an account's log may be silent until passes that rest on it are unknown, in hours; nil lets them stand.
    public let stalenessHours: Int?
    /// How long a region that is heard often may at least be silent until it is missed, in hours; nil misses none.
    public let regionSilenceHours: Int?
    /// On how many of the last four weeks' days such a region was heard.
    public let regionDays: Int
    /// How much one transaction may take in.
    public let batch: BatchLimit
    /// How long a poll waits for the first record, in milliseconds.
    public let waitMilliseconds: Int
    /// How long the brokers have to answer at the start, in seconds.
    public let startSeconds: Int
    /// How long a graceful stop may take, in seconds; then the process ends all the same.
    public let stopSeconds: Int
    /// Limits on single records.
    public let records: RecordLimits
    /// How the log looks.
    public let log: LogSettings
    /// Where health and metrics are served; nil serves nothing.
    public let http: HTTPSettings?
    /// What `plumbline route` reads.
    public let route: RouteSettings
    /// Variables that begin with `PLUMBLINE_` and mean nothing, with the nearest name where one is near.
    public let unknownVariables: [String]
}

/// Limits on single records.
public struct RecordLimits: Sendable, Hashable {
    /// The most bytes that a packed record may unpack to.
    public var unpackedBytes = 64 << 20
    /// The largest record that `route` writes, in bytes.
    public var routedBytes = 900_000
    /// A record in which the process crashed so often in a row is skipped.
    public var poisonCrashes = 3

    /// The defaults.
    public init() {}
}

/// How the log looks.
public struct LogSettings: Sendable, Hashable {
    /// The least level that is logged: `trace`, `debug`, `info`, `notice`, `warning`, `error`, `critical`.
    public var level = "info"
    /// True for one JSON object a line.
    public var isJSON = false

    /// The defaults.
    public init() {}
}

/// Where health and metrics are served.
public struct HTTPSettings: Sendable, Hashable {
    /// The address to listen on.
    public let address: String
    /// The port.
    public let port: Int
    /// How callers are told apart; nil if they are not.
    public var access: AccessSettings?
}

/// What `plumbline route` is told.
public struct RouteSettings: Sendable, Hashable {
    /// The raw topics.
    public var sources: [String] = []
    /// What the name of each source's consumer group begins with.
    public var group = "plumbline-route"
    /// What the name of each source's transactions begins with.
    public var transactionalID = "plumbline-route"
    /// How many credentials per hour are remembered.
    public var credentials = 100_000
    /// Where its health and metrics are served; nil serves nothing.
    public var http: HTTPSettings?

    /// The defaults, without a source.
    public init() {}
}
