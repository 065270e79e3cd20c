internal import CloudModel
internal import Controls
internal import JSONTokens
internal import ResourceGraph

/// Whether a failure has come to show more than what somebody accepted, as a function of the graph.
///
/// Accepted is what the control's evidence listed when the suppression was approved or, if the control did not fail then, when
/// the failure began. What a later event adds to the list ends the suppression for as long as the failure lasts, also where it
/// is taken away again. Only lists are looked at: they hold what is wrong, piece by piece. What a reading adds to what was not
/// known whole was there before, as far as anybody knows, and is accepted with the rest.
struct Outgrowth {
    /// How many former instants are looked at, newest first.
    static let maximumInstants = 64

    let evaluator: Evaluator
    let graph: ResourceGraph
    let key: EvaluationKey
    let present: Evaluation
    let approvedAt: Timestamp

    struct Answer {
        /// When the list first grew, and what made it; nil if it did not as far as known.
        var end: (time: Timestamp, cause: CauseRecord?)?
        /// True if what was accepted is known: then nothing that is remembered can know better.
        var isCertain = false
    }

    /// What the failure showed from an instant on.
    private struct Showing {
        let instant: Timestamp
        let pieces: Set<FlatValue>
    }

    /// The answer. `evaluations` grows by the evaluations made.
    func answer(evaluations: inout Int) -> Answer {
        var answer = Answer()
        let showings = showings(&answer.isCertain, &evaluations)
        guard var accepted = showings.first?.pieces else { return answer }
        for (earlier, showing) in zip(showings, showings.dropFirst()) {
            guard !showing.pieces.isSubset(of: accepted) else { continue }
            let cause = cause(at: showing.instant)
            if let cause, !cause.isObservation || wasWhole(at: earlier.instant) {
                answer.end = (showing.instant, cause)
                return answer
            }
            accepted.formUnion(showing.pieces)
        }
        return answer
    }

    /// What the failure showed since it was accepted, oldest first.
    private func showings(_ isCertain: inout Bool, _ evaluations: inout Int) -> [Showing] {
        var found: [Showing] = []
        var end = evaluator.now
        let instants = instants
        for (place, instant) in instants.enumerated() {
            if place == Outgrowth.maximumInstants { return found.reversed() }
            let evaluation: Evaluation
            if place == 0 {
                evaluation = present
            } else {
                evaluations += 1
                evaluation = evaluator.evaluate(key, asOf: instant, at: end)
            }
            end = instant.advanced(byNanoseconds: -1)
            switch evaluation.verdict {
            case .fail(let evidence):
                guard let pieces = Outgrowth.pieces(of: evidence) else { return [] }
                found.append(Showing(instant: instant, pieces: pieces))
            case .pass, .notApplicable:
                isCertain = true
                return found.reversed()
            case .unknown, .error: break
            }
            if instant <= approvedAt, !found.isEmpty {
                isCertain = true
                return found.reversed()
            }
        }
        isCertain = graph.historyWindow == nil
        return found.reversed()
    }

    /// The instants of what was read, newest first, each once.
    private var instants: [Timestamp] {
        var all: [Timestamp] = []
        evaluator.forEachPastRead(of: key, evaluator.singleReads(of: key, present)) { handle, properties in
            graph.addInstants(of: properties, of: handle, after: .distantPast, to: &all)
        }
        return Set(all).sorted(by: >)
    }

    /// What wrote something at an instant that was read; an event before an observation.
    private func cause(at instant: Timestamp) -> CauseRecord? {
        var found: CauseRecord?
        evaluator.forEachPastRead(of: key, evaluator.singleReads(of: key, present)) { handle, properties in
            for property in properties.properties {
                let reading = graph.reading(property, of: handle, asOf: instant)
                let causes = reading.elements.filter { $0.time == instant }.map(\.cause)
                for cause in reading.time == instant ? causes + [reading.cause].compactMap(\.self) : causes
                where found.map({ $0.isObservation && !cause.isObservation }) ?? true {
                    found = cause
                }
            }
        }
        return found
    }

    /// True if everything that is read of the resources was known at an instant.
    private func wasWhole(at instant: Timestamp) -> Bool {
        var isWhole = true
        evaluator.forEachPastRead(of: key, evaluator.singleReads(of: key, present)) { handle, properties in
            for property in properties.properties where isWhole {
                isWhole = graph.reading(property, of: handle, asOf: instant).gap == nil
            }
        }
        return isWhole
    }

    /// What evidence lists, without what only describes it; nil if it is no list.
    private static func pieces(of evidence: FlatValue) -> Set<FlatValue>? {
        guard evidence.view.tag == .list else { return nil }
        return Set(
            evidence.view.elements.map { piece in
                guard piece.tag == .map else { return piece.value }
                return FlatValue(
                    map: piece.members.filter { $0.key.lowercased() != "description" }.map {
                        ($0.key, $0.value.value)
                    })
            })
    }
}
