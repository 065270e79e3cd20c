internal import CloudModel
public import Controls

/// The last evaluation of every (control, subject) that was ever evaluated.
public struct VerdictTable {
    private var entries: [EvaluationKey: Entry] = [:]

    /// What is kept of an evaluation.
    public struct Entry {
        /// The verdict.
        public let verdict: Verdict
        /// Since when, and through what.
        public let evaluation: Evaluation
    }

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
    public subscript(key: EvaluationKey) -> Evaluation? { entries[key]?.evaluation }

    /// The keys in canonical order; for reports.
    public var sortedKeys: [EvaluationKey] { entries.keys.sorted() }

    /// Takes a new evaluation. Returns the transition, or nil if it says what the last one said.
    mutating func record(_ evaluation: Evaluation, for key: EvaluationKey) -> Transition? {
        let before = entries[key]?.evaluation
        if let before, VerdictTable.isSame(before, evaluation) { return nil }
        entries[key] = Entry(verdict: evaluation.verdict, evaluation: evaluation)
        return Transition(
            key: key, before: before, after: evaluation,
            isVerdictChanged: before.map { $0.verdict != evaluation.verdict } ?? true)
    }

    private static func isSame(_ left: Evaluation, _ right: Evaluation) -> Bool {
        left.verdict == right.verdict && left.since == right.since
            && left.cause?.eventID == right.cause?.eventID
            && left.cause?.isObservation == right.cause?.isObservation
    }
}
