internal import CloudModel

extension FoldRegistry {
    /// A name on a governed kind whose events change nothing that is judged in their account, so that no fold reads them.
    public struct Idle: Hashable, Sendable {
        /// The name, which reaches nothing.
        public let entry: Entry
        /// Why its events change nothing that is judged there.
        public let reason: String
    }

    /// All of them, by source and name.
    public static let withoutEffect: [Idle] = AWSServices.byName.flatMap { service, facts in
        facts.withoutEffect.filter { facts.folds[$0] == nil }.map { name in
            Idle(
                entry: Entry(provider: .aws, source: service + ".amazonaws.com", name: name, reach: []),
                reason: reasons["\(service):\(name)"] ?? "it writes no property that the schemas hold")
        }
    }.sorted { ($0.entry.source, $0.entry.name) < ($1.entry.source, $1.entry.name) }

    /// Of the events that a benchmark's recommendation speaks of.
    private static let reasons = [
        "iam:DeletePolicyVersion":
            "a version that is the default cannot be deleted, and any other grants nothing",
        "logs:UpdateDeliveryConfiguration": "it sets the form of the records, not whether or where they go",
        "macie2:CreateMember": ofMembers,
        "macie2:DisassociateMember": ofMembers,
        "macie2:UpdateMemberSession": ofMembers,
        "macie2:UpdateOrganizationConfiguration": ofNewcomers,
        "securityhub:CreateConfigurationPolicy":
            "a policy changes no account until it is associated with one",
        "securityhub:CreateMembers": ofMembers,
        "securityhub:DeleteMembers": ofMembers,
        "securityhub:DisableSecurityHubV2": ofNewerHub,
        "securityhub:DisassociateMembers": ofMembers,
        "securityhub:EnableSecurityHubV2": ofNewerHub,
        "securityhub:UpdateOrganizationConfiguration": ofNewcomers,
        "securityhub:UpdateSecurityHubV2": ofNewerHub,
    ]

    private static let ofMembers =
        "it acts on member accounts, of which only an inventory or a reading tells: no event of theirs does"
    private static let ofNewcomers =
        "it acts on accounts that join later, of which only an inventory or a reading tells"
    private static let ofNewerHub =
        "the newer Security Hub is another service; the benchmarks ask for the hub"
}
