internal import CloudModel
internal import JSONTokens

/// One transition of a finding as an OCSF 1.6.0 Compliance Finding (class 2003, profile `cloud`).
///
/// Members stand in one order: classification, time and state, metadata, what was found, by which control, on
/// what, where, by whom, what to do, and in `unmapped` what OCSF has no place for. Times are milliseconds.
struct ComplianceFinding {
    /// The OCSF version that every finding follows; nothing of a later one is written.
    static let schemaVersion = "1.6.0"
    static let classUID = 2003

    let finding: FindingRecord
    /// The event's own id, which is also the record's `ce_id`.
    let uid: String
    let productVersion: String

    func write(into json: inout JSONBuilder) {
        writeClassification(into: &json)
        writeState(into: &json)
        writeMetadata(into: &json)
        writeFindingInfo(into: &json)
        writeCompliance(into: &json)
        writeResources(into: &json)
        writeCloud(into: &json)
        writeEvidences(into: &json)
        json.object("remediation") { json in
            json.member("desc", finding.control.remediationText, limit: PartLimit.description)
            let references = finding.control.references
            if !references.isEmpty { json.member("references", references, limit: 1024) }
        }
        writeUnmapped(into: &json)
    }

    private func writeClassification(into json: inout JSONBuilder) {
        let activity = finding.activity.code
        json.member("activity_id", activity.id)
        json.member("activity_name", activity.caption)
        json.member("category_uid", 2)
        json.member("category_name", "Findings")
        json.member("class_uid", ComplianceFinding.classUID)
        json.member("class_name", "Compliance Finding")
        json.member("type_uid", ComplianceFinding.classUID * 100 + activity.id)
        json.member("type_name", "Compliance Finding: " + activity.caption)
    }

    private func writeState(into json: inout JSONBuilder) {
        let status = finding.statusCode
        json.member("time", finding.eventTime.milliseconds)
        json.member("severity_id", finding.control.severity.rawValue)
        json.member("severity", finding.control.severity.caption)
        json.member("status_id", status.id)
        json.member("status", status.caption)
        json.member("status_code", finding.status.name)
        let title = JSONBuilder.cut(finding.control.title, toEscapedBytes: PartLimit.title)
        json.member("message", title + ": " + finding.resourceName, limit: PartLimit.name)
    }

    private func writeMetadata(into json: inout JSONBuilder) {
        json.object("metadata") { json in
            json.member("version", ComplianceFinding.schemaVersion)
            json.object("product") { json in
                json.member("name", "Plumbline")
                json.member("vendor_name", "Plumbline")
                json.member("version", productVersion, limit: 64)
            }
            json.member("profiles", ["cloud"], limit: 64)
            json.member("uid", uid)
            json.member("correlation_uid", finding.uid)
            json.member("processed_time", finding.detectedAt.milliseconds)
        }
    }

    private func writeFindingInfo(into json: inout JSONBuilder) {
        let control = finding.control
        json.object("finding_info") { json in
            json.member("uid", finding.uid)
            json.member("title", control.title, limit: PartLimit.title)
            json.member("desc", control.description, limit: PartLimit.description)
            json.member("types", ["Cloud configuration drift"], limit: 64)
            json.member("first_seen_time", finding.firstSeen.milliseconds)
            json.member("created_time", finding.firstSeen.milliseconds)
            json.member("modified_time", finding.eventTime.milliseconds)
            json.member("last_seen_time", finding.eventTime.milliseconds)
            json.object("analytic") { json in
                json.member("type_id", 1)
                json.member("type", "Rule")
                json.member("uid", control.id)
                json.member("name", control.title, limit: PartLimit.title)
                json.member("version", control.version, limit: 128)
            }
            writeRelatedEvent(into: &json)
        }
    }

    private func writeRelatedEvent(into json: inout JSONBuilder) {
        guard let cause = finding.cause else { return }
        json.array("related_events") { json in
            json.object { json in
                json.member("uid", cause.eventID, limit: PartLimit.name)
                json.member("title", cause.action, limit: 512)
                json.member("type", cause.isObservation ? "Observation" : "Cloud API event")
                json.member("first_seen_time", cause.time.milliseconds)
            }
        }
        json.member("related_events_count", 1)
    }

    private func writeCompliance(into json: inout JSONBuilder) {
        let control = finding.control
        let state = finding.complianceCode
        json.object("compliance") { json in
            json.member("control", control.id)
            json.member("desc", control.title, limit: PartLimit.title)
            json.member("standards", control.standards, limit: 2048)
            json.member("requirements", control.benchmarkTexts, limit: PartLimit.benchmarks)
            json.member("status_id", state.id)
            json.member("status", state.caption)
            let details = finding.statusDetails
            if !details.isEmpty {
                json.member("status_details", details, limit: PartLimit.missing)
            }
            json.array("checks") { json in
                json.object { json in
                    json.member("uid", control.id)
                    json.member("name", control.title, limit: PartLimit.title)
                    json.member("version", control.version, limit: 128)
                    json.member("standards", control.standards, limit: 2048)
                    json.member("severity_id", control.severity.rawValue)
                    json.member("severity", control.severity.caption)
                    json.member("status_id", state.id)
                    json.member("status", state.caption)
                }
            }
        }
    }

    private func writeUnmapped(into json: inout JSONBuilder) {
        json.object("unmapped") { json in
            json.member("account_key", finding.subject.account.text, limit: 256)
            json.member("status", finding.status.name)
            json.member("baseline", finding.isBaseline)
            json.member("occurrence", finding.occurrence)
            if let exposure = finding.exposureSeconds { json.member("exposure_seconds", exposure) }
            json.member("detected_at", finding.detectedAt.rfc3339)
            json.benchmarks(finding.control.benchmarks)
            json.frameworks(finding.control.frameworks)
            json.cause(finding.cause)
            json.suppression(finding.suppression)
        }
    }
}

extension FindingRecord {
    /// Why the state is what it is, beside the verdict: why nobody assesses it, what was not observed, and how an exception
    /// stands.
    fileprivate var statusDetails: [String] {
        var details = missing.map { "not observed: " + $0 }
        if !scopeReason.isEmpty { details.insert("not assessed: " + scopeReason, at: 0) }
        guard let suppression, suppression.standing != .inForce else { return details }
        return [suppression.sentence] + details
    }
}
