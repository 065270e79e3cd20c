internal import KafkaLog
internal import WireFormats

/// Looks at the cluster before anything is read: brokers that answer, topics that are there and fit.
struct ClusterCheck {
    private let counts: [String: Int]

    /// How long one question may take; a stop is seen between them.
    private static let roundMilliseconds: Int64 = 2_000

    /// Asks the brokers for their topics, again and again until they answer, the settings' time is over or a
    /// stop is requested.
    init(
        _ settings: RunSettings, isStopRequested: () -> Bool = { false }
    ) throws(RuntimeFailure) {
        let admin: KafkaAdmin
        do throws(KafkaError) {
            admin = try KafkaAdmin(settings.kafka)
        } catch {
            throw .usage("kafka: \(error.message)")
        }
        do throws(KafkaError) {
            counts = try Self.ask(admin, settings.startSeconds, isStopRequested)
        } catch {
            throw .environment(
                """
                no answer from Kafka at \(settings.brokers) within \(settings.startSeconds) s
                    \(error.description)
                    hint: check that the brokers run and that bootstrap.servers and the security settings are right
                """)
        }
    }

    private static func ask(
        _ admin: KafkaAdmin, _ seconds: Int, _ isStopRequested: () -> Bool
    ) throws(KafkaError) -> [String: Int] {
        let end = ContinuousClock.now + .seconds(seconds)
        while true {
            do throws(KafkaError) {
                let left = Int64((end - ContinuousClock.now) / .milliseconds(1))
                return try admin.partitionCounts(
                    timeoutMilliseconds: Int(min(max(left, 1), roundMilliseconds)))
            } catch {
                if ContinuousClock.now >= end || isStopRequested() { throw error }
            }
        }
    }

    /// The partition count of a topic, or nil if it is not there.
    func partitionCount(of topic: String) -> Int? { counts[topic] }

    /// Refuses to go on if a topic is missing, or has not the partition count that its keys were spread by.
    func requireTopics(_ settings: TopicSettings) throws(RuntimeFailure) {
        try require(
            settings.coPartitioned + TopicLayout.outputs(settings), spread: settings.coPartitioned, settings)
    }

    /// Refuses to go on if a source or an output of `route` is missing, or an output has another partition count
    /// than its keys are spread by.
    func requireRoute(_ settings: RunSettings) throws(RuntimeFailure) {
        let outputs = OutputTopic.ofRoute.map { settings.topics.name(of: $0) }
        let spread = outputs.filter { $0 != settings.topics.name(of: .deadLetters) }
        try require(settings.route.sources + outputs, spread: spread, settings.topics)
    }

    private func require(
        _ needed: [String], spread: [String], _ settings: TopicSettings
    ) throws(RuntimeFailure) {
        var problems: [String] = []
        for topic in Set(needed).sorted() where counts[topic] == nil {
            problems.append("\(topic) does not exist")
        }
        for topic in spread {
            if let count = counts[topic], count != settings.partitions {
                problems.append(
                    "\(topic) has \(count) partitions, topics.partitions is \(settings.partitions)")
            }
        }
        guard problems.isEmpty else {
            throw .environment(
                """
                the topics do not fit
                    \(problems.joined(separator: "\n    "))
                    hint: make missing topics with: plumbline topics create --config FILE
                """)
        }
    }
}

extension RunSettings {
    /// The brokers as configured, for messages.
    var brokers: String {
        kafka.value(of: "bootstrap.servers") ?? kafka.value(of: "metadata.broker.list") ?? ""
    }
}
