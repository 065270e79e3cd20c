internal import KafkaLog

/// Looks at everything that the detector needs before it starts; what `plumbline doctor` does. It changes nothing
/// on the cluster but the fence of a transactional id of its own.
public struct Doctor {
    private let settings: RunSettings

    /// A doctor for these settings.
    public init(_ settings: RunSettings) { self.settings = settings }

    /// Every line, in a fixed order. What depends on brokers that do not answer is left out.
    public func examine() -> [CheckLine] {
        var lines = SettingsCheck(settings).lines()
        let feature = try? settings.kafka.setting("debug", "feature")
        let admin: KafkaAdmin
        let cluster: ClusterDescription
        do throws(KafkaError) {
            admin = try KafkaAdmin(feature ?? settings.kafka)
            cluster = try answer(of: admin)
        } catch {
            return lines + [
                CheckLine(
                    .bad, "brokers",
                    "no answer from \(settings.brokers) within \(settings.startSeconds) s: \(error)",
                    hint: "check that they run, that bootstrap.servers is right, and the security settings")
            ]
        }
        lines.append(CheckLine(.good, "brokers", cluster.brokers.joined(separator: ", ")))
        lines += versions(admin.oldestVersions())
        lines += TopicCheck(settings, cluster, properties(admin)).lines()
        lines += PermissionCheck(settings).lines()
        return lines
    }

    /// The first answer within the time that brokers have to answer.
    private func answer(of admin: KafkaAdmin) throws(KafkaError) -> ClusterDescription {
        let end = ContinuousClock.now + .seconds(settings.startSeconds)
        while true {
            do throws(KafkaError) {
                return try admin.describe(timeoutMilliseconds: min(2_000, settings.startSeconds * 1_000))
            } catch {
                if ContinuousClock.now >= end { throw error }
            }
        }
    }

    private func properties(_ admin: KafkaAdmin) -> [String: [String: String]]? {
        let names = TopicLayout.all(settings.topics).map { settings.topics.name($0.base) }
        return try? admin.properties(ofTopics: names, timeoutMilliseconds: 5_000)
    }

    /// Fetch requests of version 0 to 3 ended with Kafka 4; nothing else tells the version to this library.
    private func versions(_ oldest: [String: Int]) -> [CheckLine] {
        let library = CheckLine(.good, "librdkafka", KafkaLibrary.version)
        guard let fetch = oldest["Fetch"] else {
            return [
                library,
                CheckLine(.doubtful, "broker version", "the brokers did not tell what they understand"),
            ]
        }
        let isFour = fetch >= 4
        let broker = CheckLine(.good, "broker version", isFour ? "Kafka 4 or later" : "before Kafka 4")
        let mechanism =
            settings.kafka.value(of: "sasl.mechanisms") ?? settings.kafka.value(of: "sasl.mechanism")
        guard mechanism?.hasPrefix("SCRAM") == true, isFour, !KafkaLibrary.isAtLeast(2, 6, 1) else {
            return [library, broker]
        }
        return [
            library, broker,
            CheckLine(
                .bad, "SCRAM", "librdkafka \(KafkaLibrary.version) cannot do it against Kafka 4",
                hint: "use PLAIN or TLS certificates, or librdkafka 2.6.1 or later"),
        ]
    }
}
