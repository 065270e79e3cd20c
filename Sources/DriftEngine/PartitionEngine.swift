public import CloudModel
public import Controls
internal import JSONTokens
internal import Remediation
public import ResourceGraph
public import WireFormats

/// The deterministic core of one partition: records and ticks in, effects out.
///
/// No clock, no I/O, no threads: the same inputs in the same order give the same effects. Not shared between
/// threads.
/// An engine that threw away a step's effects is of no more use: what it knows runs ahead of what was
/// committed.
public final class PartitionEngine {
    /// The controls that it evaluates.
    public let catalog: ControlCatalog
    /// What it knows of the clouds.
    public let graph: ResourceGraph
    /// The last verdicts.
    public let verdicts: VerdictTable
    /// Every record and event accounted for.
    public internal(set) var statistics = EventStatistics()
    /// The engine's time: never earlier than any record or tick it has seen.
    public internal(set) var time = Timestamp.distantPast {
        didSet { evaluator.now = time }
    }

    let options: EngineOptions
    let index: ControlIndex
    let evaluator: Evaluator
    let decoder: EventDecoder
    let composer: FindingComposer
    let planner: RemediationPlanner
    let rows: RowTable
    let findings: FindingLifecycle
    var past = PastLedger()
    var rereads: RereadLedger
    var timers = Timers()
    var worklist = Worklist()
    /// Controls of which nobody knows what their subjects read, and those that are looked at to find out.
    var cold = ColdControls()
    var warming = Worklist()
    /// What accounts here and elsewhere have told each other, and what may have to be told.
    var ledger = SharedLedger()
    var sharedNews = SharedNews()
    let sharingRoles = SharingRole.all
    var feedWatch: FeedWatch
    var regionWatch: RegionWatch
    /// The verdicts on feeds that time alone changes.
    var feedTimers = Timers()
    var feedClock = FeedClock()
    /// By control, true for those about feeds.
    let judgesFeeds: [Bool]
    var coverageNews: CoverageNews
    /// The number of the control that says whether an account is silent.
    let heardControlNumber: Int32?
    /// True if inventories are asked for because of their age.
    let hasCadence: Bool
    /// When the next suppression begins or ends.
    var suppressionChange: Timestamp?
    /// By control id, the fingerprint with which the restored findings were made; nil while nothing was restored.
    var restoredControls: [String: String]?
    /// Controls of which the state knows and that are in force no more, and their findings.
    var deselection = Deselection()
    /// The newest document that changed the profiles since the state was committed; nil if none did.
    var newestProfile: CauseRecord?
    /// Worklist items read from the changelog.
    var pendingWork: [(control: Int, account: AccountKey, cursor: ResourceID?)] = []
    /// True once the controls' fingerprints are part of the state.
    var areControlsSaved = false
    /// Kinds whose present property names are part of the state.
    var savedSchemas: Set<ResourceKind> = []
    /// What changed since the state was last drained.
    var dirtyResources: Set<ResourceHandle> = []
    /// Scopes as resources without a native id.
    var dirtyScopes: Set<ResourceID> = []
    var dirtyFindings: Set<EvaluationKey> = []
    var dirtyFeeds: Set<AccountKey> = []
    /// How far the control documents were read, as the state has it.
    var savedDocuments = DocumentStand()
    /// The offsets of the good documents that the state has, by their keys in it.
    var savedOffsets: [[UInt8]: Int64] = [:]
    /// True once the state has all good documents, and no others.
    var areDocumentsKept = false
    /// True once refused documents were told of.
    var areDocumentsTold = false
    /// Findings read from the changelog whose resources may not be back yet.
    var pendingFindings: [(control: Int, id: ResourceID, state: FindingState)] = []
    private var decoded: [Decoded] = []
    /// The event that is being followed, if it came in order; nil between records.
    var trigger: CauseRecord?
    /// The last dead letter of the present record, and how many faults it has had.
    private var buried: (letter: DeadLetter, count: Int)?
    /// Room that is used again for every record's deltas and evaluations.
    var deltaRoom: [GraphDelta] = []
    var keyRoom: [EvaluationKey] = []

    /// An engine that knows nothing yet.
    public init(catalog: ControlCatalog, options: EngineOptions = EngineOptions()) {
        self.catalog = catalog
        self.options = options
        judgesFeeds = catalog.controls.map { $0.subject == PartitionEngine.feedKind }
        coverageNews = CoverageNews(isTold: options.announcesCoverage)
        hasCadence = catalog.hasCadence
        heardControlNumber = catalog.controls.firstIndex { $0.facts.id == PartitionEngine.heardControl }
            .map(Int32.init)
        feedWatch = FeedWatch(limitSeconds: options.stalenessSeconds)
        regionWatch = RegionWatch(options.regionLimits)
        graph = ResourceGraph(
            settleSeconds: options.settleSeconds, historyWindowSeconds: options.historyWindowSeconds)
        rows = RowTable(catalog, graph)
        verdicts = VerdictTable(rows)
        findings = FindingLifecycle(rows)
        rereads = RereadLedger(rows)
        index = ControlIndex(catalog)
        evaluator = Evaluator(catalog, graph)
        decoder = EventDecoder(maximumUnpackedBytes: options.maximumUnpackedBytes)
        composer = FindingComposer(catalog: catalog, graph: graph)
        planner = RemediationPlanner(
            catalog: catalog, evaluator: evaluator, graph: graph, digest: Digest.identifier(parts:))
    }

    /// When a resource was seen whose record does not say it; for the records of a whole export.
    public var observedAt: Timestamp {
        get { decoder.observedAt }
        set { decoder.observedAt = newValue }
    }

    /// The names behind the counts of `statistics`.
    public var eventNames: EventNameTable { decoder.names }

    /// The last evaluation of a control on a subject, with the stamp that holds now; nil if there was none.
    ///
    /// A change of another resource that changes no answer makes no evaluation, though it may be the newest thing that the
    /// verdict rests on.
    public func evaluation(of key: EvaluationKey) -> Evaluation? {
        guard let last = verdicts.entry(key) else { return nil }
        if last.isBrief { return present(key) }
        return evaluator.readsOthers(key) ? evaluator.evaluate(key) : last.evaluation
    }

    /// Takes one record. `recordTime` is the broker's timestamp; nil in a replay, where event times drive the
    /// engine's.
    public func step(
        _ bytes: Span<UInt8>, at position: RecordPosition, recordTime: Timestamp? = nil,
        into effects: inout EffectBuffer
    ) -> StepReport {
        var report = StepReport()
        if let recordTime { advance(to: recordTime, &report, into: &effects) }
        if position.source == options.sharedTopic {
            takeShared(bytes, position, &report, into: &effects)
            if let buried { finish(buried, &report, into: &effects) }
            exchange(&report, into: &effects)
            statistics.work += report
            return report
        }
        decoded.removeAll(keepingCapacity: true)
        decoder.feeds.begin(limit: latestTime(recordTime))
        decoder.decode(bytes, into: &decoded)
        if recordTime != nil, let newest = decoder.feeds.newest { feedClock.read(newest) }
        if !decoder.feeds.news.isEmpty { hear(&report, into: &effects) }
        var malformed = 0
        for index in decoded.indices {
            switch decoded[index] {
            case .event(let event):
                report.events += 1
                take(event, bytes, position, index, recordTime, &report, into: &effects)
            case .inventory(let changes):
                statistics.countInventory()
                let changes = options.end == nil ? changes : changes.filter { !isAfterEnd($0) }
                _ = fold(changes, &report, into: &effects)
            case .use(let changes): takeUse(changes, recordTime, &report, into: &effects)
            case .ignored(let name): statistics.countIgnored(name)
            case .malformed(let failure):
                malformed += 1
                bury(failure, bytes, position, decoded.count > 1 ? index : nil, &report, into: &effects)
            }
        }
        if let buried { finish(buried, &report, into: &effects) }
        exchange(&report, into: &effects)
        statistics.countRecord(isMalformed: malformed > 0 && malformed == decoded.count)
        statistics.work += report
        return report
    }

    /// Lets time pass up to `now`; verdicts that time alone changes do so at their instants, one after the other.
    /// `isAllRead` says that no record waits to be read, so that an account without news is silent.
    @discardableResult
    public func tick(
        _ now: Timestamp, isAllRead: Bool = false, into effects: inout EffectBuffer
    ) -> StepReport {
        var report = StepReport()
        feedClock.tick(now, isAllRead: isAllRead)
        advance(to: now, &report, into: &effects)
        applyRegionSilences(at: now, isAllRead: isAllRead, &report, into: &effects)
        exchange(&report, into: &effects)
        statistics.work += report
        return report
    }

    /// Brings the time up to an instant; an earlier one changes nothing.
    func advance(to now: Timestamp, _ report: inout StepReport, into effects: inout EffectBuffer) {
        if time == .distantPast { suppressionChange = catalog.nextSuppressionChange(after: now) }
        while let change = suppressionChange, change <= now {
            fireTimers(upTo: change, &report, into: &effects)
            applySuppressionChanges(upTo: change)
        }
        fireTimers(upTo: now, &report, into: &effects)
        let former = time
        if now > time { time = now }
        askForOldInventories(since: former, &report, into: &effects)
        applySilences(&report, into: &effects)
    }

    private func fireTimers(
        upTo now: Timestamp, _ report: inout StepReport, into effects: inout EffectBuffer
    ) {
        while let instant = timers.first(), instant <= now {
            if instant > time { time = instant }
            var keys = timers.take(at: instant)
            addWatches(to: &keys)
            order(&keys)
            report.timers += keys.count
            evaluate(keys, after: .unordered, .changes, &report, into: &effects)
        }
    }

    /// The latest time that an event of a record may have.
    private func latestTime(_ recordTime: Timestamp?) -> Timestamp {
        let lead = recordTime?.advanced(byNanoseconds: options.maximumLeadSeconds * 1_000_000_000)
        return min(lead ?? .distantFuture, options.end ?? .distantFuture)
    }

    private func take(
        _ event: DecodedEvent, _ bytes: Span<UInt8>, _ position: RecordPosition, _ eventIndex: Int,
        _ recordTime: Timestamp?, _ report: inout StepReport, into effects: inout EffectBuffer
    ) {
        switch event.meaning {
        case .irrelevant(let reason): statistics.count(event.name, as: PartitionEngine.eventClass(of: reason))
        case .refused: statistics.count(event.name, as: .refused)
        case .changes(let changes) where changes.contains(where: isAfterEnd),
            .blind(let changes) where changes.contains(where: isAfterEnd):
            statistics.count(event.name, as: .afterEnd)
        case .changes(let changes), .blind(let changes):
            if let failure = refusal(of: changes, recordTime) {
                bury(failure, bytes, position, eventIndex, &report, into: &effects)
                statistics.count(event.name, as: .refused)
                return
            }
            let effect = fold(changes, &report, into: &effects)
            if case .blind = event.meaning {
                statistics.count(event.name, as: .blind)
            } else {
                statistics.count(event.name, as: effect)
            }
        }
    }

    /// Folds what a record says beside its event; a record that may not be folded says nothing here.
    private func takeUse(
        _ changes: [GraphChange], _ recordTime: Timestamp?, _ report: inout StepReport,
        into effects: inout EffectBuffer
    ) {
        if changes.contains(where: isAfterEnd) || refusal(of: changes, recordTime) != nil { return }
        _ = fold(changes, &report, into: &effects)
    }

    private func isAfterEnd(_ change: GraphChange) -> Bool {
        guard let end = options.end else { return false }
        switch change {
        case .resource(let change): return change.cause.time > end
        case .scope(let closing): return closing.startedAt > end
        case .shared: return false
        }
    }

    /// Why an event may not be folded here: it lies in the future, or belongs to another partition.
    private func refusal(of changes: [GraphChange], _ recordTime: Timestamp?) -> DecodingFailure? {
        guard case .resource(let change)? = changes.first else { return nil }
        if let recordTime, change.cause.time - recordTime > options.maximumLeadSeconds * 1_000_000_000 {
            return DecodingFailure(
                "future",
                "event time \(change.cause.time.rfc3339) is ahead of its record's \(recordTime.rfc3339)"
            )
        }
        if let owns = options.owns, !owns(change.resource.account) {
            return DecodingFailure("misrouted", "account \(change.resource.account) is not on this partition")
        }
        return nil
    }

    func bury(
        _ failure: DecodingFailure, _ bytes: Span<UInt8>, _ position: RecordPosition, _ eventIndex: Int?,
        _ report: inout StepReport, into effects: inout EffectBuffer
    ) {
        let letter =
            buried?.letter.telling(failure, eventIndex: eventIndex)
            ?? DeadLetter(failure, bytes, position, eventIndex: eventIndex)
        buried = (letter, (buried?.count ?? 0) + 1)
        if buried?.count ?? 0 <= RoutingEngine.maximumLettersPerRecord {
            append(letter, &report, into: &effects)
        }
    }

    /// One letter tells of all the bad documents of a record beyond the limit.
    private func finish(
        _ buried: (letter: DeadLetter, count: Int), _ report: inout StepReport,
        into effects: inout EffectBuffer
    ) {
        self.buried = nil
        let more = buried.count - RoutingEngine.maximumLettersPerRecord
        guard more > 0 else { return }
        let failure = DecodingFailure(
            buried.letter.reason,
            "\(more) more documents of this record failed; the last: \(buried.letter.detail)")
        append(buried.letter.telling(failure, eventIndex: buried.letter.eventIndex), &report, into: &effects)
    }

    private func append(_ letter: DeadLetter, _ report: inout StepReport, into effects: inout EffectBuffer) {
        statistics.countDeadLetter()
        report.effects += 1
        effects.append(.deadLetter(letter))
    }

    private static func eventClass(of reason: Irrelevance) -> EventClass {
        switch reason {
        case .readOnly: .readOnly
        case .notGoverned: .notGoverned
        case .foreign: .foreign
        case .noGovernedProperty: .noGovernedProperty
        }
    }

    /// Lets an evaluation wait for an instant, or for none.
    func schedule(_ key: EvaluationKey, at instant: Timestamp?) {
        if judgesFeeds[Int(key.control)] {
            feedTimers.schedule(key, at: instant)
        } else {
            timers.schedule(key, at: instant)
        }
    }

    func record(_ evaluation: Evaluation, for key: EvaluationKey) -> VerdictTable.Transition? {
        schedule(key, at: evaluation.nextChange)
        if judgesFeeds[Int(key.control)] { noteFeed(key, evaluation.verdict) }
        return verdicts.record(evaluation, for: key)
    }
}
