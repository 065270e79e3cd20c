import CloudModel
import Controls
import JSONTokens

extension ControlExplanation {
    /// The explanation as one JSON object, its members sorted by name; what there is none of is null or empty.
    var json: String {
        let file = control.file
        return FlatValue(map: [
            ("id", FlatValue(control.facts.id)), ("title", FlatValue(control.facts.title)),
            ("description", FlatValue(control.facts.description)),
            ("severity", FlatValue(control.facts.severity.name)),
            ("provider", FlatValue(control.subject.schema.provider.rawValue)),
            ("subject", FlatValue(control.subject.name)), ("scope", FlatValue(control.scope.rawValue)),
            ("pass", FlatValue(file.pass.text)), ("applies", Self.text(file.applies)),
            ("evidence", Self.text(file.evidence)), ("params", control.params),
            ("params_until", FlatValue(map: older.map { ($0.until, $0.params) })),
            ("reads", FlatValue(list: reads.map(Self.value))),
            ("events", FlatValue(list: events.map(Self.value))), ("cost", cost),
            ("lists", FlatValue(list: control.listQueries.map(Self.value))),
            ("benchmarks", FlatValue(list: benchmarks.map(Self.value))),
            ("frameworks", frameworks), ("remediation", remediation),
            ("reread", Self.texts(file.reread)), ("notes", FlatValue(file.notes)),
            ("file", FlatValue(file.path)), ("tests", FlatValue(Int64(file.tests.count))),
            ("version", FlatValue(control.facts.version)),
        ]).description
    }

    private var cost: FlatValue {
        let walks = control.estimatedWalks.map { walk in
            FlatValue(map: [
                ("list", FlatValue(walk.text)), ("elements", FlatValue(Int64(walk.elements))),
            ])
        }
        return FlatValue(map: [
            ("steps", FlatValue(Int64(control.estimatedSteps))), ("walks", FlatValue(list: walks)),
        ])
    }

    private var frameworks: FlatValue {
        let frameworks = control.facts.frameworks
        return FlatValue(map: frameworks.keys.sorted().map { ($0, Self.texts(frameworks[$0, default: []])) })
    }

    private var remediation: FlatValue {
        guard let section = control.file.remediation else { return .null }
        return FlatValue(map: [
            ("safety", FlatValue(section.safety.rawValue)), ("text", FlatValue(section.text)),
            ("summary", FlatValue(section.summary)), ("guard", Self.text(section.guardCondition)),
            ("for_each_evidence", FlatValue(section.isForEachEvidence)),
            ("calls", FlatValue(list: section.calls.map(Self.value))),
            ("inverse", FlatValue(list: section.inverse.map(Self.value))),
            ("expected", Self.text(section.expected)), ("permissions", Self.texts(section.permissions)),
            ("canary", FlatValue(section.canary)),
        ])
    }

    private static func value(_ read: Read) -> FlatValue {
        FlatValue(map: [("kind", FlatValue(read.kind.name)), ("properties", texts(read.names))])
    }

    private static func value(_ query: ListQuery) -> FlatValue {
        FlatValue(map: [
            ("field", FlatValue(query.field)), ("macro", FlatValue(query.macro)),
            ("list", FlatValue(query.list)), ("form", FlatValue(query.form.rawValue)),
            ("key", query.key.map { FlatValue($0) } ?? .null),
        ])
    }

    private static func value(_ event: Event) -> FlatValue {
        FlatValue(map: [
            ("provider", FlatValue(event.provider.rawValue)), ("source", FlatValue(event.source)),
            ("name", FlatValue(event.name)), ("kinds", texts(event.kinds)),
        ])
    }

    private static func value(_ number: BenchmarkNumber) -> FlatValue {
        FlatValue(map: [
            ("name", FlatValue(number.name)), ("version", FlatValue(number.version)),
            ("number", FlatValue(number.number)), ("level", FlatValue(Int64(number.level))),
            ("assessment", FlatValue(number.assessment)),
        ])
    }

    private static func value(_ call: CallTemplate) -> FlatValue {
        switch call.target {
        case .aws(let service, let operation, let parameters):
            FlatValue(map: [
                ("when", text(call.when)), ("service", FlatValue(service)),
                ("operation", FlatValue(operation)), ("parameters", FlatValue(parameters.text)),
            ])
        case .http(let method, let url, let query, let body, let precondition):
            FlatValue(map: [
                ("when", text(call.when)), ("method", FlatValue(method)), ("url", FlatValue(url.text)),
                ("query", text(query)), ("body", text(body)), ("precondition", text(precondition)),
            ])
        }
    }

    private static func text(_ text: SourceText?) -> FlatValue { text.map { FlatValue($0.text) } ?? .null }

    private static func texts(_ texts: [String]) -> FlatValue {
        FlatValue(list: texts.map { FlatValue($0) })
    }
}
