public import CloudModel
internal import Expressions
internal import JSONTokens
internal import ResourceGraph

extension Evaluator {
    /// What stands above a failure of a control on a subject at an instant: a function of the graph and the documents.
    ///
    /// An exclusion stands above all. Of the suppressions that cover the subject the first by id counts that has no condition,
    /// or one that holds; if there is none, the first of which nobody can tell. `outgrown` says of one that accepts what was seen
    /// what the failure has come to show beyond that; nil if nothing.
    public func exceptions(
        to key: EvaluationKey, at time: Timestamp, outgrown: (Suppression) -> Evaluation? = { _ in nil }
    ) -> ExceptionFinding {
        if let reason = catalog.exclusionReason(of: key, in: graph) {
            return ExceptionFinding(.excluded(reason: reason))
        }
        var doubt: (suppression: Suppression, reasons: [String], condition: Evaluation)?
        var ended: (facts: SuppressionFacts, end: Evaluation)?
        var count = 0
        for entry in catalog.suppressions(covering: key, in: graph, at: time) {
            let suppression = entry.suppression
            guard let condition = entry.condition else {
                guard suppression.acceptsWhatWasSeen, let end = outgrown(suppression) else {
                    return .suppressed(suppression, nil, count)
                }
                ended = later(ended, suppression.facts(.outgrown(since: end.since)), end)
                continue
            }
            count += 1
            let evaluation = evaluate(condition, key)
            switch evaluation.verdict {
            case .pass: return .suppressed(suppression, evaluation, count)
            case .unknown(let missing): doubt = doubt ?? (suppression, missing, evaluation)
            case .error(let message): doubt = doubt ?? (suppression, [message], evaluation)
            case .fail, .notApplicable:
                ended = later(ended, suppression.facts(.conditionEnded(since: evaluation.since)), evaluation)
            }
        }
        if let doubt {
            return ExceptionFinding(
                .doubtful(id: doubt.suppression.id, reasons: doubt.reasons),
                suppression: doubt.suppression.facts(.doubtful(reasons: doubt.reasons)),
                condition: doubt.condition, conditionCount: count)
        }
        return ExceptionFinding(
            suppression: ended?.facts, condition: ended?.end, conditionCount: count)
    }

    /// The one of two suppressions that ended later; the first of those that ended at once.
    private func later(
        _ known: (facts: SuppressionFacts, end: Evaluation)?, _ facts: SuppressionFacts, _ end: Evaluation
    ) -> (facts: SuppressionFacts, end: Evaluation) {
        if let known, known.end.since >= end.since { return known }
        return (facts, end)
    }

    /// True if the condition of the suppression with an id did not end just now but had not held before an instant either.
    public func isConditionFalse(
        ofSuppression id: String, _ key: EvaluationKey, before instant: Timestamp
    ) -> Bool {
        let entry = catalog.exceptions[key.control].first { $0.suppression.id == id }
        guard let condition = entry?.condition else { return false }
        let then = evaluate(condition, key, asOf: instant.advanced(byNanoseconds: -1))
        if case .fail = then.verdict { return true }
        return false
    }

    /// What a condition says of a subject; `pass` while it holds, `fail` while it does not.
    private func evaluate(
        _ condition: SuppressionCondition, _ key: EvaluationKey, asOf: Timestamp = .distantFuture
    ) -> Evaluation {
        activation.begin(catalog.controls[Int(key.control)], key.subject, asOf: asOf, now: nil)
        let verdict: Verdict
        switch machine.evaluate(condition.program, in: activation) {
        case .bool(true): verdict = .pass
        case .bool(false): verdict = .fail(evidence: .null)
        case let other: verdict = Evaluator.undecided(other)
        }
        return Evaluation(
            verdict: verdict, reads: activation.reads, since: activation.newest?.time ?? .distantPast,
            cause: activation.newest?.cause)
    }
}

extension ExceptionFinding {
    fileprivate static func suppressed(
        _ suppression: Suppression, _ condition: Evaluation?, _ count: Int
    ) -> ExceptionFinding {
        ExceptionFinding(
            .suppressed(id: suppression.id), suppression: suppression.facts(.inForce), condition: condition,
            conditionCount: count)
    }
}

extension Suppression {
    /// What findings say of it.
    fileprivate func facts(_ standing: SuppressionFacts.Standing) -> SuppressionFacts {
        SuppressionFacts(
            id: id, reason: reason, requestedBy: requestedBy, approvedBy: approval?.by ?? "",
            expires: expires,
            condition: condition ?? "", standing: standing)
    }
}
