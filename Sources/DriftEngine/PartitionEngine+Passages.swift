internal import CloudModel
internal import Controls
internal import ResourceGraph

/// Exposures that were over before they were known.
extension PartitionEngine {
    /// True if a late change of a subject is looked at for what it tells of the past: of a control that reads no lists of other
    /// resources, whose members' pasts would have to be walked.
    func looksBack(_ key: EvaluationKey, _ delta: GraphDelta) -> Bool {
        (key.subject == delta.resource || graph.accountHandle(of: key.subject) == delta.resource)
            && !evaluator.readsLists(key) && !judgesFeeds[Int(key.control)]
            && !catalog.controls[Int(key.control)].isWatch
    }

    /// Tells each exposure that a late change brought to light, with its true times, and brings right what was told of others: a
    /// function of the former instants, so that every order of arrival ends in the same exposures.
    func tellPassages(
        of keys: [EvaluationKey], _ report: inout StepReport, into effects: inout EffectBuffer
    ) {
        for key in keys {
            let walk = exposureWalk(of: key)
            let answer = walk.answer(evaluations: &report.pastEvaluations)
            let state = findings.state(of: key)
            if answer.passages.isEmpty, state == nil { continue }
            if exceptions(to: key, walk.present).exception != nil { continue }
            let news = PassageNews(answer, told: state?.passed ?? [])
            tell(news, key, answer, walk.present, &report, into: &effects)
        }
    }

    private func exposureWalk(of key: EvaluationKey) -> ExposureWalk {
        // Nobody may have looked at what was gone before it was known; and what an evaluation out of the store read is not known.
        let present = verdicts[key].flatMap { $0.reads.isEmpty ? nil : $0 } ?? self.present(key)
        let past = PastVerdict(
            evaluator: evaluator, graph: graph, key: key,
            reads: evaluator.possibleReads(of: key, present), closedAt: .distantPast)
        return ExposureWalk(past: past, present: present)
    }

    private func tell(
        _ news: PassageNews, _ key: EvaluationKey, _ answer: ExposureWalk.Answer, _ present: Evaluation,
        _ report: inout StepReport, into effects: inout EffectBuffer
    ) {
        let known = findings.state(of: key)
        guard var state = known ?? news.first(uid: uid(of: key)) else { return }
        var isChanged = known == nil || state.passed != news.exposures
        state.passed = news.exposures
        for passage in news.new {
            state.occurrence += 1
            emit(passage, key, &state, .create, &report, into: &effects)
            emit(passage, key, &state, .close, &report, into: &effects)
        }
        for passage in news.corrected { emit(passage, key, &state, .close, &report, into: &effects) }
        if state.isOpen, let begin = answer.openSince, begin != state.firstSeen,
            begin < state.firstSeen || begin > answer.from
        {
            state.firstSeen = begin
            isChanged = true
        }
        guard isChanged || !(news.new.isEmpty && news.corrected.isEmpty) else { return }
        findings.set(state, for: key)
        dirtyFindings.insert(key)
        // The topic keeps the last record of a finding: that is the one of how it stands.
        guard state.isOpen, !(news.new.isEmpty && news.corrected.isEmpty) else { return }
        let step = FindingLifecycle.Step(activity: .update, state: state, isStatusChanged: false)
        var record = composer.record(key, present, step, nil, detectedAt: time)
        record.repetition = findings.tell(record, key)
        emit(.finding(record), &report, into: &effects)
    }

    private func emit(
        _ passage: ExposureWalk.Passage, _ key: EvaluationKey, _ finding: inout FindingState,
        _ activity: FindingRecord.Activity, _ report: inout StepReport, into effects: inout EffectBuffer
    ) {
        var state = finding
        let isBegin = activity == .create
        state.status = isBegin ? .open : passage.isGone ? .deleted : .resolved
        state.isBaseline = passage.first.cause?.isObservation ?? true
        state.firstSeen = passage.exposure.begin
        let step = FindingLifecycle.Step(activity: activity, state: state, isStatusChanged: true)
        var evaluation = isBegin ? passage.first : passage.last
        if !isBegin {
            evaluation = Evaluation(
                verdict: evaluation.verdict, reads: evaluation.reads, since: passage.exposure.end,
                cause: evaluation.cause)
        }
        var record = composer.record(
            key, evaluation, step, nil, detectedAt: time,
            asOf: isBegin ? passage.beginInstant : passage.exposure.end)
        record.repetition = finding.told.note(record)
        emit(.finding(record), &report, into: &effects)
    }
}

/// What a look at the past tells beside what was told before.
struct PassageNews {
    /// The exposures that are over, as they are known now.
    private(set) var exposures: [Exposure] = []
    /// Those that nobody was told of.
    private(set) var new: [ExposureWalk.Passage] = []
    /// Those that were told of with another beginning or end.
    private(set) var corrected: [ExposureWalk.Passage] = []

    init(_ answer: ExposureWalk.Answer, told: [Exposure]) {
        // Of what lies before the instants that are kept, what was told stands.
        var rest = told.filter { $0.begin > answer.from }
        let older = told.filter { $0.begin <= answer.from }
        for passage in answer.passages {
            let exposure = passage.exposure
            if passage.beginInstant <= answer.from, older.contains(where: { $0.end >= exposure.end }) {
                continue
            }
            exposures.append(exposure)
            if let place = rest.firstIndex(of: exposure) {
                rest.remove(at: place)
            } else if let place = rest.firstIndex(where: { $0.begin == exposure.begin })
                ?? rest.firstIndex(where: { $0.end == exposure.end })
            {
                rest.remove(at: place)
                corrected.append(passage)
            } else {
                new.append(passage)
            }
        }
        exposures = Exposure.kept(older + exposures)
    }

    /// A finding that was over before it was known; nil if there is no exposure.
    func first(uid: String) -> FindingState? {
        guard let last = new.last else { return nil }
        return FindingState(
            uid: uid, status: last.isGone ? .deleted : .resolved,
            isBaseline: last.first.cause?.isObservation ?? true, firstSeen: last.exposure.begin,
            occurrence: 0,
            occurrenceCause: last.first.cause?.eventID ?? "", isTicketed: false)
    }
}
