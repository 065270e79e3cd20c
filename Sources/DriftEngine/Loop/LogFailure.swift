/// Trouble with the log, in the three classes that decide what may be done about it.
public struct LogFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// What may be done.
    public enum Recovery: Hashable, Sendable, CaseIterable {
        /// The same call with the same arguments may succeed later. The call had no effect, or may be repeated.
        case retriable
        /// The open transaction must be aborted; the client stays usable.
        case abortable
        /// The client is lost: fenced by a successor, timed out, or broken. What the last call did is unknown.
        case fatal
    }

    /// What may be done.
    public let recovery: Recovery
    /// What was tried and what came back, for people.
    public let reason: String

    /// One failure.
    public init(_ recovery: Recovery, _ reason: String) {
        self.recovery = recovery
        self.reason = reason
    }

    /// The class and the reason.
    public var description: String { "\(recovery): \(reason)" }
}
