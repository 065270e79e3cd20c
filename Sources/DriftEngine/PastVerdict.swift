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

    let evaluator: Evaluator
    let graph: ResourceGraph

    /// True if the newest definite verdict is a fail. `evaluations` grows by the evaluations made.
    func isLastDefiniteFail(_ key: EvaluationKey, now: Evaluation, evaluations: inout Int) -> Bool {
        var instants: Set<Timestamp> = []
        for read in now.reads { instants.formUnion(graph.instants(of: read.property, of: read.resource)) }
        for instant in instants.sorted().reversed().prefix(PastVerdict.maximumInstants) {
            evaluations += 1
            switch evaluator.evaluate(key, asOf: instant).verdict {
            case .fail: return true
            case .pass, .notApplicable: return false
            case .unknown, .error: continue
            }
        }
        return false
    }
}
