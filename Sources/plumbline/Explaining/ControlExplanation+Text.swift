import CloudModel
import Controls
import JSONTokens

extension ControlExplanation {
    /// The explanation for people; lines are at most so wide.
    func text(width: Int) -> String {
        let file = control.file
        var page = ExplanationPage(width: min(width, 120))
        page.add("control", control.facts.id)
        page.add("title", control.facts.title)
        page.add("severity", control.facts.severity.name)
        page.add("subject", "\(control.subject.name), one verdict per \(control.scope.rawValue)")
        page.add("asks", control.facts.description)
        page.add("passes if", file.pass.text)
        page.add("applies if", file.applies?.text ?? "")
        page.add("shows", file.evidence?.text ?? "")
        let params = control.params.description
        page.add("params", params == "{}" ? "" : params)
        page.add("up to", older.map { "\($0.until): \($0.params)" })
        page.add("reads", reads.map { "\($0.kind.name): \($0.names.joined(separator: ", "))" })
        page.add("events", eventLines)
        page.add("lists", control.listQueries.map(Self.line))
        page.add("cost", costLines)
        page.add("benchmarks", benchmarks.isEmpty ? ["none"] : benchmarks.map(Self.line))
        page.add("frameworks", frameworkLines)
        page.add("to fix", control.facts.remediationText)
        addPlan(to: &page)
        page.add("reading", file.reread.joined(separator: ", "))
        page.add("notes", file.notes)
        page.add(
            "file", "\(file.path), \(file.tests.count) tests, version \(control.facts.version.prefix(12))")
        return page.text
    }

    private func addPlan(to page: inout ExplanationPage) {
        guard let section = control.file.remediation, !section.calls.isEmpty else { return }
        page.add("plan", "\(section.summary) (\(section.safety.rawValue))")
        page.add("only if", section.guardCondition?.text ?? "")
        page.add("calls", section.calls.map { Self.line($0, isForEach: section.isForEachEvidence) })
        page.add("undo", section.inverse.map { Self.line($0, isForEach: section.isForEachEvidence) })
        page.add("needs", section.permissions.joined(separator: ", "))
        page.add("canary", section.canary)
    }

    /// The values that older versions of the benchmark ask for.
    var older: [(until: String, params: FlatValue)] {
        control.file.olderParams.map { older in
            (older.until, FlatValue(map: older.params.map { ($0.name, $0.value) }))
        }
    }

    /// A line a source.
    private var eventLines: [String] {
        var lines: [(source: String, names: [String])] = []
        for event in events {
            if lines.last?.source == event.source {
                lines[lines.count - 1].names.append(event.name)
            } else {
                lines.append((event.source, [event.name]))
            }
        }
        return lines.map { "\($0.source): \($0.names.joined(separator: ", "))" }
    }

    private var costLines: [String] {
        var lines = ["about \(control.estimatedSteps) steps an evaluation in a large account"]
        for walk in control.estimatedWalks {
            let line = "walks \(walk.text), taken to have \(walk.elements) elements"
            if !lines.contains(line) { lines.append(line) }
        }
        return lines
    }

    private var frameworkLines: [String] {
        let frameworks = control.facts.frameworks
        return frameworks.keys.sorted().map { name in
            "\(name) \(frameworks[name, default: []].joined(separator: " "))"
        }
    }

    private static func line(_ query: ListQuery) -> String {
        let cost =
            switch query.form {
            case .closed: "closed, a change costs the same however many there are"
            case .joined: "joined by \(query.key ?? ""), a change costs the same however many there are"
            case .candidates: "walks those that share a \(query.key ?? "")"
            case .walked: "walks them all"
            }
        return "\(query.field): \(query.macro) over \(query.list): \(cost)"
    }

    private static func line(_ number: BenchmarkNumber) -> String {
        "\(number.name) \(number.version): \(number.number), level \(number.level), \(number.assessment)"
    }

    private static func line(_ call: CallTemplate, isForEach: Bool) -> String {
        var words: [String]
        switch call.target {
        case .aws(let service, let operation, let parameters):
            words = ["\(service):\(operation)", parameters.text]
        case .http(let method, let url, let query, let body, let precondition):
            words = [method, url.text]
            if let query { words += ["query", query.text] }
            if let body { words += ["body", body.text] }
            if let precondition { words += ["precondition", precondition.text] }
        }
        if let when = call.when { words += ["when", when.text] }
        if isForEach { words.append("(for each piece of evidence)") }
        return words.joined(separator: " ")
    }
}
