import CloudModel

extension ControlFile {
    /// Reads the `remediation` field.
    static func remediation(
        _ field: YAMLField?, _ hasEvidence: Bool
    ) throws(ControlFileError) -> RemediationSection? {
        guard let field else { return nil }
        let map = try field.map([
            "safety", "text", "summary", "guard", "permissions", "forEach", "calls", "inverse", "expected",
            "canary",
        ])
        let safety = try map.required("safety").word([
            ("safe", RemediationPlan.Safety.safe), ("guarded", .guarded), ("manual", .manual),
        ])
        let calls = try callTemplates(map.optional("calls"))
        try checkSafety(safety, map, calls)
        return RemediationSection(
            safety: safety,
            text: try map.required("text").filledText(),
            summary: try map.optional("summary")?.filledText() ?? "",
            guardCondition: try map.optional("guard")?.expression(),
            permissions: try map.optional("permissions")?.texts() ?? [],
            isForEachEvidence: try forEach(map.optional("forEach"), hasEvidence),
            calls: calls,
            inverse: try callTemplates(map.optional("inverse")),
            expected: try map.optional("expected")?.expression(),
            canary: try map.optional("canary")?.filledText() ?? "")
    }

    private static func checkSafety(
        _ safety: RemediationPlan.Safety, _ map: YAMLMap, _ calls: [CallTemplate]
    ) throws(ControlFileError) {
        if safety == .guarded, map.optional("guard") == nil {
            throw map.field.error("A guarded remediation needs a guard.")
        }
        if safety != .manual, calls.isEmpty {
            throw map.field.error("A remediation that may run unattended needs calls.")
        }
        if !calls.isEmpty, map.optional("summary") == nil {
            throw map.field.error("A remediation with calls needs a summary.")
        }
    }

    private static func forEach(
        _ field: YAMLField?, _ hasEvidence: Bool
    ) throws(ControlFileError) -> Bool {
        guard let field else { return false }
        _ = try field.word([("evidence", true)])
        if !hasEvidence { throw field.error("The control has no evidence to walk over.") }
        return true
    }

    private static func callTemplates(_ field: YAMLField?) throws(ControlFileError) -> [CallTemplate] {
        var templates: [CallTemplate] = []
        for element in try field?.list() ?? [] { templates.append(try callTemplate(element)) }
        return templates
    }

    private static func callTemplate(_ field: YAMLField) throws(ControlFileError) -> CallTemplate {
        let isAWS = try field.members().contains { $0.key == "service" || $0.key == "operation" }
        if isAWS {
            let map = try field.map(["when", "service", "operation", "parameters"])
            return CallTemplate(
                when: try map.optional("when")?.expression(),
                target: .aws(
                    service: try map.required("service").filledText(),
                    operation: try map.required("operation").filledText(),
                    parameters: try map.required("parameters").expression()))
        }
        let map = try field.map(["when", "method", "url", "query", "body", "precondition"])
        let methods = ["GET", "PUT", "POST", "PATCH", "DELETE"].map { ($0, $0) }
        return CallTemplate(
            when: try map.optional("when")?.expression(),
            target: .http(
                method: try map.required("method").word(methods),
                url: try map.required("url").expression(),
                query: try map.optional("query")?.expression(),
                body: try map.optional("body")?.expression(),
                precondition: try map.optional("precondition")?.expression()))
    }
}
