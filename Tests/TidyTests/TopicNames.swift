/// The topics of the design, without their prefix.
enum TopicNames {
    static let prefix = "plumbline."
    static let all = [
        "cloudtrail", "azure-activity", "gcp-audit", "inventory", "readings", "profiles", "suppressions",
        "approvals", "findings", "alerts", "remediation-commands", "remediation-results", "tickets",
        "reread-requests", "coverage", "dead-letters", "audit", "shared-facts", "state",
    ]
}
