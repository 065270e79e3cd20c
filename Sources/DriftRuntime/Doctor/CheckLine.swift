/// What `doctor` found out about one thing.
public struct CheckLine: Sendable, Hashable {
    /// How it stands.
    public enum Status: String, Sendable, CaseIterable {
        /// As it must be.
        case good = "OK"
        /// It works, but not as well, or not in every case.
        case doubtful = "WARN"
        /// The detector would not work, or lose something.
        case bad = "FAIL"
    }

    /// How it stands.
    public let status: Status
    /// What was looked at.
    public let subject: String
    /// What was found.
    public let finding: String
    /// What to do; empty if nothing.
    public let hint: String

    init(_ status: Status, _ subject: String, _ finding: String, hint: String = "") {
        self.status = status
        self.subject = subject
        self.finding = finding
        self.hint = hint
    }

    /// For people.
    public var text: String {
        let head = status.rawValue + String(repeating: " ", count: 5 - status.rawValue.count)
        return "\(head) \(subject): \(finding)" + (hint.isEmpty ? "" : "\n        hint: \(hint)")
    }
}
