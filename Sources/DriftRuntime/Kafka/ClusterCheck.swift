internal import KafkaLog

/// Looks at the cluster before anything is read: brokers that answer, topics that are there and fit.
struct ClusterCheck {
    private let counts: [String: Int]

    /// How long one question may take; a stop is seen between them.
    private static let roundMilliseconds: Int64 = 2_000

    /// Asks the brokers for their topics, again and again until they answer, the settings' time is over or a
    /// stop is requested.
    init(
        _ settings: RunSettings, of kafka: KafkaSettings? = nil, isStopRequested: () -> Bool = { false }
    ) throws(RuntimeFailure) {
        let kafka = kafka ?? settings.kafka
        let admin: KafkaAdmin
        do throws(KafkaError) {
            admin = try KafkaAdmin(kafka)
        } catch {
            throw .usage("kafka: \(error.message)")
        }
        do throws(KafkaError) {
            counts = try Self.ask(admin, settings.startSeconds, isStopRequested)
        } catch {
            throw .environment(
                """
                no answer from Kafka at \(kafka.brokers) within \(settings.startSeconds) s
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

    /// Refuses to go on if a topic is missing, or has not the partition count that its keys were spread by. Without
    /// `others` these are the outputs.
    func requireTopics(
        _ settings: TopicSettings, spread: [String], others: [String]? = nil
    ) throws(RuntimeFailure) {
        var problems: [String] = []
        let needed = Set(spread + (others ?? TopicLayout.outputs(settings)))
        for topic in needed.sorted() {
            if counts[topic] == nil { problems.append("\(topic) does not exist") }
        }
        for topic in spread {
            if let count = counts[topic], count != settings.partitions {
                problems.append(
                    "\(topic) has \(count) partitions, topics.partitions is \(settings.partitions)")
            }
        }
        for topic in settings.documents where needed.contains(topic) {
            if let count = counts[topic], count != 1 {
                problems.append("\(topic) has \(count) partitions, and only one of it is read")
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

extension KafkaSettings {
    /// The brokers as configured, for messages.
    var brokers: String { value(of: "bootstrap.servers") ?? value(of: "metadata.broker.list") ?? "" }
}

extension RunSettings {
    /// The brokers of the outputs as configured, for messages.
    var brokers: String { kafka.brokers }
}
