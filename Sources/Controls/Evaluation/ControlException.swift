public import CloudModel

/// Why a failure raises no finding.
public enum ControlException: Hashable, Sendable {
    /// No matching profile includes the subject; the reason in words.
    case excluded(reason: String)
    /// A suppression is in force; its id.
    case suppressed(id: String)
    /// Nobody can tell whether the condition of a suppression holds; its id, and what is missing or went wrong.
    case doubtful(id: String, reasons: [String])
}

/// What profiles and suppressions make of a failure.
public struct ExceptionFinding: Sendable {
    /// What stands above the failure; nil if nothing does.
    public let exception: ControlException?
    /// What is to be said of a suppression: the one in force or in doubt, else the one that ended last.
    public let suppression: SuppressionFacts?
    /// What that suppression's condition says and rests on, or what outgrew it; nil if nothing can end it but time.
    public let condition: Evaluation?
    /// How many conditions were evaluated.
    public let conditionCount: Int

    init(
        _ exception: ControlException? = nil, suppression: SuppressionFacts? = nil,
        condition: Evaluation? = nil, conditionCount: Int = 0
    ) {
        self.exception = exception
        self.suppression = suppression
        self.condition = condition
        self.conditionCount = conditionCount
    }
}
