internal import CloudModel
internal import DriftEngine
internal import Telemetry
internal import WireFormats

/// Sums up what a worker does, and writes it on the board once a second.
struct WorkerMeter {
    private let board: StatusBoard?
    private let isWatched: Bool
    private var lastPublished = ContinuousClock.now - .seconds(60)
    private(set) var totals = Totals()
    /// From a record's arrival on its topic until what it gave is committed, in seconds.
    private var delays = Histogram([0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300])
    private var restores: [Int32: RunReport.RestoreProgress] = [:]
    /// Of clients that were lost.
    private var formerOutputs: [OutputTopic: Int] = [:]

    private static let interval = Duration.seconds(1)

    /// What only goes up.
    struct Totals: Sendable {
        var records = 0
        var skipped = 0
        var commits = 0
        var aborts = 0
        var sent = 0
        var restored = 0
        var losses = 0
    }

    init(_ board: StatusBoard?) {
        self.board = board
        isWatched = board != nil
    }

    /// A meter whose totals another board shows.
    init() {
        board = nil
        isWatched = true
    }

    /// Takes the report of one round.
    mutating func take(_ report: RunReport, at now: Timestamp) {
        totals.records += report.steppedRecords
        totals.skipped += report.skippedRecords
        totals.commits += report.commits
        totals.aborts += report.aborts
        totals.sent += report.sentRecords
        totals.restored += report.restoredRecords
        for time in report.committedRecordTimes { delays.observe(Double(now - time) / 1e9) }
        for progress in report.restores { restores[progress.partition] = progress }
        for partition in report.startedPartitions + report.lostPartitions { restores[partition] = nil }
    }

    /// The clients were lost; their counts go on.
    mutating func noteLoss(_ outputs: [OutputTopic: Int] = [:]) {
        totals.losses += 1
        formerOutputs.merge(outputs) { $0 + $1 }
        restores = [:]
    }

    /// True once in a second.
    mutating func isDue(_ now: ContinuousClock.Instant = .now) -> Bool {
        guard isWatched, now - lastPublished >= Self.interval else { return false }
        lastPublished = now
        return true
    }

    /// Writes on the board.
    func publish(_ view: WorkerView) {
        var status = StatusBoard.Status()
        status.isReady = view.readiness.isReady
        status.detail = view.readiness.detail
        status.metrics = metrics(view) + view.metrics + ProcessMetrics.all()
        board?.publish(status)
    }

    private func metrics(_ view: WorkerView) -> [Metric] {
        var outputs = Metric("plumbline_outputs_total", .counter, "Records committed to each output topic.")
        let counts = formerOutputs.merging(view.outputs) { $0 + $1 }
        for topic in OutputTopic.ofDetector {
            outputs.add(counts[topic] ?? 0, .init("topic", topic.rawValue))
        }
        var next = Metric("plumbline_restore_offset", .gauge, "The next state record of a restore under way.")
        var end = Metric("plumbline_restore_end_offset", .gauge, "Where that restore ends.")
        for progress in restores.values.sorted(by: { $0.partition < $1.partition }) {
            next.add(Double(progress.next), .init("partition", "\(progress.partition)"))
            end.add(Double(progress.end), .init("partition", "\(progress.partition)"))
        }
        return [
            counter("records", "Input records that engines took.", totals.records),
            counter("skipped_records", "Input records that had been passed before.", totals.skipped),
            counter("commits", "Transactions committed.", totals.commits),
            counter("transaction_aborts", "Transactions aborted.", totals.aborts),
            counter("sent_records", "Records sent in transactions, committed or not.", totals.sent),
            counter("restored_records", "State records read back.", totals.restored),
            counter("client_losses", "How often the Kafka clients were made anew.", totals.losses),
            outputs, next, end,
            Metric(
                "plumbline_finding_delay_seconds",
                "From a record's time on its topic until what it gave was committed.", delays),
        ]
    }

    private func counter(_ name: String, _ help: String, _ value: Int) -> Metric {
        Metric("plumbline_\(name)_total", .counter, help, Double(value))
    }
}
