import CloudModel
import Controls
import JSONTokens

/// What there is to say of a watch over exclusions by tag, for people and for programs.
struct WatchExplanation {
    let watch: ControlFile

    private static let subject = "every resource that a profile leaves out by tag"

    /// For people; lines are at most so wide.
    func text(width: Int) -> String {
        var page = ExplanationPage(width: min(width, 120))
        page.add("control", watch.id)
        page.add("title", watch.title)
        page.add("severity", watch.severity.name)
        page.add("subject", Self.subject)
        page.add("asks", watch.description)
        page.add("passes if", watch.pass.text)
        page.add("events", "those that tag a resource, and those that change what the hidden controls read")
        page.add("benchmarks", "none")
        page.add(
            "frameworks",
            watch.frameworks.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.joined(separator: " "))" }
        )
        page.add("to fix", watch.remediation?.text ?? "")
        page.add("notes", watch.unmapped)
        return page.text
    }

    /// One JSON object, its members sorted by name.
    var json: String {
        FlatValue(map: [
            ("id", FlatValue(watch.id)), ("title", FlatValue(watch.title)),
            ("severity", FlatValue(watch.severity.name)), ("subject", FlatValue(Self.subject)),
            ("description", FlatValue(watch.description)), ("pass", FlatValue(watch.pass.text)),
            ("benchmarks", FlatValue(list: [])), ("remediation", FlatValue(watch.remediation?.text ?? "")),
            (
                "frameworks",
                FlatValue(
                    map: watch.frameworks.sorted { $0.key < $1.key }.map {
                        ($0.key, FlatValue(list: $0.value.map { FlatValue($0) }))
                    })
            ),
        ]).description
    }
}
