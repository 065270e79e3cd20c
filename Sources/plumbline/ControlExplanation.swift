import CloudModel
import Controls
import JSONTokens

/// One control for people: what it asks, what it reads, what would fix a failure.
enum ControlExplanation {
    /// The text.
    static func text(_ control: CompiledControl, _ numbers: [BenchmarkNumber], width: Int) -> String {
        let file = control.file
        var sections = [
            ("control", control.facts.id), ("title", control.facts.title),
            ("severity", control.facts.severity.name),
            ("subject", "\(control.subject.name), one verdict a \(control.scope.rawValue)"),
            ("asks", control.facts.description), ("passes if", file.pass.text),
        ]
        if let applies = file.applies { sections.append(("applies if", applies.text)) }
        let params = control.params.description
        if params != "{}" { sections.append(("params", params)) }
        sections.append(("reads", reads(control)))
        sections.append(("benchmarks", ControlListing.benchmarks(numbers)))
        sections.append(("frameworks", frameworks(control.facts.frameworks)))
        sections.append(("to fix", control.facts.remediationText))
        if let remediation = control.remediation, remediation.hasCalls {
            sections.append(("plan", "\(remediation.summary) (\(remediation.safety.rawValue))"))
            sections.append(("needs", remediation.permissions.joined(separator: ", ")))
        }
        if !file.notes.isEmpty { sections.append(("notes", file.notes)) }
        sections.append(
            ("file", "\(file.path), \(file.tests.count) tests, version \(control.facts.version.prefix(12))"))
        return sections.filter { !$0.1.isEmpty }.map { section($0.0, $0.1, width: min(width, 120)) }.joined()
    }

    /// The properties whose change makes the control be evaluated anew, by kind.
    private static func reads(_ control: CompiledControl) -> String {
        let footprint = control.footprint
        let account = ResourceID.accountKind(of: control.subject.schema.provider)
        let parts =
            [(control.subject, footprint.subject), (account, footprint.account)]
            + footprint.others.map { ($0.kind, $0.properties) }
        return parts.compactMap { kind, properties in
            let names = kind.schema.properties.indices
                .filter { properties.contains(PropertySet(PropertyID(index: $0))) }
                .map { kind.schema.properties[$0].name }
            return names.isEmpty ? nil : "\(kind.name): \(names.joined(separator: ", "))"
        }.joined(separator: "; ")
    }

    private static func frameworks(_ frameworks: [String: [String]]) -> String {
        frameworks.keys.sorted()
            .map { "\($0) \(frameworks[$0, default: []].joined(separator: " "))" }.joined(separator: "; ")
    }

    private static func section(_ title: String, _ text: String, width: Int) -> String {
        let indentation = 12
        var lines = [""]
        for word in text.split(whereSeparator: \.isWhitespace) {
            let last = lines[lines.count - 1]
            if last.isEmpty {
                lines[lines.count - 1] = String(word)
            } else if last.count + 1 + word.count <= width - indentation {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(String(word))
            }
        }
        let head = title + String(repeating: " ", count: max(1, indentation - title.count))
        return head + lines.joined(separator: "\n" + String(repeating: " ", count: indentation)) + "\n"
    }
}
