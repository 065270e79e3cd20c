public import CloudModel
internal import Expressions
internal import JSONTokens
public import ResourceGraph

/// Says what controls say of subjects, as a function of the graph. Not shared between threads.
public final class Evaluator {
    let catalog: ControlCatalog
    let graph: ResourceGraph
    let machine = Expressions.Evaluator()
    let activation: GraphActivation
    /// Keeps the answers of queries over many resources; nil walks them each time.
    let gatherer: Gatherer?
    /// The present instant, which conditions with `now` read; while it is nil they are unknown.
    public var now: Timestamp?
    /// By account whose log has been silent for too long, when it was last heard: what would pass on nothing newer is unknown.
    public var silences: [ResourceHandle: Timestamp] = [:]
    /// The same of single regions of accounts.
    public var regionSilences: [ResourceHandle: [String: Timestamp]] = [:]
    private var clockwork = Clockwork()

    /// An evaluator of a catalogue's controls over a graph. One that `gathers` keeps the answers of queries over many
    /// resources, and must be told every delta of the graph by `addAffected`; another walks them each time.
    public init(_ catalog: ControlCatalog, _ graph: ResourceGraph, gathers: Bool = true) {
        self.catalog = catalog
        self.graph = graph
        // A reference alone, without any list, is followed by it too.
        let readsOthers = catalog.controls.contains(where: \.readsOthers)
        gatherer = gathers && readsOthers ? Gatherer(catalog, graph) : nil
        activation = GraphActivation(graph: graph, names: catalog.names)
    }

    /// What the control says of the subject now, or said at an earlier instant.
    ///
    /// A subject that does not exist gives `notApplicable`; one whose existence is ambiguous gives `unknown`. The facts
    /// written up to `asOf` count, and `present` is what `now` is, nil for the evaluator's own.
    public func evaluate(
        _ key: EvaluationKey, asOf: Timestamp = .distantFuture, at present: Timestamp? = nil
    ) -> Evaluation {
        let control = catalog.controls[Int(key.control)]
        if control.isWatch { return watched(key, asOf: asOf, at: present) }
        let isPresent = asOf == .distantFuture
        activation.begin(control, key.subject, asOf: asOf, now: present ?? now)
        if isPresent { activation.gatherer = gatherer }
        clockwork = Clockwork()
        var verdict = verdict(control, key.subject, asOf)
        if isPresent, !silences.isEmpty || !regionSilences.isEmpty { doubt(&verdict, of: key) }
        if isPresent, control.readsOthers { settle(key, control) }
        var stamp = stamp(verdict, key.subject, asOf)
        if let flip = clockwork.last, flip > stamp?.time ?? .distantPast { stamp = .passing(at: flip) }
        return Evaluation(
            verdict: verdict, reads: activation.reads, since: stamp?.time ?? .distantPast,
            cause: stamp?.cause, nextChange: clockwork.next)
    }

    /// Takes a pass away that rests on something that only a silent log told.
    private func doubt(_ verdict: inout Verdict, of key: EvaluationKey) {
        guard case .pass = verdict, let account = activation.account else { return }
        let (whole, regions) = (silences[account], regionSilences[account] ?? [:])
        if whole == nil, regions.isEmpty { return }
        var isOld = false
        forEachPastRead(of: key, activation.reads) { resource, properties in
            guard !isOld, !Evaluator.withoutLog.contains(graph.kind(of: resource)),
                let heard = regions.isEmpty ? whole : regions[graph.id(of: resource).region] ?? whole
            else { return }
            for property in properties.properties where !isOld {
                let time = graph.reading(property, of: resource).time
                isOld = time > .distantPast && time <= heard
            }
        }
        if isOld { verdict = .unknown(missing: ["feed"]) }
    }

    /// Kinds whose facts come from no log: the log's own, and what people say.
    private static let withoutLog: Set<ResourceKind> = [
        KindCatalog.kind("AWS::::Feed"), KindCatalog.kind("AWS::::RegionFeed"),
        KindCatalog.kind("AWS::::Attestation"),
    ]

    /// Every resource whose facts can have decided what the control said of the subject before, with the properties that
    /// count: what it reads one by one (`singleReads`), and the members of the lists that it reads. Some may come twice.
    public func forEachPastRead(
        of key: EvaluationKey, _ singleReads: [PropertyRead],
        _ body: (ResourceHandle, PropertySet) -> Void
    ) {
        for read in singleReads { body(read.resource, PropertySet(read.property)) }
        let account = graph.id(of: key.subject).account
        for other in catalog.controls[Int(key.control)].footprint.others where other.isListed {
            for handle in graph.members(of: other.kind, in: account) { body(handle, other.properties) }
        }
    }

    /// What an evaluation read beside the members of lists.
    public func singleReads(of key: EvaluationKey, _ evaluation: Evaluation) -> [PropertyRead] {
        let footprint = catalog.controls[Int(key.control)].footprint
        guard footprint.others.contains(where: \.isListed) else { return evaluation.reads }
        return evaluation.reads.filter { read in
            let kind = graph.kind(of: read.resource)
            return !footprint.others.contains { $0.isListed && $0.kind == kind }
        }
    }

    /// How many other resources an evaluation that keeps nothing may have to walk.
    public func walkedCount(of key: EvaluationKey) -> Int {
        let account = graph.id(of: key.subject).account
        return catalog.controls[Int(key.control)].footprint.others.reduce(0) {
            $1.isListed ? $0 + graph.memberCount(of: $1.kind, in: account) : $0
        }
    }

    /// True if evaluations of the control read other resources than the subject and its account.
    public func readsOthers(_ key: EvaluationKey) -> Bool {
        catalog.controls[Int(key.control)].readsOthers
    }

    /// Brings kept answers up to date with a change of the graph, and adds the evaluations that rest on what changed,
    /// some maybe twice, and the changes that concern every subject of a control.
    public func addAffected(
        by delta: GraphDelta, to found: inout [EvaluationKey], _ wide: inout [WideChange]
    ) {
        gatherer?.addAffected(by: delta, to: &found, &wide)
    }

    /// Takes out the copies of other accounts' resources that were read for the first time since the evaluator was made,
    /// whether they are there or not.
    public func takeCopiesRead() -> [ResourceID] { gatherer?.takeCopiesRead() ?? [] }

    /// Lets go of what is kept of accounts that were not asked for lately, until no more than `limit` answers are left, those
    /// of accounts aside of which `isSmall` was once not true. Returns the accounts that went: a change there adds none of
    /// the evaluations that were made before.
    public func letGo(beyond limit: Int, isSmall: (ResourceHandle) -> Bool) -> [ResourceHandle] {
        gatherer?.trim(to: limit, isSmall: isSmall) ?? []
    }

    /// Takes down what the evaluation read of other resources.
    private func settle(_ key: EvaluationKey, _ control: CompiledControl) {
        guard let gatherer, let account = activation.account else { return }
        let answers = gatherer.answers(account)
        var edges: [Edge] = []
        for edge in activation.edges {
            // What every subject reads is taken down once.
            if control.scope == .resource, case .group(let number) = edge,
                answers.groups[Int(number)].isCommon
            {
                answers.edges.add(.subjects(control: key.control, account: account), edge)
            } else if !control.footprint.isWalked(edge) {
                edges.append(edge)
            }
        }
        gatherer.settle(.evaluation(key), edges, answers)
    }

    /// The elements of the subject's sets that the evidence of a failure shows, in canonical order of their content.
    public func evidenceElements(of key: EvaluationKey) -> [ElementReading] {
        guard case .fail(let evidence) = evaluate(key).verdict else { return [] }
        return elements(shownBy: evidence, key.subject, .distantFuture)
    }

    private func verdict(_ control: CompiledControl, _ subject: ResourceHandle, _ asOf: Timestamp) -> Verdict
    {
        switch graph.existence(of: subject, asOf: asOf) {
        case .absent: return .notApplicable
        case .ambiguous:
            // What it reads is where its last definite verdict is looked for.
            _ = standing(control)
            return .unknown(missing: ["existence"])
        case .exists: return standing(control)
        }
    }

    /// The verdict on a subject that exists.
    private func standing(_ control: CompiledControl) -> Verdict {
        if let applies = control.applies {
            switch evaluate(applies) {
            case .bool(true): break
            case .bool(false): return .notApplicable
            case let other: return Evaluator.undecided(other)
            }
        }
        guard let pass = control.pass else { return .notApplicable }
        switch evaluate(pass) {
        case .bool(true): return .pass
        case .bool(false): return .fail(evidence: evidence(control))
        case let other: return Evaluator.undecided(other)
        }
    }

    private func evidence(_ control: CompiledControl) -> FlatValue {
        guard let evidence = control.evidence else { return .null }
        // Evidence that cannot be shown whole does not make a failure doubtful.
        return evaluate(evidence).flatValue ?? .null
    }

    private func evaluate(_ program: Program) -> Value {
        let value = machine.evaluate(program, in: activation)
        if let now = activation.now { clockwork.note(machine, now: now) }
        return value
    }

    private static func undecided(_ value: Value) -> Verdict {
        switch value {
        case .unknown(let missing): .unknown(missing: missing.paths)
        case .error(let error): .error(message: error.description)
        default: .error(message: "the condition is no truth value")
        }
    }
}

extension Evaluator {
    /// Since when the verdict holds: for a failure that elements show, the oldest of them; else the newest stamp read.
    private func stamp(_ verdict: Verdict, _ subject: ResourceHandle, _ asOf: Timestamp) -> Stamp? {
        if case .fail(let evidence) = verdict {
            let shown = elements(shownBy: evidence, subject, asOf).map {
                Stamp(time: $0.time, cause: $0.cause)
            }
            if let oldest = shown.min(by: Stamp.isEarlier) { return oldest }
        }
        return activation.newest
    }

    /// The elements of the subject's read sets whose content stands in the evidence, or in a list of its members.
    func elements(
        shownBy evidence: FlatValue, _ subject: ResourceHandle, _ asOf: Timestamp
    ) -> [ElementReading] {
        let view = evidence.view
        let lists = view.tag == .map ? view.members.map(\.value) : [view]
        let shown = lists.flatMap { $0.elements.map(\.value) }
        guard !shown.isEmpty else { return [] }
        let table = shown.count > 8 ? Set(shown) : nil
        let schema = graph.kind(of: subject).schema
        var found: [ElementReading] = []
        for read in activation.reads where read.resource == subject && schema[read.property].shape == .set {
            let reading = graph.reading(read.property, of: subject, asOf: asOf)
            found += reading.elements.filter { table?.contains($0.value) ?? shown.contains($0.value) }
        }
        return found.sorted { ($0.value, $0.id ?? "") < ($1.value, $1.id ?? "") }
    }
}
