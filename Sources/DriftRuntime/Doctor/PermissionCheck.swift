internal import KafkaLog
internal import WireFormats

/// What the cluster lets us do, as far as trying tells without doing anything: describing the topics, reading the
/// group's offsets, fencing a transactional id of our own. Whether records may be read and written shows when the
/// first one is.
struct PermissionCheck {
    private let settings: RunSettings

    private static let callMilliseconds = 10_000

    init(_ settings: RunSettings) { self.settings = settings }

    func lines() -> [CheckLine] { [group, transactions] + offsets }

    private var group: CheckLine {
        let subject = "group \(settings.group)"
        do throws(KafkaError) {
            let consumer = try Consumer(settings.kafka, groupID: settings.group)
            let place = TopicPartition(settings.topics.name(of: OutputTopic.state), 0)
            let number = try consumer.committed([place], timeoutMilliseconds: Self.callMilliseconds)[place]
            return CheckLine(
                .good, subject, number == nil ? "nothing was committed yet" : "its offsets can be read")
        } catch {
            // Some brokers answer so for a group that nobody has joined yet.
            if error.code == .groupNotFound {
                return CheckLine(.good, subject, "nothing was committed yet")
            }
            return CheckLine(.bad, subject, error.description, hint: "grant Read on the group")
        }
    }

    /// A name that no detector uses, under the same prefix.
    private var transactions: CheckLine {
        let name = settings.transactionalID + "-doctor"
        do throws(KafkaError) {
            try TransactionalProducer(settings.kafka, transactionalID: name)
                .initTransactions(timeoutMilliseconds: Self.callMilliseconds)
            return CheckLine(.good, "transactions", "\(name) can begin one")
        } catch {
            return CheckLine(
                .bad, "transactions", error.description,
                hint: "grant Write on the transactional ids that begin with \(settings.transactionalID)")
        }
    }

    /// The inputs' ends.
    private var offsets: [CheckLine] {
        let inputs = settings.topics.inputs.map { ($0, settings.inputKafka ?? settings.kafka) }
        return (inputs + [(settings.topics.name(of: .sharedFacts), settings.kafka)]).map { (topic, kafka) in
            do throws(KafkaError) {
                let consumer = try Consumer(kafka, groupID: settings.group + "-inputs")
                let range = try consumer.watermarks(
                    TopicPartition(topic, 0), timeoutMilliseconds: Self.callMilliseconds)
                return CheckLine(.good, "input \(topic)", "partition 0 holds offsets \(range)")
            } catch {
                return CheckLine(.bad, "input \(topic)", error.description, hint: "grant Read and Describe")
            }
        }
    }
}
