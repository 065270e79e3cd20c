internal import CloudModel
internal import DriftEngine
internal import Foundation
internal import KafkaLog
internal import Logging
internal import WireFormats

/// Splits one raw topic and keys its documents by account, on the calling thread: one consumer, one producer,
/// one transaction a batch.
struct RouteWorker {
    private let settings: RunSettings
    private let source: String
    private let logger: Logger
    private let board: RouteBoard
    private let isStopRequested: @Sendable () -> Bool

    typealias Loop = WorkerLoop<
        GuardedEngine<RoutingEngine>, KafkaInputLog, StatelessTransaction<KafkaOutputTransaction>,
        CommittedPositions<KafkaInputLog>, TransientStores
    >

    init(
        _ settings: RunSettings, source: String, logger: Logger, board: RouteBoard,
        isStopRequested: @escaping @Sendable () -> Bool
    ) {
        self.settings = settings
        self.source = source
        var logger = logger
        logger[metadataKey: "source"] = "\(source)"
        self.logger = logger
        self.board = board
        self.isStopRequested = isStopRequested
    }

    /// Works until a stop is requested.
    ///
    /// - Throws: why it cannot work any more.
    func run() throws(RuntimeFailure) {
        let mark = try CrashMark.named("crash-mark-route-\(source)", settings, logger)
        var supervisor = Supervisor(logger)
        var meter = WorkerMeter()
        while !isStopRequested() {
            try runClients(&supervisor, &meter, mark)
            StopSignal.pause(supervisor.renewalMilliseconds, until: isStopRequested)
        }
        logger.info(
            "stopped", metadata: ["records": "\(supervisor.records)", "commits": "\(supervisor.commits)"])
    }

    private func runClients(
        _ supervisor: inout Supervisor, _ meter: inout WorkerMeter, _ mark: CrashMark
    ) throws(RuntimeFailure) {
        let inputs: KafkaInputLog
        do throws(LogFailure) {
            // The group shares out the partitions of the source itself; its numbers are the source's offsets.
            let member = try StateMembership(
                settings.kafka, group: "\(settings.route.group)-\(source)", instance: transactionalID,
                topic: source, logger: logger)
            inputs = try KafkaInputLog(
                settings.kafka, topics: [source], member: member,
                waitMilliseconds: settings.waitMilliseconds, logger: logger)
        } catch {
            return try supervisor.noteLost(error)
        }
        defer {
            inputs.close()
            meter.noteLoss()
        }
        let loop = makeLoop(inputs, mark)
        while !isStopRequested() {
            let report = loop.runOnce(now: WallClock.now)
            meter.take(report, at: WallClock.now)
            if meter.isDue() { board.publish(view(loop, inputs, report.standing, meter.totals)) }
            switch try supervisor.judge(report, loop.runningPartitions, of: inputs.ownedCount) {
            case .goOn: continue
            case .pause(let milliseconds): StopSignal.pause(milliseconds, until: isStopRequested)
            case .renew: return
            }
        }
    }

    private var transactionalID: String { "\(settings.route.transactionalID)-\(source)" }

    private func view(
        _ loop: Loop, _ inputs: KafkaInputLog, _ standing: RunReport.Standing, _ totals: WorkerMeter.Totals
    ) -> RouteView {
        let partitions = loop.status.map { status in
            RouteView.Partition(
                number: status.partition, isRunning: status.isRunning,
                lag: inputs.lags(of: status.partition, at: status.position).first?.records,
                statistics: loop.withEngine(of: status.partition) { $0.base.statistics })
        }
        return RouteView(
            source, partitions, isAssigned: inputs.member.isAssigned, standing, totals)
    }

    private func makeLoop(_ inputs: KafkaInputLog, _ mark: CrashMark) -> Loop {
        let outputs = KafkaOutputTransaction(
            settings.kafka, transactionalID: transactionalID,
            topics: OutputTopicNames(of: OutputTopic.ofRoute, settings.topics), member: inputs.member,
            logger: logger)
        var limits = LoopSettings()
        limits.batch = settings.batch
        let (records, credentials) = (settings.records, settings.route.credentials)
        return Loop(
            inputs: inputs, outputs: StatelessTransaction(outputs, source: source),
            states: CommittedPositions(inputs, source: source), stores: TransientStores(), settings: limits
        ) { _ in
            let engine = RoutingEngine(
                EventRouter(
                    maximumDocumentBytes: records.routedBytes, maximumUnpackedBytes: records.unpackedBytes,
                    maximumCredentials: credentials),
                EffectEncoder())
            return GuardedEngine(engine, mark, EffectEncoder())
        }
    }
}
