internal import CloudModel
internal import Controls
internal import DriftEngine
internal import WireFormats

/// Folds files of events over files of inventories and writes everything that an engine on topics would.
public struct ReplayRunner {
    private let options: ReplayOptions
    private let report: (ReplayProgress) -> Void

    /// A replay. `report` is called after each piece of input, a quarter of a MiB or less.
    public init(_ options: ReplayOptions, report: @escaping (ReplayProgress) -> Void = { _ in }) {
        self.options = options
        self.report = report
    }

    /// Runs it. Nothing is written before every path and every control document has proved to be good.
    ///
    /// - Throws: `RuntimeFailure`.
    public func run() throws -> ReplaySummary {
        if (options.baselines + options.events).count(where: { $0 == "-" }) > 1 {
            throw RuntimeFailure(
                .usage,
                "-: standard input can be read once only\n    hint: give the baselines or the events as a file"
            )
        }
        let baselines = try log(options.baselines)
        let events = try log(options.events)
        let engine = try makeEngine()
        let state = try restoreState(engine)
        let outputs = try OutputDirectory(options.outputDirectory)
        var sink = EngineSink(engine, outputs)
        sink.counts.files = baselines.files.paths.count + events.files.paths.count
        sink.counts.skippedFiles = baselines.files.skipped + events.files.skipped
        var meter = Meter(total: ReplayRunner.total(baselines.files, events.files), report: report)
        for path in baselines.files.paths { try readBaseline(path, baselines, &sink, &meter) }
        for path in events.files.paths { try read(path, events, &sink, &meter) }
        if let end = options.until { try sink.tick(end) }
        try sink.settle()
        let posture = try writeReports(engine, outputs, sink.counts)
        let summary = summary(engine, outputs, sink.counts, posture)
        try state?.check(engine)
        try outputs.finish()
        try state?.save(engine.drainState(), at: engine.time)
        return summary
    }

    private static func total(_ first: InputFiles, _ second: InputFiles) -> Int {
        guard let first = first.byteCount, let second = second.byteCount else { return 0 }
        return first + second
    }

    private func log(_ names: [String]) throws(RuntimeFailure) -> FileLog {
        try FileLog(
            names, excluding: options.outputDirectory, maximumRecordBytes: options.maximumRecordBytes)
    }

    private func makeEngine() throws(RuntimeFailure) -> PartitionEngine {
        var engineOptions = EngineOptions()
        engineOptions.end = options.until
        if options.stateDirectory != nil { engineOptions.program = ProgramIdentity.digest }
        engineOptions.stalenessSeconds = options.stalenessSeconds
        return PartitionEngine(catalog: try options.controls.catalog(), options: engineOptions)
    }

    /// Puts the kept state back. Returns where the new one goes, or nil if none is to be kept.
    private func restoreState(_ engine: PartitionEngine) throws(RuntimeFailure) -> ReplayState? {
        guard let directory = options.stateDirectory else { return nil }
        let state = try ReplayState(directory: directory)
        try state.restore(engine)
        return state
    }

    /// Reads a file of inventories twice: once to see when and of what it was taken, once to fold it. What comes
    /// through a pipe is folded at once and closes no scopes of its own accord.
    private func readBaseline(
        _ path: String, _ log: FileLog, _ sink: inout EngineSink, _ meter: inout Meter
    ) throws {
        guard FileShape.byteCount(path) != nil else { return try read(path, log, &sink, &meter) }
        var export = BaselineExport()
        try log.read(path, into: &export)
        sink.engine.observedAt = export.observedAt
        try read(path, log, &sink, &meter)
        for closing in export.closings() {
            sink.counts.closings += 1
            try sink.take(closing.span, at: RecordPosition(source: path, partition: 0, offset: 0))
        }
    }

    private func read(
        _ path: String, _ log: FileLog, _ sink: inout EngineSink, _ meter: inout Meter
    ) throws {
        let engine = sink.engine
        try log.read(path, into: &sink) { meter.add($0, records: engine.statistics.records) }
    }

    private func writeReports(
        _ engine: PartitionEngine, _ outputs: OutputDirectory, _ counts: ReplayCounts
    ) throws(RuntimeFailure) -> [PostureStatus: Int] {
        var posture = PostureReport(engine)
        let file = try OutputFile(outputs.path + "/posture.jsonl")
        try posture.write { (line) throws(RuntimeFailure) in try file.write(line: line) }
        try file.finish()
        let coverage = try OutputFile(outputs.path + "/coverage.jsonl")
        let encoder = EffectEncoder()
        for line in engine.coverage() { try coverage.write(line: encoder.line(line)) }
        try coverage.finish()
        let report = StatisticsReport(statistics: engine.statistics, names: engine.eventNames, extra: counts)
        try outputs.write("stats.json", report.bytes)
        return posture.counts
    }

    private func summary(
        _ engine: PartitionEngine, _ outputs: OutputDirectory, _ counts: ReplayCounts,
        _ posture: [PostureStatus: Int]
    ) -> ReplaySummary {
        let statistics = engine.statistics
        return ReplaySummary(
            openFindings: engine.openFindings(), posture: posture,
            records: statistics.records + counts.letters - counts.closings, events: statistics.events,
            changingEvents: statistics.count(of: .changing),
            inventoryDocuments: statistics.inventoryDocuments - counts.closings,
            deadLetters: outputs.count(.deadLetters), transitions: statistics.work.transitions,
            alerts: outputs.count(.alerts), commands: outputs.count(.remediationCommands),
            tickets: outputs.count(.tickets), files: counts.files, skippedFiles: counts.skippedFiles,
            warnings: warnings(engine), time: engine.time, outputDirectory: outputs.path)
    }

    /// The catalogue has the profiles in the order of their files.
    private func warnings(_ engine: PartitionEngine) -> [String] {
        if options.controls.profiles.isEmpty { return [] }
        return zip(options.controls.profiles, engine.catalog.unmatched(in: engine.graph)).flatMap {
            path, lines in
            lines.map { "\(path): warning: \($0)" }
        }
    }
}

/// Adds up what was read and tells it.
private struct Meter {
    let total: Int
    let report: (ReplayProgress) -> Void
    private var bytes = 0

    init(total: Int, report: @escaping (ReplayProgress) -> Void) {
        self.total = total
        self.report = report
    }

    mutating func add(_ count: Int, records: Int) {
        bytes += count
        report(ReplayProgress(records: records, bytes: bytes, totalBytes: total))
    }
}
