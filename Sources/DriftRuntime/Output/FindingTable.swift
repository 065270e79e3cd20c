public import CloudModel
public import DriftEngine

/// The table of open findings: which control, how bad, on what, who, when, since, what would fix it.
public enum FindingTable {
    /// The widths of the columns whose text has a bounded length.
    private static let fixed = (severity: 8, time: 17)

    /// The table, at most so many characters wide; not below 100.
    public static func text(of findings: [OpenFinding], width: Int = 180) -> String {
        let room = max(width, 100) - fixed.severity - 2 * fixed.time - 6 * 2
        // Ids are searched for and copied, so they are broken only where there is no room at all.
        let longest = findings.map { $0.finding.control.id.count }.max() ?? 0
        let control = min(longest, width < 140 ? room * 28 / 100 : 54)
        let rest = room - control
        let (resource, who) = (rest * 38 / 100, rest * 22 / 100)
        var table = TextTable([
            .init("SEVERITY", width: fixed.severity), .init("CONTROL", width: control),
            .init("RESOURCE", width: resource), .init("WHO", width: who),
            .init("WHEN", width: fixed.time), .init("SINCE", width: fixed.time),
            .init("WHAT WOULD FIX IT", width: rest - resource - who),
        ])
        for finding in findings { table.add(cells(finding)) }
        return table.text
    }

    private static func cells(_ open: OpenFinding) -> [String] {
        let finding = open.finding
        return [
            finding.control.severity.name, finding.control.id + note(finding), finding.resourceName,
            who(finding), minute(finding.eventTime), minute(finding.firstSeen), fix(open),
        ]
    }

    private static func note(_ finding: FindingRecord) -> String {
        switch finding.status {
        case .open, .resolved, .deleted: ""
        case .stale: " (unsure now)"
        case .suppressed where finding.isDoubtful: " (suppressed, in doubt)"
        case .suppressed: " (suppressed)"
        case .excluded: " (excluded)"
        }
    }

    /// Who did it: the session or user, and the role behind it.
    public static func who(_ finding: FindingRecord) -> String {
        guard let cause = finding.cause else { return "unknown" }
        guard !cause.isObservation else { return "seen in an inventory" }
        guard let actor = cause.actor else { return "unknown" }
        let name = actor.name.isEmpty ? shortened(actor.id) : actor.name
        guard let role = actor.chain.first.map(shortened), !role.isEmpty, role != name else { return name }
        return "\(name) as \(role)"
    }

    /// The last part of an ARN or path.
    private static func shortened(_ id: String) -> String {
        if id.hasSuffix(":root") { return "root" }
        return id.split(separator: "/").last.map(String.init) ?? id
    }

    /// `2026-03-02 10:12Z`.
    public static func minute(_ time: Timestamp) -> String {
        guard time > .distantPast else { return "unknown" }
        return time.rfc3339.prefix(16).replacing("T", with: " ") + "Z"
    }

    /// The plan's first call and summary, else what to do by hand.
    public static func fix(_ open: OpenFinding) -> String {
        guard let plan = open.plan, let call = plan.calls.first else {
            return open.finding.control.remediationText
        }
        switch call {
        case .aws(let service, let operation, _): return "\(service):\(operation): \(plan.summary)"
        case .http(let method, _, _, _, _): return "\(method): \(plan.summary)"
        }
    }
}
