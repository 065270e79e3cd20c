internal import CloudModel
internal import Controls
internal import ResourceGraph

/// The last definite verdict before an unknown one, as a function of the graph.
///
/// An unknown verdict neither opens nor closes a finding, so whether one is open under it rests on what was
/// known before.
/// To be free of the order of arrival that must not be what *happened* to be evaluated, but what the facts
/// say of the
/// instants before: they are walked backwards until one gives a definite verdict.
struct PastVerdict {
    /// How many former instants are looked at, newest first; beyond them nothing counts as definite.
    static let maximumInstants = 64
    /// How many of the contradicting writes of one second are tried.
    static let maximumCandidates = 4

    /// How many resources beside the subject a control may read so that its past is looked at.
    static let maximumWalked = 256

    let evaluator: Evaluator
    let graph: ResourceGraph

    /// True if the newest definite verdict is a fail. `evaluations` grows by the evaluations made.
    func isLastDefiniteFail(_ key: EvaluationKey, now: Evaluation, evaluations: inout Int) -> Bool {
        var instants: Set<Timestamp> = []
        let reads = evaluator.allReads(of: key, now)
        for read in reads { instants.formUnion(graph.instants(of: read.property, of: read.resource)) }
        // What the facts of an instant said just before they were overtaken: time may have changed it meanwhile.
        var end = evaluator.now
        for instant in instants.sorted().reversed().prefix(PastVerdict.maximumInstants) {
            evaluations += 1
            defer { end = instant.advanced(byNanoseconds: -1) }
            switch evaluator.evaluate(key, asOf: instant, at: end).verdict {
            case .fail: return true
            case .pass, .notApplicable: return false
            case .unknown, .error:
                switch tiedVerdict(key, reads, instant, end, &evaluations) {
                case .fails: return true
                case .passes: return false
                case .undecided: continue
                }
            }
        }
        return false
    }

    /// What contradicting writes of one second come to.
    private enum TiedVerdict {
        /// One of them fails: the finding stands, since nobody knows that it was not the last.
        case fails
        /// Whichever was the last, the control passes.
        case passes
        case undecided
    }

    private func tiedVerdict(
        _ key: EvaluationKey, _ reads: [PropertyRead], _ instant: Timestamp, _ end: Timestamp?,
        _ evaluations: inout Int
    ) -> TiedVerdict {
        let isTied = reads.contains {
            graph.reading($0.property, of: $0.resource, asOf: instant).gap == .ambiguous
        }
        guard isTied else { return .undecided }
        var passing = 0
        for number in 0..<PastVerdict.maximumCandidates {
            evaluations += 1
            let verdict = graph.picking(candidate: number) {
                evaluator.evaluate(key, asOf: instant, at: end).verdict
            }
            switch verdict {
            case .fail: return .fails
            case .pass, .notApplicable: passing += 1
            case .unknown, .error: break
            }
        }
        return passing == PastVerdict.maximumCandidates ? .passes : .undecided
    }
}
