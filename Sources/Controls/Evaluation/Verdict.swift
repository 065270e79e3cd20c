public import JSONTokens

/// What one control says of one subject.
public enum Verdict: Hashable, Sendable {
    /// The condition holds.
    case pass
    /// The condition does not hold; the value is what the control's `evidence` gives, or null.
    case fail(evidence: FlatValue)
    /// The condition rests on something that was never observed; names of what is missing, sorted, each once.
    case unknown(missing: [String])
    /// The control does not apply to this subject.
    case notApplicable
    /// The condition cannot be evaluated: a mistake in the control, or a value of another type than the
    /// schema says.
    case error(message: String)
}
