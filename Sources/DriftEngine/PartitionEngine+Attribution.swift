internal import CloudModel
internal import Controls

extension PartitionEngine {
    /// The evaluation as its finding tells it.
    ///
    /// What a verdict read cannot show what is gone: a deleted alarm, a trail that names another group. So where an event
    /// that came in order turned a pass into a fail and nothing that was read is as new, the event is the cause. The verdict
    /// table and the posture keep what the graph alone says.
    func attributed(_ evaluation: Evaluation, after before: Evaluation?, isWatch: Bool) -> Evaluation {
        // Of a resource that was tagged out of scope whoever tagged it is told, whatever came later.
        guard let trigger, let before, !isWatch, case .fail = evaluation.verdict,
            PartitionEngine.isClear(before.verdict), trigger.time > evaluation.since
        else { return evaluation }
        return Evaluation(
            verdict: evaluation.verdict, reads: evaluation.reads, since: trigger.time, cause: trigger,
            nextChange: evaluation.nextChange)
    }

    private static func isClear(_ verdict: Verdict) -> Bool {
        switch verdict {
        case .pass, .notApplicable: true
        case .fail, .unknown, .error: false
        }
    }

    /// The event that led another account to share facts anew.
    static func trigger(of changes: [GraphChange]) -> CauseRecord? {
        guard case .shared(let facts)? = changes.first else { return nil }
        return facts.trigger
    }

    /// The event behind changes; nil if they were observed.
    static func event(behind changes: [GraphChange]) -> CauseRecord? {
        for case .resource(let change) in changes where !change.cause.isObservation { return change.cause }
        return nil
    }
}
