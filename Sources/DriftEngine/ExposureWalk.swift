internal import CloudModel
internal import Controls
internal import ResourceGraph

/// When a control failed on a subject and no more, as a function of the graph.
///
/// Former instants are walked forward. A fail begins an exposure, also one of contradicting writes of one second that fails; a
/// pass, or the end of the subject, ends it; what is unknown does neither. Of controls that read lists of
/// other resources nothing is said.
struct ExposureWalk {
    /// How many former instants are looked at, the newest.
    static let maximumInstants = 64

    let past: PastVerdict
    let present: Evaluation

    /// An exposure that is over, with what began and what ended it.
    struct Passage {
        let exposure: Exposure
        let first: Evaluation
        /// The instant at which the failure first showed.
        let beginInstant: Timestamp
        let last: Evaluation
        let isGone: Bool
    }

    /// What the former instants tell.
    struct Answer {
        var passages: [Passage] = []
        /// When the failure began that has not ended; nil if there is none.
        var openSince: Timestamp?
        /// The oldest instant that was looked at; the distant past if there is none before it.
        var from = Timestamp.distantPast
    }

    private struct Opening {
        let evaluation: Evaluation
        let instant: Timestamp
    }

    /// The answer. `evaluations` grows by the evaluations made.
    func answer(evaluations: inout Int) -> Answer {
        var answer = Answer()
        var opening: Opening?
        let instants = instants(&answer.from)
        for (place, instant) in instants.enumerated() {
            let isLast = place + 1 == instants.count
            let end = isLast ? past.evaluator.now : instants[place + 1].advanced(byNanoseconds: -1)
            evaluations += 1
            let evaluation = past.evaluator.evaluate(past.key, asOf: instant, at: end)
            if isFailing(evaluation, at: instant, end, &evaluations) {
                opening = opening ?? Opening(evaluation: evaluation, instant: instant)
            } else {
                let isGone = past.graph.existence(of: past.key.subject, asOf: instant) == .absent
                close(&opening, with: evaluation, isGone: isGone, at: instant, &answer)
            }
        }
        // An inventory that lacks the subject, or the end of what it lived in, is no instant of its own.
        let isGone = past.graph.existence(of: past.key.subject) == .absent
        close(
            &opening, with: present, isGone: isGone, at: past.graph.end(of: past.key.subject) ?? .distantPast,
            &answer)
        answer.openSince = opening?.evaluation.since
        return answer
    }

    private func close(
        _ opening: inout Opening?, with evaluation: Evaluation, isGone: Bool, at instant: Timestamp,
        _ answer: inout Answer
    ) {
        guard let first = opening else { return }
        switch evaluation.verdict {
        case .pass, .notApplicable: break
        case .fail, .unknown, .error: return
        }
        opening = nil
        let end = isGone ? instant : evaluation.since
        guard end > first.evaluation.since else { return }
        answer.passages.append(
            Passage(
                exposure: Exposure(begin: first.evaluation.since, end: end), first: first.evaluation,
                beginInstant: first.instant, last: evaluation, isGone: isGone))
    }

    private func isFailing(
        _ evaluation: Evaluation, at instant: Timestamp, _ end: Timestamp?, _ evaluations: inout Int
    ) -> Bool {
        switch evaluation.verdict {
        case .fail: true
        case .pass, .notApplicable: false
        case .unknown, .error: past.hasFailingTie(at: instant, end, &evaluations)
        }
    }

    /// The instants of what is read, oldest first, each once.
    private func instants(_ from: inout Timestamp) -> [Timestamp] {
        let instants = Set(past.instants(after: .distantPast) { _, _, _ in }).sorted()
        let kept = Array(instants.suffix(ExposureWalk.maximumInstants))
        if past.graph.historyWindow != nil || kept.count < instants.count { from = kept.first ?? from }
        return kept
    }
}
