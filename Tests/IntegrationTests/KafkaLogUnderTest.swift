import CloudModel
import DriftEngine
import Foundation
import KafkaLog
import LogContract
import Logging
import Testing
import WireFormats

@testable import DriftRuntime

/// Kafka behind the ports of the worker's loop, as the contract asks for it: one input, one partition.
final class KafkaLogUnderTest: LogUnderTest {
    let inputTopic: String
    private let mock: MockCluster?
    let settings: KafkaSettings
    private var topics = TopicSettings()
    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    /// True if it writes without transactions.
    private let isDirect: Bool

    init(_ cluster: Cluster, isDirect: Bool = false) throws {
        self.isDirect = isDirect
        let topics = TopicSettings(prefix: "contract-\(UInt32.random(in: 0 ... .max)).")
        let brokers: String
        switch cluster {
        case .mock:
            let mock = try MockCluster()
            (self.mock, brokers) = (mock, mock.bootstrapServers)
        case .real(let named): (mock, brokers) = (nil, named)
        }
        settings = try KafkaSettings([
            ("bootstrap.servers", brokers), ("fetch.wait.max.ms", "10"), ("session.timeout.ms", "6000"),
            ("heartbeat.interval.ms", "300"), ("max.poll.interval.ms", "6000"),
        ])
        self.topics = topics
        inputTopic = topics.name(of: InputTopic.cloudtrail)
        try makeTopics()
    }

    private func makeTopics() throws {
        let names = [inputTopic] + OutputTopic.ofDetector.map { topics.name(of: $0) }
        if let mock {
            for name in names { try mock.createTopic(name, partitionCount: 1) }
        } else {
            let plans = names.map { TopicPlan($0, partitionCount: 1, replicationFactor: 1) }
            _ = try KafkaAdmin(settings).createTopics(plans, timeoutMilliseconds: 15_000)
        }
    }

    func makeClient(
        _ name: String
    ) -> LogClient<KafkaInputLog, KafkaOutputs, KafkaStateLog> {
        do {
            let member = try StateMembership(
                settings, group: topics.prefix + "group", instance: "\(name)-\(UUID().uuidString)",
                topic: topics.name(of: .state), logger: logger)
            let inputs = try KafkaInputLog(
                settings, topics: [inputTopic], member: member, waitMilliseconds: 50, logger: logger)
            let names = OutputTopicNames(of: OutputTopic.ofDetector, topics)
            let outputs: any OutputTransaction =
                isDirect
                ? KafkaDirectOutputs(settings, topics: names, member: member, logger: logger)
                : KafkaOutputTransaction(
                    settings, transactionalID: topics.prefix + name, topics: names, member: member,
                    logger: logger)
            let states = try KafkaStateLog(
                settings, group: topics.prefix + "group", topic: topics.name(of: .state), logger: logger)
            return LogClient(inputs: inputs, outputs: KafkaOutputs(outputs), states: states)
        } catch {
            preconditionFailure("no client can be made: \(error)")
        }
    }

    func feed(_ value: [UInt8]) {
        do {
            let producer = try Producer(settings)
            try producer.produce(ProducerRecord(topic: inputTopic, partition: 0, key: value, value: value))
            _ = try producer.flush(timeoutMilliseconds: 15_000)
        } catch {
            preconditionFailure("nothing can be fed: \(error)")
        }
    }

    func values(on topic: OutputTopic, isCommitted: Bool) -> [[UInt8]] {
        var values: [[UInt8]] = []
        do {
            let isolation = isCommitted ? "read_committed" : "read_uncommitted"
            let reader = try Consumer(settings.setting("isolation.level", isolation), groupID: "readers")
            try reader.assign([(TopicPartition(topics.name(of: topic), 0), .beginning)])
            // Markers of transactions may still be on their way when all that is there has been read.
            let (earliest, latest) = (Date() + 2, Date() + 30)
            var hasEnd = false
            while Date() < (hasEnd ? earliest : latest) {
                let events = reader.poll(maximumCount: 100, timeoutMilliseconds: 50) { batch in
                    batch.forEach { values.append($0.value ?? []) }
                }
                hasEnd = hasEnd || events.contains { if case .partitionEnd = $0 { true } else { false } }
            }
        } catch {
            preconditionFailure("nothing can be read: \(error)")
        }
        return values
    }

    func pause() { Thread.sleep(forTimeInterval: 0.02) }
}
