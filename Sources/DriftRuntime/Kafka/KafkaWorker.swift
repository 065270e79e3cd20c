internal import CloudModel
internal import Controls
internal import DriftEngine
internal import Foundation
internal import KafkaLog
public import Logging
public import Telemetry
internal import WireFormats

/// One worker: its consumers, its producer and the engines of its partitions, on the calling thread.
///
/// It goes on through everything that passes by itself, with growing pauses, and makes all clients anew when
/// they are lost. It gives up when that happens too often.
public struct KafkaWorker {
    private let settings: RunSettings
    private let sources: ControlSources
    private let logger: Logger
    private let isStopRequested: () -> Bool
    private let board: StatusBoard?

    /// A stream has no end, so superseded values must go at some time.
    private static let historyWindowSeconds: Int64 = 1_800

    typealias Loop = WorkerLoop<
        GuardedEngine<EncodingEngine>, KafkaInputLog, KafkaOutputs, KafkaStateLog, RocksLocalStores
    >

    /// A worker for these settings, which tells on the board how it stands. `isStopRequested` is asked after every
    /// batch.
    ///
    /// - Throws: what is wrong with the controls, profiles and suppressions of the settings' files.
    public init(
        settings: RunSettings, logger: Logger, board: StatusBoard? = nil,
        isStopRequested: @escaping () -> Bool
    ) throws(RuntimeFailure) {
        self.settings = settings
        sources = try ControlSources(settings.controls)
        self.logger = logger
        self.board = board
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
        let desk = try ControlDesk(sources, logger: logger)
        logger.info(
            "started",
            metadata: [
                "brokers": "\(settings.brokers)", "group": "\(settings.group)",
                "transactional_id": "\(settings.transactionalID)",
                "state": "\(settings.stateDirectory)",
                "partitions": "\(settings.topics.partitions)", "controls": "\(desk.catalog.controls.count)",
            ])
        let mark = try CrashMark.named("crash-mark", settings, logger)
        var supervisor = Supervisor(logger)
        var meter = WorkerMeter(board)
        while !isStopRequested() {
            try runClients(&supervisor, &meter, mark, desk)
            StopSignal.pause(supervisor.renewalMilliseconds, until: isStopRequested)
        }
        logger.info(
            "stopped", metadata: ["records": "\(supervisor.records)", "commits": "\(supervisor.commits)"])
    }

    private func checkClusters() throws(RuntimeFailure) {
        let topics = settings.topics
        let needed = TopicLayout.outputs(topics) + topics.documents
        let check = try ClusterCheck(settings, isStopRequested: isStopRequested)
        guard let inputKafka = settings.inputKafka else {
            return try check.requireTopics(topics, spread: topics.coPartitioned, others: needed)
        }
        try check.requireTopics(topics, spread: topics.internals, others: needed)
        try ClusterCheck(settings, of: inputKafka, isStopRequested: isStopRequested)
            .requireTopics(topics, spread: topics.inputs, others: [])
    }

    /// Works with one set of clients until they are lost or a stop is requested.
    private func runClients(
        _ supervisor: inout Supervisor, _ meter: inout WorkerMeter, _ mark: CrashMark, _ desk: ControlDesk
    ) throws(RuntimeFailure) {
        let (inputs, outputs, loop): (KafkaInputLog, KafkaOutputs, Loop)
        let documents: DocumentLog
        do throws(LogFailure) {
            documents = try openDocuments(desk)
            (inputs, outputs, loop) = try makeClients(mark, desk)
        } catch {
            return try supervisor.noteLost(error)
        }
        defer {
            inputs.close()
            documents.close()
            meter.noteLoss(outputs.committedCounts)
        }
        var clock = TickClock()
        var hasNewControls = false
        while !isStopRequested() {
            do throws(LogFailure) {
                if try desk.look(documents) { hasNewControls = true }
            } catch {
                return try supervisor.noteLost(error)
            }
            // Only between two batches; else after the next round.
            if hasNewControls, loop.renewEngines() { hasNewControls = false }
            let report = loop.runOnce(now: clock.tick(wall: WallClock.now, .now))
            if desk.takeBack(report.lackingDocuments) { hasNewControls = true }
            meter.take(report, at: WallClock.now)
            if meter.isDue() { meter.publish(view(loop, inputs, outputs, report)) }
            switch try supervisor.judge(report, loop.runningPartitions, of: inputs.ownedCount) {
            case .goOn: continue
            case .pause(let milliseconds): StopSignal.pause(milliseconds, until: isStopRequested)
            case .renew: return
            }
        }
    }

    private func view(
        _ loop: Loop, _ inputs: KafkaInputLog, _ outputs: KafkaOutputs, _ report: RunReport
    ) -> WorkerView {
        let partitions = loop.status.map { status in
            WorkerView.Partition(
                status: status, lags: inputs.lags(of: status.partition, at: status.position),
                statistics: loop.withEngine(of: status.partition) { $0.base.engine.statistics })
        }
        return WorkerView(
            partitions, isAssigned: inputs.member.isAssigned, standing: report.standing,
            outputs: outputs.committedCounts, now: WallClock.now)
    }

    private func openDocuments(_ desk: ControlDesk) throws(LogFailure) -> DocumentLog {
        let log = try DocumentLog(
            settings.kafka, group: settings.group, settings.topics, logger: logger)
        try desk.open(log, seconds: settings.startSeconds, isStopRequested: isStopRequested)
        return log
    }

    private func makeClients(
        _ mark: CrashMark, _ desk: ControlDesk
    ) throws(LogFailure) -> (KafkaInputLog, KafkaOutputs, Loop) {
        let member = try StateMembership(
            settings.kafka, group: settings.group, instance: settings.transactionalID,
            topic: settings.topics.name(of: .state), logger: logger)
        let inputs = try KafkaInputLog(
            settings.inputKafka ?? settings.kafka, topics: settings.topics.inputs, member: member,
            besides: (settings.kafka, [settings.topics.name(of: .sharedFacts)]),
            waitMilliseconds: settings.waitMilliseconds, logger: logger)
        let outputs = makeOutputs(member)
        return (inputs, outputs, try makeLoop(inputs, outputs, mark, desk))
    }

    private func makeLoop(
        _ inputs: KafkaInputLog, _ outputs: KafkaOutputs, _ mark: CrashMark, _ desk: ControlDesk
    ) throws(LogFailure) -> Loop {
        let states = try KafkaStateLog(
            settings.kafka, group: settings.group, topic: settings.topics.name(of: .state), logger: logger)
        let stores = RocksLocalStores(
            settings.stateDirectory, identity: try identity(inputs.member), logger: logger)
        var limits = LoopSettings()
        limits.batch = settings.batch
        let (count, records) = (Int32(settings.topics.partitions), settings.records)
        let (residentResources, staleness) = (settings.residentResources, settings.stalenessHours)
        let (regionSilence, regionDays) = (settings.regionSilenceHours, settings.regionDays)
        let isExactlyOnce = settings.isExactlyOnce
        let sharedTopic = settings.topics.name(of: .sharedFacts)
        return Loop(
            inputs: inputs, outputs: outputs, states: states, stores: stores, settings: limits
        ) { partition in
            var options = EngineOptions()
            options.program = ProgramIdentity.digest
            options.isStateAtomic = isExactlyOnce
            options.historyWindowSeconds = Self.historyWindowSeconds
            options.maximumResidentResources = residentResources
            options.stalenessSeconds = staleness.map { Int64($0) * 3_600 }
            options.regionSilenceHours = regionSilence.map(Int64.init)
            options.regionDays = regionDays
            options.announcesCoverage = true
            options.documents = desk.stand(for: partition)
            options.sharedTopic = sharedTopic
            options.maximumUnpackedBytes = records.unpackedBytes
            options.owns = { account in
                Partitioner.murmur2(Array(account.text.utf8), partitionCount: count) == partition
            }
            let engine = EncodingEngine(
                PartitionEngine(catalog: desk.catalog, options: options), EffectEncoder())
            return GuardedEngine(engine, mark, EffectEncoder())
        }
    }

    private func makeOutputs(_ member: StateMembership) -> KafkaOutputs {
        let topics = OutputTopicNames(of: OutputTopic.ofDetector, settings.topics)
        guard settings.isExactlyOnce else {
            return KafkaOutputs(
                KafkaDirectOutputs(settings.kafka, topics: topics, member: member, logger: logger))
        }
        return KafkaOutputs(
            KafkaOutputTransaction(
                settings.kafka, transactionalID: settings.transactionalID, topics: topics, member: member,
                logger: logger))
    }

    /// What a partition's number means: the cluster, the topic and its partition count.
    private func identity(_ member: StateMembership) throws(LogFailure) -> String {
        let cluster = try LogFailure.translating { () throws(KafkaError) in
            try member.consumer.clusterID(timeoutMilliseconds: settings.startSeconds * 1_000)
        }
        return "\(cluster)/\(settings.topics.name(of: .state))/\(settings.topics.partitions)"
    }
}
