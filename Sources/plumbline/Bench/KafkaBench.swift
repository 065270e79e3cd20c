import DriftRuntime
import Foundation
import KafkaLog

/// A detector on topics of its own, which hold one partition each.
final class KafkaBench {
    let workload: BenchWorkload
    let settings: RunSettings
    let detector: DetectorProcess
    private let folder: URL
    /// Reads the dead letters, of which there is one for each mark that was written.
    private let letters: Consumer
    private var letterCount = 0

    /// Bytes that mean nothing become a dead letter. Everything before them is committed once that is.
    private static let mark = Array("{".utf8)
    private static let limit = Duration.seconds(600)

    /// A name that no other run has.
    static var freshPrefix: String {
        "plumbline-bench-\(Int(ProcessInfo.processInfo.systemUptime))-\(ProcessInfo.processInfo.processIdentifier)."
    }

    /// What beats the settings file: properties of librdkafka alone.
    static var environment: [String: String] {
        ProcessInfo.processInfo.environment.filter {
            !$0.key.hasPrefix("PLUMBLINE_") || $0.key.hasPrefix("PLUMBLINE_KAFKA_")
        }
    }

    /// Makes the topics that are missing, starts the detector, and lets it take up the workload's inventory.
    init(brokers: String, prefix: String, _ workload: BenchWorkload) throws {
        self.workload = workload
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(prefix + "folder")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appendingPathComponent("plumbline.yaml")
        try Data(Self.text(brokers, prefix, folder).utf8).write(to: file)
        settings = try RunSettings(path: file.path, environment: Self.environment, host: "bench")
        if let line = try TopicCreation(settings).run().first(where: { !$0.isGood }) {
            throw RuntimeFailure(.environment, line.text)
        }
        letters = try Consumer(settings.kafka, groupID: prefix + "letters")
        try letters.assign([(TopicPartition(settings.topics.name("dead-letters"), 0), .beginning)])
        detector = try DetectorProcess(settings: file, log: folder.appendingPathComponent("log"))
        try write(workload.baseline.count, to: "inventory") { workload.baseline[$0] }
        try awaitMark()
        try awaitRest()
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private static func text(_ brokers: String, _ prefix: String, _ folder: URL) -> String {
        """
        kafka: { bootstrap.servers: "\(brokers)" }
        group: \(prefix)group
        transactional_id_prefix: \(prefix)worker
        instance: bench
        state: { directory: "\(folder.path)/state" }
        topics: { prefix: \(prefix), partitions: 1, replication: 1, retention_days: 1 }
        feed: { staleness_hours: 0 }
        log: { level: warning }
        http: { port: 0 }
        """
    }

    /// Writes records and a mark behind them; waits until the brokers have all.
    func write(_ count: Int, to topic: String, _ value: (Int) -> [UInt8]) throws {
        // As those who write logs do.
        let producer = try Producer(settings.kafka.setting("linger.ms", "5"))
        let name = settings.topics.name(topic)
        for number in 0..<count {
            try producer.produce(ProducerRecord(topic: name, partition: 0, value: value(number)))
        }
        try producer.produce(ProducerRecord(topic: name, partition: 0, value: Self.mark))
        _ = try producer.flush(timeoutMilliseconds: 120_000)
    }

    /// Waits until what stood before the last mark is committed.
    func awaitMark() throws {
        let wanted = letterCount + 1
        let end = ContinuousClock.now + Self.limit
        while letterCount < wanted {
            guard ContinuousClock.now < end else {
                throw RuntimeFailure(.environment, "the detector did not get there within \(Self.limit)")
            }
            _ = letters.poll(maximumCount: 100, timeoutMilliseconds: 100) { letterCount += $0.count }
            try detector.requireRunning()
        }
    }

    /// Waits until the detector has nothing left to do but wait.
    private func awaitRest() throws {
        let end = ContinuousClock.now + Self.limit
        var before = try detector.processorSeconds()
        while ContinuousClock.now < end {
            let start = ContinuousClock.now
            while ContinuousClock.now - start < .seconds(1) {
                _ = letters.poll(maximumCount: 1, timeoutMilliseconds: 200) { letterCount += $0.count }
            }
            let now = try detector.processorSeconds()
            if now - before < 0.05 { return }
            before = now
        }
        throw RuntimeFailure(.environment, "the detector did not come to rest within \(Self.limit)")
    }
}
