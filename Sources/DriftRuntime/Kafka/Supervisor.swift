internal import DriftEngine
internal import Logging

/// Judges each round of the loop: go on, wait, make the clients anew, or give up.
struct Supervisor {
    /// What to do next.
    enum Decision: Equatable {
        case goOn
        case pause(milliseconds: Int)
        case renew
    }

    /// Totals since the start.
    private(set) var records = 0
    private(set) var commits = 0
    private let logger: Logger
    private var waitingRounds = 0
    /// What is waited for while other partitions go on, and when that was told.
    private var lastTrouble: (reason: String, at: ContinuousClock.Instant)?
    /// When clients or producers were lost lately.
    private var losses: [ContinuousClock.Instant] = []
    private var lastSummary = ContinuousClock.now
    private var lastRestoreNote: ContinuousClock.Instant?
    private var summarised = 0

    private static let maximumLosses = 5
    private static let lossWindow = Duration.seconds(120)
    /// A batch that was aborted so often will never be taken.
    private static let maximumAborts = 8
    private static let pauseMilliseconds = 50...2_000
    private static let summaryInterval = Duration.seconds(30)
    private static let restoreInterval = Duration.seconds(5)

    init(_ logger: Logger) { self.logger = logger }

    /// Takes the report of one round, the partitions that run after it, and how many the worker owns.
    mutating func judge(
        _ report: RunReport, _ running: [Int32], of ownedCount: Int, now: ContinuousClock.Instant = .now
    ) throws(RuntimeFailure) -> Decision {
        records += report.steppedRecords
        commits += report.commits
        tell(report, running)
        tell(report.restores, now)
        summarise(running.count, ownedCount, now)
        if report.abortsOfBatch >= Self.maximumAborts {
            throw .environment(
                "a batch was aborted \(report.abortsOfBatch) times; \(Self.reason(report.standing))")
        }
        switch report.standing {
        case .running:
            waitingRounds = 0
            return .goOn
        case .waiting(let failure):
            if report.droppedEngines { try noteLost(failure, now: now) }
            let didWork = report.steppedRecords > 0 || report.commits > 0
            if didWork { tell(trouble: failure, now) }
            return wait(failure, didWork: didWork)
        case .stopped(let failure):
            try noteLost(failure, now: now)
            return .renew
        }
    }

    /// Notes that clients were lost.
    ///
    /// - Throws: if that happened too often lately.
    mutating func noteLost(_ failure: LogFailure, now: ContinuousClock.Instant = .now) throws(RuntimeFailure)
    {
        losses.removeAll { $0 + Self.lossWindow < now }
        losses.append(now)
        logger.error("Kafka clients were lost; making them anew", metadata: ["reason": "\(failure.reason)"])
        guard losses.count < Self.maximumLosses else {
            throw .environment(
                "Kafka clients were lost \(losses.count) times within \(Self.lossWindow.components.seconds) s: "
                    + failure.reason)
        }
    }

    /// How long to wait before clients are made anew: longer with each loss lately, so that a fault of some seconds, as a topic
    /// whose leader is still to be chosen, does not use them all up.
    var renewalMilliseconds: Int { losses.isEmpty ? 0 : 100 << (2 * (losses.count - 1)) }

    /// Waits longer with each round that got nothing done.
    private mutating func wait(_ failure: LogFailure, didWork: Bool) -> Decision {
        if didWork {
            waitingRounds = 0
            return .goOn
        }
        waitingRounds += 1
        // The first, the second, the fourth, … round is told; the rest says the same.
        if waitingRounds & (waitingRounds - 1) == 0 {
            logger.warning(
                "nothing goes on until this passes",
                metadata: ["round": "\(waitingRounds)", "reason": "\(failure.reason)"])
        }
        let bounds = Self.pauseMilliseconds
        return .pause(milliseconds: min(bounds.lowerBound << min(waitingRounds - 1, 6), bounds.upperBound))
    }

    /// One partition's trouble, as that its store is full, is told while the others work: at once, and every half a minute.
    private mutating func tell(trouble: LogFailure, _ now: ContinuousClock.Instant) {
        if let last = lastTrouble, last.reason == trouble.reason, now - last.at < Self.summaryInterval {
            return
        }
        lastTrouble = (trouble.reason, now)
        logger.warning("a partition waits", metadata: ["reason": "\(trouble.reason)"])
    }

    private func tell(_ report: RunReport, _ running: [Int32]) {
        if !report.lostPartitions.isEmpty {
            logger.info("partitions were taken away", metadata: ["partitions": "\(report.lostPartitions)"])
        }
        if !report.startedPartitions.isEmpty {
            logger.info(
                "partitions run",
                metadata: ["partitions": "\(report.startedPartitions)", "all": "\(running)"])
        }
        if report.aborts > 0 {
            logger.warning("transaction aborted", metadata: ["times": "\(report.abortsOfBatch)"])
        }
    }

    private mutating func tell(_ restores: [RunReport.RestoreProgress], _ now: ContinuousClock.Instant) {
        guard !restores.isEmpty, lastRestoreNote.map({ now - $0 >= Self.restoreInterval }) ?? true else {
            return
        }
        lastRestoreNote = now
        for restore in restores {
            logger.info(
                "state is read back",
                metadata: [
                    "partition": "\(restore.partition)", "next": "\(restore.next)", "end": "\(restore.end)",
                ])
        }
    }

    private mutating func summarise(
        _ runningCount: Int, _ ownedCount: Int, _ now: ContinuousClock.Instant
    ) {
        guard now - lastSummary >= Self.summaryInterval else { return }
        lastSummary = now
        // A partition that is restored for long may wait for a transaction that nobody ends, or for state
        // that is gone.
        logger.log(
            level: runningCount < ownedCount ? .warning : .info, "progress",
            metadata: [
                "records": "\(records)", "new": "\(records - summarised)", "commits": "\(commits)",
                "running": "\(runningCount)", "restoring": "\(ownedCount - runningCount)",
            ])
        summarised = records
    }

    private static func reason(_ standing: RunReport.Standing) -> String {
        switch standing {
        case .waiting(let failure), .stopped(let failure): failure.reason
        case .running: "the reason is not known"
        }
    }
}
