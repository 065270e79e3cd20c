import CloudModel
internal import JSONTokens

/// Calls by which a management account delegates a service to a member in the service's own words. They register the member
/// with Organizations, which has a call for that too.
enum DelegatedAdministratorEvents {
    /// GuardDuty governs nothing else here.
    static let guardDuty = AWSService(
        folds: adminFolds(service: "guardduty.amazonaws.com"), withoutEffect: [],
        kindWords: ["OrganizationAdminAccount"], otherWords: [], touch: { _ in [] })

    /// The calls of GuardDuty, Macie and Security Hub.
    static func adminFolds(service: String) -> [String: AWSFold] {
        [
            "DisableOrganizationAdminAccount": fold(["adminAccountId"], service) {
                .remove(OrganizationKind.administrators, $0)
            },
            "EnableOrganizationAdminAccount": fold(["adminAccountId"], service) {
                .insert(OrganizationKind.administrators, SetElement($0))
            },
        ]
    }

    /// The calls of CloudTrail.
    static let trailFolds: [String: AWSFold] = [
        "DeregisterOrganizationDelegatedAdmin": fold(
            ["delegatedAdminAccountId"], "cloudtrail.amazonaws.com"
        ) { .remove(OrganizationKind.administrators, $0) },
        "RegisterOrganizationDelegatedAdmin": fold(["memberAccountId"], "cloudtrail.amazonaws.com") {
            .insert(OrganizationKind.administrators, SetElement($0))
        },
    ]

    private static func fold(
        _ keys: [StaticString], _ service: String,
        _ write: @escaping @Sendable (FlatValue) -> PropertyWrite
    ) -> AWSFold {
        .writes(OrganizationKind.organization, OrganizationKind.administrators) { event in
            guard let account = event.shapes.text(event.shapes.member(event.request, anyOf: keys)) else {
                return .changes([
                    OrganizationKind.change(event, [.unknown(OrganizationKind.administrators)])
                ])
            }
            let value = FlatValue(map: [
                ("AccountId", FlatValue(account)), ("ServicePrincipal", FlatValue(service)),
            ])
            return .changes([OrganizationKind.change(event, [write(value)])])
        }
    }
}
