import DriftRuntime
import Foundation
import KafkaLog
import Testing

/// Which cluster a test runs on.
enum Cluster: CustomTestStringConvertible {
    /// librdkafka's mock: groups, but no transactions.
    case mock
    case real(brokers: String)

    /// The mock, and the cluster that `PLUMBLINE_TEST_BROKERS` names, if it does.
    static var all: [Cluster] { [.mock] + [named].compactMap(\.self) }

    /// The cluster that `PLUMBLINE_TEST_BROKERS` names.
    static var named: Cluster? { brokers("PLUMBLINE_TEST_BROKERS").map { .real(brokers: $0) } }

    /// Brokers of a second cluster, for inputs that are not where the outputs are.
    static var inputBrokers: String? { brokers("PLUMBLINE_TEST_INPUT_BROKERS") }

    private static func brokers(_ variable: String) -> String? {
        ProcessInfo.processInfo.environment[variable].flatMap { $0.isEmpty ? nil : $0 }
    }

    var testDescription: String {
        switch self {
        case .mock: "mock cluster, which has no transactions"
        case .real(let brokers): "brokers \(brokers)"
        }
    }
}

/// A cluster with the detector's topics, a settings file for it, and other clients that feed and read it.
final class Station {
    let mock: MockCluster?
    let brokers: String
    /// Where the inputs are, if not there too.
    let inputBrokers: String?
    let folder: URL
    private let prefix = "test-\(UInt32.random(in: 0 ... .max))."
    static let partitionCount = 3

    /// A station on a cluster, with its inputs on another one and a topic of the state with these properties if so said.
    init(
        _ cluster: Cluster = .mock, inputBrokers: String? = nil, stateConfiguration: [String: String] = [:]
    ) throws {
        self.inputBrokers = inputBrokers
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "plumbline-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        switch cluster {
        case .mock:
            let mock = try MockCluster()
            self.mock = mock
            brokers = mock.bootstrapServers
            for layout in TopicLayout.all(TopicSettings()) {
                try mock.createTopic(
                    prefix + layout.base, partitionCount: layout.isSpread ? Station.partitionCount : 1)
            }
        case .real(let brokers):
            mock = nil
            self.brokers = brokers
        }
        try write(settings, to: "plumbline.yaml")
        try write(profile, to: "profile.json")
        if mock == nil {
            if let inputBrokers {
                try makeTopics(InputTopic.allCases.map(\.rawValue), at: inputBrokers)
            }
            if !stateConfiguration.isEmpty {
                try makeTopics(["state"], at: brokers, stateConfiguration)
            }
            let child = try run("topics", "create")
            try #require(child.exitCode() == 0, "\(child.errors)")
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func makeTopics(
        _ bases: [String], at brokers: String, _ configuration: [String: String] = [:]
    ) throws {
        let plans = bases.map {
            TopicPlan(
                topic($0), partitionCount: Station.partitionCount, replicationFactor: 1,
                configuration: configuration)
        }
        let admin = try KafkaAdmin(KafkaSettings([("bootstrap.servers", brokers)]))
        let outcomes = try admin.createTopics(plans, timeoutMilliseconds: 30_000)
        for plan in plans { try #require(outcomes[plan.name] == .created, "\(outcomes)") }
    }

    private var inputSettings: String {
        guard let inputBrokers else { return "" }
        return """

            input_kafka:
              bootstrap.servers: \(inputBrokers)
              fetch.wait.max.ms: 10
            """
    }

    private var settings: String {
        """
        kafka:
          bootstrap.servers: \(brokers)
          session.timeout.ms: 6000
          heartbeat.interval.ms: 300
          fetch.wait.max.ms: 10
        group: \(prefix)group
        transactional_id_prefix: \(prefix)worker
        instance: one
        topics:
          prefix: \(prefix)
          partitions: \(Station.partitionCount)
          replication: 1
        controls:
          profiles: [profile.json]
        limits: { start_seconds: 60, stop_seconds: 20 }
        http: { port: 0 }
        route: { http_port: 0 }
        """ + inputSettings
    }

    private let profile = """
        {"provider":"AWS","region":"eu-west-1","version":"5.0.0","levels":["L1"],"resources":[],
         "auto_remediation_enabled":true}
        """

    /// Widens the profile to the second level, or narrows it to the first again. Who runs does not see it.
    func setSecondLevel(_ isWanted: Bool) throws {
        let wide = profile.replacing(#"["L1"]"#, with: #"["L1","L2"]"#)
        try write(isWanted ? wide : profile, to: "profile.json")
    }

    private func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }

    /// Starts the built program on these settings.
    func run(
        _ command: String..., instance: String = "one", batchRecords: Int = 10_000,
        variables: [String: String] = [:]
    ) throws -> ChildProcess {
        let binary = try #require(BuiltBinary.path)
        let settings = folder.appendingPathComponent("plumbline.yaml").path
        return try ChildProcess(
            binary, command + ["--config", settings], in: folder,
            environment: [
                "PLUMBLINE_INSTANCE": instance, "PLUMBLINE_BATCH_RECORDS": String(batchRecords),
            ].merging(variables) { $1 })
    }

    func topic(_ base: String) -> String { prefix + base }
}

/// The other clients.
extension Station {
    private static let kcat = ["/usr/bin/kcat", "/usr/bin/kafkacat"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    private func brokers(of base: String) -> String {
        InputTopic(rawValue: base) == nil ? brokers : inputBrokers ?? brokers
    }

    /// Writes records to a topic: with kcat, if there is one, else with our own producer.
    func feed(_ base: String, _ records: [(key: String, value: String)]) throws {
        let brokers = brokers(of: base)
        guard let kcat = Station.kcat else {
            let producer = try Producer(KafkaSettings([("bootstrap.servers", brokers)]))
            for record in records {
                try producer.produce(
                    ProducerRecord(
                        topic: topic(base), key: Array(record.key.utf8), value: Array(record.value.utf8)))
            }
            _ = try producer.flush(timeoutMilliseconds: 30_000)
            return
        }
        let file = "feed-\(UUID().uuidString).tsv"
        try write(records.map { "\($0.key)\t\($0.value)\n" }.joined(), to: file)
        let child = try ChildProcess(
            kcat,
            [
                "-P", "-b", brokers, "-t", topic(base), "-K", "\\t", "-X", "partitioner=murmur2_random", "-l",
                folder.appendingPathComponent(file).path,
            ], in: folder)
        try #require(child.exitCode() == 0, "\(child.errors)")
    }

    /// Writes a null under a key, which takes a compacted topic's record back.
    func takeBack(_ base: String, _ key: String) throws {
        let producer = try Producer(KafkaSettings([("bootstrap.servers", brokers)]))
        try producer.produce(ProducerRecord(topic: topic(base), key: Array(key.utf8), value: nil))
        _ = try producer.flush(timeoutMilliseconds: 30_000)
    }

    /// Removes what an instance keeps on disk.
    func loseDisk(of instance: String) {
        let base = "/var/tmp/plumbline/"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: base)) ?? []
        for name in names where name.hasPrefix(topic("worker-\(instance)")) {
            try? FileManager.default.removeItem(atPath: base + name)
        }
    }

    /// Reads a topic from its beginning until `isEnough` or the time is over.
    func read(
        _ base: String, seconds: Double = 90, until isEnough: ([Output]) -> Bool
    ) throws -> [Output] {
        let consumer = try Consumer(
            KafkaSettings([("bootstrap.servers", brokers), ("fetch.wait.max.ms", "10")]), groupID: "readers")
        let places = (0..<Station.partitionCount).map { TopicPartition(topic(base), Int32($0)) }
        try consumer.assign(places.map { ($0, .beginning) })
        var records: [Output] = []
        let end = Date() + seconds
        while !isEnough(records), Date() < end {
            _ = consumer.poll(maximumCount: 1_000, timeoutMilliseconds: 50) { batch in
                batch.forEach { records.append(Output($0)) }
            }
        }
        return records
    }
}

/// A record as read from an output topic.
struct Output {
    let key: String
    let value: [UInt8]
    let headers: [String: String]

    init(_ message: borrowing KafkaMessage) {
        key = String(decoding: message.key ?? [], as: UTF8.self)
        value = message.value ?? []
        let all = message.headers.map { ($0.name, String(decoding: $0.value ?? [], as: UTF8.self)) }
        headers = Dictionary(all) { $1 }
    }

    var text: String { String(decoding: value, as: UTF8.self) }

    /// The CloudEvents id, by which repeats are told.
    var id: String? { headers["ce_id"] }
}
