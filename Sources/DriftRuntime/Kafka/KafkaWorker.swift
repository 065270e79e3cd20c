internal import CloudModel
public import Controls
internal import DriftEngine
internal import Foundation
internal import KafkaLog
public import Logging
internal import WireFormats

/// One worker: its consumers, its producer and the engines of its partitions, on the calling thread.
///
/// It goes on through everything that passes by itself, with growing pauses, and makes all clients anew when
/// they are lost. It gives up when that happens too often.
public struct KafkaWorker {
    private let settings: RunSettings
    private let catalog: ControlCatalog
    private let logger: Logger
    private let isStopRequested: () -> Bool

    /// A stream has no end, so superseded values must go at some time.
    private static let historyWindowSeconds: Int64 = 1_800

    typealias Loop = WorkerLoop<
        EncodingEngine, KafkaInputLog, KafkaOutputs, KafkaStateLog, RocksLocalStores
    >

    /// A worker for these settings. `isStopRequested` is asked after every batch.
    public init(
        settings: RunSettings, catalog: ControlCatalog, logger: Logger,
        isStopRequested: @escaping () -> Bool
    ) {
        self.settings = settings
        self.catalog = catalog
        self.logger = logger
        self.isStopRequested = isStopRequested
    }

    /// Works until a stop is requested.
    ///
    /// - Throws: why it cannot work, or not any more.
    public func run() throws(RuntimeFailure) {
        do throws(RuntimeFailure) {
            try checkClusters()
        } catch {
            if isStopRequested() { return logger.info("stopped before the brokers answered") }
            throw error
        }
        logger.info(
            "started",
            metadata: [
                "brokers": "\(settings.brokers)", "group": "\(settings.group)",
                "transactional_id": "\(settings.transactionalID)",
                "state": "\(settings.stateDirectory)",
                "partitions": "\(settings.topics.partitions)", "controls": "\(catalog.controls.count)",
            ])
        var supervisor = Supervisor(logger)
        while !isStopRequested() { try runClients(&supervisor) }
        logger.info(
            "stopped", metadata: ["records": "\(supervisor.records)", "commits": "\(supervisor.commits)"])
    }

    private func checkClusters() throws(RuntimeFailure) {
        let topics = settings.topics
        let check = try ClusterCheck(settings, isStopRequested: isStopRequested)
        guard let inputKafka = settings.inputKafka else {
            return try check.requireTopics(topics, spread: topics.coPartitioned)
        }
        try check.requireTopics(topics, spread: [topics.name(of: .state)])
        try ClusterCheck(settings, of: inputKafka, isStopRequested: isStopRequested)
            .requireTopics(topics, spread: topics.inputs, others: [])
    }

    /// Works with one set of clients until they are lost or a stop is requested.
    private func runClients(_ supervisor: inout Supervisor) throws(RuntimeFailure) {
        let (inputs, loop): (KafkaInputLog, Loop)
        do throws(LogFailure) {
            (inputs, loop) = try makeClients()
        } catch {
            return try supervisor.noteLost(error)
        }
        defer { inputs.close() }
        while !isStopRequested() {
            let report = loop.runOnce(now: KafkaWorker.now)
            switch try supervisor.judge(report, loop.runningPartitions, of: inputs.ownedCount) {
            case .goOn: continue
            case .pause(let milliseconds): pause(milliseconds)
            case .renew: return
            }
        }
    }

    private func makeClients() throws(LogFailure) -> (KafkaInputLog, Loop) {
        let member = try StateMembership(
            settings.kafka, group: settings.group, topic: settings.topics.name(of: .state), logger: logger)
        let inputs = try KafkaInputLog(
            settings.inputKafka ?? settings.kafka, topics: settings.topics.inputs, member: member,
            waitMilliseconds: settings.waitMilliseconds, logger: logger)
        return (inputs, try makeLoop(inputs))
    }

    private func makeLoop(_ inputs: KafkaInputLog) throws(LogFailure) -> Loop {
        let outputs = makeOutputs(inputs.member)
        let states = try KafkaStateLog(
            settings.kafka, group: settings.group, topic: settings.topics.name(of: .state), logger: logger)
        let stores = RocksLocalStores(
            settings.stateDirectory, identity: try identity(inputs.member), logger: logger)
        var limits = LoopSettings()
        limits.batch = settings.batch
        let (catalog, count) = (catalog, Int32(settings.topics.partitions))
        let residentResources = settings.residentResources
        return Loop(
            inputs: inputs, outputs: outputs, states: states, stores: stores, settings: limits
        ) { partition in
            var options = EngineOptions()
            options.historyWindowSeconds = Self.historyWindowSeconds
            options.maximumResidentResources = residentResources
            options.owns = { account in
                Partitioner.murmur2(Array(account.text.utf8), partitionCount: count) == partition
            }
            return EncodingEngine(PartitionEngine(catalog: catalog, options: options), EffectEncoder())
        }
    }

    private func makeOutputs(_ member: StateMembership) -> KafkaOutputs {
        guard settings.isExactlyOnce else {
            return KafkaOutputs(
                KafkaDirectOutputs(settings.kafka, topics: settings.topics, member: member, logger: logger))
        }
        return KafkaOutputs(
            KafkaOutputTransaction(
                settings.kafka, transactionalID: settings.transactionalID, topics: settings.topics,
                member: member, logger: logger))
    }

    /// What a partition's number means: the cluster, the topic and its partition count.
    private func identity(_ member: StateMembership) throws(LogFailure) -> String {
        let cluster = try LogFailure.translating { () throws(KafkaError) in
            try member.consumer.clusterID(timeoutMilliseconds: settings.startSeconds * 1_000)
        }
        return "\(cluster)/\(settings.topics.name(of: .state))/\(settings.topics.partitions)"
    }

    /// Waits in short steps, so that a stop is seen soon.
    private func pause(_ milliseconds: Int) {
        var left = milliseconds
        while left > 0, !isStopRequested() {
            Thread.sleep(forTimeInterval: Double(min(left, 50)) / 1_000)
            left -= 50
        }
    }

    private static var now: Timestamp {
        Timestamp(nanoseconds: Int64(Date().timeIntervalSince1970 * 1_000) * 1_000_000)
    }
}
