internal import KafkaLog

/// Whether the topics are there and laid out as the detector needs them.
struct TopicCheck {
    private let settings: RunSettings
    private let cluster: ClusterDescription
    /// Nil if the cluster did not tell.
    private let properties: [String: [String: String]]?

    init(
        _ settings: RunSettings, _ cluster: ClusterDescription, _ properties: [String: [String: String]]?
    ) {
        self.settings = settings
        self.cluster = cluster
        self.properties = properties
    }

    func lines() -> [CheckLine] {
        var lines = TopicLayout.all(settings.topics).map { layout in
            line(settings.topics.name(layout.base), layout)
        }
        if properties == nil {
            lines.append(
                CheckLine(
                    .doubtful, "topic policies", "the cluster did not tell them",
                    hint: "grant DescribeConfigs on the topics, or look at their cleanup.policy yourself"))
        }
        for source in settings.route.sources where cluster.topics[source] == nil {
            lines.append(CheckLine(.bad, "topic \(source)", "route reads it, and it does not exist"))
        }
        return lines
    }

    private func line(_ name: String, _ layout: TopicLayout) -> CheckLine {
        let subject = "topic \(name)"
        // The inputs may be on a cluster of their own, which is not asked here.
        let isElsewhere = settings.inputKafka != nil && layout.isInput
        if isElsewhere { return CheckLine(.good, subject, "on the inputs' cluster; not looked at") }
        guard let topic = cluster.topics[name], topic.partitionCount > 0 else {
            return CheckLine(
                .bad, subject, "it does not exist, or we may not see it",
                hint: "plumbline topics create --config FILE, or grant Describe")
        }
        if !layout.isSpread, topic.partitionCount != 1 {
            return CheckLine(
                .bad, subject, "it has \(topic.partitionCount) partitions, and only one of it is read",
                hint: "make the topic anew with one partition, and fill it again")
        }
        if layout.isSpread, topic.partitionCount != settings.topics.partitions {
            let isFatal = settings.topics.coPartitioned.contains(name)
            return CheckLine(
                isFatal ? .bad : .doubtful, subject,
                "it has \(topic.partitionCount) partitions, topics.partitions is \(settings.topics.partitions)",
                hint: isFatal
                    ? "the keys were spread by that count: make the topic anew, and fill it again" : "")
        }
        if topic.leaderlessCount > 0 {
            return CheckLine(.bad, subject, "\(topic.leaderlessCount) partitions have no leader")
        }
        return policyLine(subject, layout, properties?[name]) ?? replicaLine(subject, topic, layout)
    }

    private func policyLine(
        _ subject: String, _ layout: TopicLayout, _ properties: [String: String]?
    ) -> CheckLine? {
        guard let properties, let policy = properties["cleanup.policy"] else { return nil }
        let planned = layout.policy.configuration
        let wanted = planned["cleanup.policy"] ?? ""
        if policy != wanted {
            // A compacted topic that also deletes forgets state or open findings.
            return CheckLine(
                wanted == "compact" ? .bad : .doubtful, subject,
                "its cleanup.policy is \(policy), \(wanted) was expected",
                hint: "kafka-configs.sh --alter --add-config cleanup.policy=\(wanted)")
        }
        for key in ["min.compaction.lag.ms", "delete.retention.ms"] {
            guard let least = planned[key].flatMap(Int.init), let has = properties[key].flatMap(Int.init),
                has < least
            else { continue }
            return CheckLine(
                .doubtful, subject, "its \(key) is \(has), at least \(least) was expected",
                hint: "kafka-configs.sh --alter --add-config \(key)=\(least)")
        }
        return nil
    }

    private func replicaLine(
        _ subject: String, _ topic: TopicDescription, _ layout: TopicLayout
    ) -> CheckLine {
        let text =
            "\(topic.partitionCount) partitions on \(topic.replicaCount) brokers each, \(layout.policy.text)"
        guard topic.replicaCount < 2, cluster.brokers.count > 1 else {
            return CheckLine(.good, subject, text)
        }
        return CheckLine(.doubtful, subject, text, hint: "with one copy a lost disk loses the topic")
    }
}
