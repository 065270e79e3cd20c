internal import Foundation

/// What `doctor` prints.
public struct DoctorReport: Sendable {
    /// The lines.
    public let lines: [CheckLine]
    /// The rights that each role needs.
    public let rules: [AccessRule]

    /// A report on these.
    public init(_ lines: [CheckLine], _ rules: [AccessRule]) {
        self.lines = lines
        self.rules = rules
    }

    /// True if nothing is bad.
    public var isGood: Bool { !lines.contains { $0.status == .bad } }

    /// For people.
    public var text: String {
        let counts = CheckLine.Status.allCases.map { status in
            "\(lines.count { $0.status == status }) \(status.rawValue)"
        }
        return lines.map(\.text).joined(separator: "\n")
            + "\n\nRights that each role needs (in capitals: the name that you give it)\n\n"
            + rules.map { "  \($0.command)" }.joined(separator: "\n") + "\n\n"
            + counts.joined(separator: ", ")
    }

    /// For programs: `{"checks":[{"status","subject","finding","hint"}],"acls":[{"role","operations","resource","name"}]}`.
    public var json: String {
        let checks = lines.map {
            ["status": $0.status.rawValue, "subject": $0.subject, "finding": $0.finding, "hint": $0.hint]
        }
        let acls: [[String: Any]] = rules.map {
            [
                "role": $0.role.rawValue, "operations": $0.operations, "resource": $0.resource,
                "name": $0.name,
            ]
        }
        let document: [String: Any] = ["checks": checks, "acls": acls]
        let options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
        let bytes = (try? JSONSerialization.data(withJSONObject: document, options: options)) ?? Data()
        return String(decoding: bytes, as: UTF8.self)
    }
}
