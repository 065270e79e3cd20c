internal import KafkaLog

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
        let end = ContinuousClock.now + .seconds(settings.startSeconds)
        do throws(KafkaError) {
            let admin = try KafkaAdmin(settings.kafka)
            while true {
                do throws(KafkaError) {
                    let left = (end - ContinuousClock.now).components.seconds * 1_000
                    counts = try admin.partitionCounts(
                        timeoutMilliseconds: Int(min(max(left, 1), Self.roundMilliseconds)))
                    return
                } catch {
                    if ContinuousClock.now >= end || isStopRequested() { throw error }
                }
            }
        } catch {
            throw .environment(
                """
                no answer from Kafka at \(settings.brokers) within \(settings.startSeconds) s
                    \(error.description)
                    hint: check that the brokers run and that bootstrap.servers and the security settings are right
                """)
        }
    }

    /// The partition count of a topic, or nil if it is not there.
    func partitionCount(of topic: String) -> Int? { counts[topic] }

    /// Refuses to go on if a topic is missing, or has not the partition count that its keys were spread by.
    func requireTopics(_ settings: TopicSettings) throws(RuntimeFailure) {
        var problems: [String] = []
        let needed = Set(settings.coPartitioned + TopicLayout.outputs(settings))
        for topic in needed.sorted() {
            if counts[topic] == nil { problems.append("\(topic) does not exist") }
        }
        for topic in settings.coPartitioned {
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
