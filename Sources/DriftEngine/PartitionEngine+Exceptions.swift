internal import CloudModel
public import Controls
internal import JSONTokens
internal import ResourceGraph

/// What profiles and suppressions make of failures.
extension PartitionEngine {
    /// What stands above a failure of a control on a subject now, whose present evaluation is given.
    public func exceptions(to key: EvaluationKey, _ evaluation: Evaluation) -> ExceptionFinding {
        var count = 0
        return exceptions(to: key, evaluation, &count)
    }

    private func exceptions(
        to key: EvaluationKey, _ evaluation: Evaluation, _ pastEvaluations: inout Int
    ) -> ExceptionFinding {
        evaluator.exceptions(to: key, at: time) { suppression in
            outgrowth(of: suppression, key, evaluation, &pastEvaluations)
        }
    }

    /// What a failure has come to show beyond what a suppression accepts, and since when; nil if nothing.
    private func outgrowth(
        of suppression: Suppression, _ key: EvaluationKey, _ evaluation: Evaluation, _ count: inout Int
    ) -> Evaluation? {
        guard let approval = suppression.approval,
            evaluator.walkedCount(of: key) <= PastVerdict.maximumWalked
        else { return nil }
        let walk = Outgrowth(
            evaluator: evaluator, graph: graph, key: key, present: evaluation, approvedAt: approval.at)
        let answer = walk.answer(evaluations: &count)
        var end = answer.end
        if end == nil, !answer.isCertain, let known = findings.state(of: key), known.isOpen,
            let outgrown = known.outgrown, outgrown.suppression == suppression.id
        {
            end = (outgrown.since, nil)
        }
        return end.map {
            Evaluation(verdict: .fail(evidence: .null), reads: [], since: $0.time, cause: $0.cause)
        }
    }

    /// Keeps in mind that a failure has outgrown its suppression, as long as it lasts.
    func noteOutgrowth(_ exceptions: ExceptionFinding?, _ key: EvaluationKey) {
        guard catalog.acceptsWhatWasSeen(key.control), let exceptions else { return }
        var outgrown: FindingState.Outgrown?
        if let suppression = exceptions.suppression, case .outgrown(let since) = suppression.standing {
            outgrown = .init(suppression: suppression.id, since: since)
        }
        if findings.note(outgrown, key) { dirtyFindings.insert(key) }
    }

    /// True if a late change of what a failing evaluation read can tell whether its suppression holds.
    func restsOnPast(_ key: EvaluationKey) -> Bool {
        guard catalog.acceptsWhatWasSeen(key.control), let state = findings.state(of: key) else {
            return false
        }
        return state.status == .suppressed || state.outgrown != nil
    }

    /// The same with its cost, and what it makes of the failure; nil if nothing stands above it. `known` is the answer, if it was
    /// found before, and takes it up.
    func excepted(
        _ key: EvaluationKey, _ evaluation: Evaluation, _ known: inout ExceptionFinding?,
        _ report: inout StepReport
    ) -> FindingLifecycle.Standing? {
        if let known { return FindingLifecycle.Standing(known.exception) }
        let exceptions = exceptions(to: key, evaluation, &report.pastEvaluations)
        report.conditions += exceptions.conditionCount
        known = exceptions
        return FindingLifecycle.Standing(exceptions.exception)
    }

    /// True if a failing verdict says what it said, but tags or the condition of a suppression put its subject into another scope
    /// than its finding says.
    func isElsewhere(
        _ key: EvaluationKey, _ evaluation: Evaluation, _ exceptions: inout ExceptionFinding?,
        _ manner: Following, _ report: inout StepReport
    ) -> Bool {
        guard case .changes = manner, catalog.hasChangingExceptions(key.control),
            case .fail = evaluation.verdict
        else { return false }
        let state = findings.state(of: key)
        switch excepted(key, evaluation, &exceptions, &report) {
        case .excluded: return findings.isOpen(key)
        case .suppressed: return state?.status != .suppressed || state?.isDoubtful == true
        case .doubtful: return state?.status != .suppressed || state?.isDoubtful == false
        default: return state?.status != .open
        }
    }

    /// What ended the suppression of a failure: its condition held before, or as far as known. Nil if none ended.
    func endOfSuppression(
        of key: EvaluationKey, _ exceptions: ExceptionFinding?, _ previous: FindingState?
    ) -> CauseRecord? {
        guard let suppression = exceptions?.suppression, suppression.standing.isEnded,
            let condition = exceptions?.condition, let cause = condition.cause
        else { return nil }
        if previous?.status == .suppressed { return cause }
        guard !cause.isObservation, previous?.isOpen != true,
            !evaluator.isConditionFalse(ofSuppression: suppression.id, key, before: condition.since)
        else { return nil }
        return cause
    }

    /// Lets people find out whether a suppression still holds: nothing is repaired meanwhile, and nothing hidden from them.
    func tellDoubt(
        _ key: EvaluationKey, _ finding: FindingRecord, _ step: FindingLifecycle.Step,
        _ report: inout StepReport, into effects: inout EffectBuffer
    ) {
        var work = finding
        work.activity = step.state.isTicketed ? .update : .create
        findings.markTicketed(key)
        emit(.ticket(work, nil), &report, into: &effects)
    }
}

extension Evaluation {
    /// The evaluation as its finding tells it: what the condition of a suppression rests on is part of what decided.
    func telling(_ exceptions: ExceptionFinding?) -> Evaluation {
        guard let condition = exceptions?.condition else { return self }
        let isNewer = condition.since > since
        return Evaluation(
            verdict: verdict, reads: condition.reads + reads.filter { !condition.reads.contains($0) },
            since: isNewer ? condition.since : since, cause: isNewer ? condition.cause : cause,
            nextChange: nextChange)
    }
}
