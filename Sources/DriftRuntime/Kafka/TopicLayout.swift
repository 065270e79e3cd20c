public import KafkaLog
internal import WireFormats

/// A topic of the detector: what it holds decides what the cluster may throw away.
public struct TopicLayout: Sendable {
    /// The name without its prefix.
    public let base: String
    /// True if it has the partition count of the accounts' topics; else it has one partition.
    public let isSpread: Bool
    /// What the cluster keeps.
    public let policy: Policy

    /// What the cluster keeps.
    public enum Policy: Sendable, Hashable {
        /// All records of that many days.
        case delete(days: Int)
        /// The newest record of every key, and all records of the last days.
        case compact(lagDays: Int)
    }

    /// Every topic, the inputs first.
    public static func all(_ settings: TopicSettings) -> [TopicLayout] {
        let short = Policy.delete(days: settings.retentionDays)
        return InputTopic.allCases.map { TopicLayout($0.rawValue, short) } + [
            TopicLayout("profiles", .compact(lagDays: 0), isSpread: false),
            TopicLayout("suppressions", .compact(lagDays: 0), isSpread: false),
            TopicLayout("approvals", .compact(lagDays: 0), isSpread: false),
            TopicLayout("findings", .compact(lagDays: 7)),
            TopicLayout("alerts", short),
            TopicLayout("remediation-commands", short),
            TopicLayout("remediation-results", short),
            TopicLayout("tickets", .compact(lagDays: 0)),
            TopicLayout("reread-requests", short),
            TopicLayout("coverage", .compact(lagDays: 0)),
            TopicLayout("dead-letters", .delete(days: max(30, settings.retentionDays))),
            // Who asks for it asks late: a year and a month.
            TopicLayout("audit", .delete(days: 400)),
            TopicLayout("shared-facts", .compact(lagDays: 0)),
            TopicLayout("state", .compact(lagDays: 0)),
        ]
    }

    /// True if it may be on the inputs' own cluster.
    var isInput: Bool { InputTopic(rawValue: base) != nil }

    init(_ base: String, _ policy: Policy, isSpread: Bool = true) {
        self.base = base
        self.policy = policy
        self.isSpread = isSpread
    }

    /// What the cluster is asked for.
    public func plan(_ settings: TopicSettings) -> TopicPlan {
        var configuration = policy.configuration
        // With three copies one broker may fail and an acknowledged record still has another one.
        if let replication = settings.replication, replication >= 3 {
            configuration["min.insync.replicas"] = "2"
        }
        return TopicPlan(
            settings.name(base), partitionCount: isSpread ? settings.partitions : 1,
            replicationFactor: settings.replication, configuration: configuration)
    }
}

extension TopicLayout.Policy {
    private static let dayMilliseconds = 86_400_000

    var configuration: [String: String] {
        switch self {
        case .delete(let days):
            ["cleanup.policy": "delete", "retention.ms": String(days * Self.dayMilliseconds)]
        case .compact(let lagDays):
            [
                "cleanup.policy": "compact",
                "min.compaction.lag.ms": String(lagDays * Self.dayMilliseconds),
                // A restore that takes longer than this can miss deletions.
                "delete.retention.ms": String(7 * Self.dayMilliseconds),
            ]
        }
    }

    /// For people.
    var text: String {
        switch self {
        case .delete(let days): "delete after \(days) days"
        case .compact(0): "compact"
        case .compact(let lagDays): "compact after \(lagDays) days"
        }
    }
}

extension TopicLayout {
    /// The whole names of the topics that `run` writes to, the state not counted.
    static func outputs(_ settings: TopicSettings) -> [String] {
        OutputTopic.ofDetector.filter { $0 != .state }.map { settings.name(of: $0) }
    }
}
