internal import CloudModel
internal import JSONTokens

extension EffectEncoder {
    /// The essentials of a new drift and how to undo it, for people and pagers.
    func encodeAlert(_ finding: FindingRecord, _ plan: RemediationPlan?) -> OutputRecord {
        let event = finding.cloudEvent("alert", type: "plumbline.alert")
        return record(.alerts, key: finding.uid, event) { json in
            json.member("alert_id", event.id)
            json.member("finding_uid", finding.uid)
            json.member("title", finding.control.title)
            json.member("severity", finding.control.severity.name)
            json.member("status", finding.status.name)
            json.member("control", finding.control.id)
            json.member("description", finding.control.description, limit: PartLimit.description)
            json.subject(finding)
            json.tags(finding.tags)
            json.benchmarks(finding.control.benchmarks)
            json.times(finding)
            json.member("occurrence", finding.occurrence)
            json.cause(finding.cause)
            json.suppression(finding.suppression)
            json.changes(finding.changes, limit: PartLimit.changes / 2)
            json.member("evidence", finding.evidence, limit: PartLimit.evidence / 2)
            json.member("remediation", finding.control.remediationText, limit: PartLimit.description)
            json.plan(plan)
        }
    }
}
