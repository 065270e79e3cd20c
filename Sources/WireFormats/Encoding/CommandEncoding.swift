internal import CloudModel

extension EffectEncoder {
    /// A repair for a worker, complete: it needs nothing but the record and its own role.
    func encodeCommand(_ finding: FindingRecord, _ plan: RemediationPlan) -> OutputRecord {
        var parts = ["command", plan.idempotencyKey]
        if finding.repetition > 0 { parts += ["again", String(finding.repetition)] }
        let event = CloudEvent(
            id: Digest.identifier(parts: parts),
            type: "plumbline.remediation.command", subject: finding.resourceName, time: finding.eventTime)
        let command = record(.remediationCommands, key: finding.subject.account.text, event) { json in
            json.planMembers(plan)
            json.subject(finding)
            json.member("finding_uid", finding.uid)
            json.member("control", finding.control.id)
            json.member("control_version", finding.control.version)
            json.member("severity", finding.control.severity.name)
            json.benchmarks(finding.control.benchmarks)
            json.times(finding)
            json.cause(finding.cause)
        }
        return command.value.count < OutputRecord.maximumValueBytes ? command : encodeTicket(finding, plan)
    }
}
