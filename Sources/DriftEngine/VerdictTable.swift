internal import CloudModel
public import Controls

/// The last evaluation of every (control, subject) that was ever evaluated.
public struct VerdictTable {
    private var entries: [EvaluationKey: Evaluation] = [:]

    /// An evaluation whose verdict, evidence, stamp or cause differs from the last one.
    public struct Transition {
        /// Which evaluation.
        public let key: EvaluationKey
        /// The last one; nil if there was none.
        public let before: Evaluation?
        /// The new one.
        public let after: Evaluation
        /// False if only the stamp or the cause differs.
        public let isVerdictChanged: Bool
    }

    init() {}

    /// How many verdicts there are.
    public var count: Int { entries.count }

    /// The last evaluation, or nil.
    public subscript(key: EvaluationKey) -> Evaluation? { entries[key] }

    /// The keys in canonical order; for reports.
    public var sortedKeys: [EvaluationKey] { entries.keys.sorted() }

    /// Takes a new evaluation. Returns the transition, or nil if it says what the last one said.
    mutating func record(_ evaluation: Evaluation, for key: EvaluationKey) -> Transition? {
        guard let place = entries.index(forKey: key) else {
            entries[key] = evaluation
            return Transition(key: key, before: nil, after: evaluation, isVerdictChanged: true)
        }
        let before = entries.values[place]
        if VerdictTable.isSame(before, evaluation) { return nil }
        entries.values[place] = evaluation
        return Transition(
            key: key, before: before, after: evaluation,
            isVerdictChanged: before.verdict != evaluation.verdict)
    }

    private static func isSame(_ left: Evaluation, _ right: Evaluation) -> Bool {
        guard left.since == right.since, left.verdict == right.verdict else { return false }
        return left.cause === right.cause
            || (left.cause?.eventID == right.cause?.eventID
                && left.cause?.isObservation == right.cause?.isObservation)
    }
}
