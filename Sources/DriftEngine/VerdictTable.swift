internal import CloudModel
public import Controls

/// The last evaluation of every (control, subject) that was ever evaluated.
public struct VerdictTable {
    private let rows: RowTable

    /// An evaluation whose verdict, evidence, stamp or cause differs from the last one.
    public struct Transition {
        /// Which evaluation.
        public let key: EvaluationKey
        /// The last one; nil if there was none. What it read is not known of one that was made before a restart.
        public let before: Evaluation?
        /// The new one.
        public let after: Evaluation
        /// False if only the stamp or the cause differs.
        public let isVerdictChanged: Bool
    }

    init(_ rows: RowTable) { self.rows = rows }

    /// How many verdicts there are.
    public var count: Int {
        var count = 0
        rows.forEach { count += $0.entries.count }
        return count
    }

    /// The last evaluation, or nil. Of one that was made before a restart what it read is not known, and of its cause only
    /// the id.
    public subscript(key: EvaluationKey) -> Evaluation? { entry(key)?.evaluation }

    /// The keys in canonical order; for reports.
    public var sortedKeys: [EvaluationKey] {
        var keys: [EvaluationKey] = []
        rows.forEach { row in
            keys += row.entries.map { EvaluationKey(control: $0.control, subject: row.handle) }
        }
        return keys.sorted()
    }

    /// The last evaluation, with what is known of it.
    func entry(_ key: EvaluationKey) -> ResourceRow.Entry? { rows.row(of: key.subject)?.entry(key.control) }

    /// Takes a new evaluation. Returns the transition, or nil if it says what the last one said.
    func record(_ evaluation: Evaluation, for key: EvaluationKey) -> Transition? {
        let row = rows.madeRow(of: key.subject)
        let before = row.entry(key.control)?.evaluation
        row.set(ResourceRow.Entry(control: key.control, evaluation: evaluation))
        guard let before else {
            rows.markDirty(row)
            return Transition(key: key, before: nil, after: evaluation, isVerdictChanged: true)
        }
        let isSame = VerdictTable.isSame(before, evaluation)
        if !isSame || before.nextChange != evaluation.nextChange { rows.markDirty(row) }
        if isSame { return nil }
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
