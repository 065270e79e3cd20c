internal import CloudModel
internal import Controls
internal import ResourceGraph

/// Where findings begin and end.
extension PartitionEngine {
    /// True if a failure is the state of things as they were first seen. An event that made it is drift, and so is a reading that
    /// contradicts what was right before.
    func isBaseline(_ key: EvaluationKey, _ evaluation: Evaluation) -> Bool {
        guard evaluation.cause?.isObservation ?? true else { return false }
        guard case .fail = evaluation.verdict, evaluation.since > .distantPast,
            evaluator.walkedCount(of: key) <= PastVerdict.maximumWalked
        else { return true }
        let reads = evaluator.singleReads(of: key, evaluation)
        let walk = PastVerdict(
            evaluator: evaluator, graph: graph, key: key, reads: reads,
            closedAt: graph.newestClosing(in: graph.id(of: key.subject).account))
        return !walk.wasPassing(before: evaluation.since)
    }

    /// True if a finding about the state of things as first seen turns out to be drift.
    func isRevealed(_ key: EvaluationKey, _ evaluation: Evaluation) -> Bool {
        guard case .fail = evaluation.verdict, let state = findings.state(of: key),
            state.isBaseline, state.status == .open
        else { return false }
        return !isBaseline(key, evaluation)
    }

    /// The evaluation of what is gone, with when it went and the event that took it away, if that came in order.
    func ended(_ evaluation: Evaluation, _ key: EvaluationKey) -> Evaluation {
        Evaluation(
            verdict: evaluation.verdict, reads: evaluation.reads,
            since: graph.ending(of: key.subject) ?? time,
            cause: trigger, nextChange: evaluation.nextChange)
    }
}
