internal import CloudModel

extension EffectEncoder {
    /// Work for a person; the labels carry the finding's uid, so that a worker can look before it creates.
    func encodeTicket(_ finding: FindingRecord, _ plan: RemediationPlan?) -> OutputRecord {
        let action = finding.ticketAction
        let event = finding.cloudEvent("ticket", type: "plumbline.ticket." + action)
        return record(.tickets, key: finding.uid, event) { json in
            json.member("action", action)
            json.member("finding_uid", finding.uid)
            json.member("title", finding.ticketTitle, limit: 255)
            json.member("text", finding.ticketText(plan), limit: 8 * 1024)
            json.member("severity", finding.control.severity.name)
            json.member("status", finding.status.name)
            json.member("control", finding.control.id)
            json.subject(finding)
            json.benchmarks(finding.control.benchmarks)
            json.times(finding)
            json.member("labels", finding.ticketLabels, limit: 2048)
            json.cause(finding.cause)
            json.plan(plan)
        }
    }
}

extension FindingRecord {
    fileprivate var ticketAction: String {
        switch activity {
        case .create: "create"
        case .update: "update"
        case .close: "close"
        }
    }

    fileprivate var ticketTitle: String {
        JSONBuilder.cut(control.title, toEscapedBytes: 127) + ": "
            + JSONBuilder.cut(resourceName, toEscapedBytes: 126)
    }

    /// No blank stands in a label, since ticket systems refuse it.
    fileprivate var ticketLabels: [String] {
        var labels = ["plumbline", "finding-" + uid, "control-" + control.id]
        labels.append("severity-" + control.severity.name)
        if let provider = subject.account.provider { labels.append("provider-" + provider.rawValue) }
        return labels.map { String($0.map { $0.isWhitespace ? "-" : $0 }) }
    }

    /// What a person reads: what is wrong, where, who did it, what to do.
    fileprivate func ticketText(_ plan: RemediationPlan?) -> String {
        var lines = [control.description, ""]
        lines.append("Resource: " + resourceName)
        lines.append("Account: " + subject.account.text)
        if !subject.region.isEmpty { lines.append("Region: " + subject.region) }
        lines.append("Status: " + statusSentence)
        if let suppression { lines.append("Suppression: " + suppression.sentence) }
        lines.append("Since: " + firstSeen.rfc3339)
        if let cause { lines.append("Cause: " + FindingRecord.sentence(cause)) }
        if !control.benchmarks.isEmpty {
            lines.append("Benchmarks: " + control.benchmarkTexts.joined(separator: ", "))
        }
        lines += ["", control.remediationText]
        if let plan { lines.append("Plan: " + plan.summary) }
        return lines.joined(separator: "\n")
    }

    private static func sentence(_ cause: CauseRecord) -> String {
        if cause.isObservation { return "observed at " + cause.time.rfc3339 + "; the change was not seen" }
        let who = cause.actor.map { " by " + $0.id } ?? ""
        let whence = cause.sourceAddress.isEmpty ? "" : " from " + cause.sourceAddress
        return cause.action + who + whence + " at " + cause.time.rfc3339 + ", event " + cause.eventID
    }

    private var statusSentence: String {
        switch status {
        case .open: "the control fails"
        case .stale: "failed before, unknown now; not observed: " + missing.prefix(20).joined(separator: ", ")
        case .suppressed where isDoubtful: "suppressed by an exception that may have ended"
        case .suppressed: "suppressed by a documented exception"
        case .excluded: scopeReason.isEmpty ? "excluded by the profile" : "not assessed: " + scopeReason
        case .resolved: "resolved"
        case .deleted: "the resource is gone"
        }
    }
}

extension ControlFacts {
    /// `cis-aws 3.0 5.2`, one for each number, in their order.
    var benchmarkTexts: [String] {
        JSONBuilder.bounded(benchmarks).map { number in
            let text = number.name + " " + number.version + " " + number.number
            return JSONBuilder.cut(text, toEscapedBytes: 128)
        }
    }
}
