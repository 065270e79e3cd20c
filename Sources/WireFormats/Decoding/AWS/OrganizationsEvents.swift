import CloudModel
internal import JSONTokens

/// The events of AWS Organizations, in one table. They are logged in the management account.
enum OrganizationsEvents {
    static let service = AWSService(
        folds: [
            OrganizationAccountEvents.folds, OrganizationPolicyEvents.folds, OrganizationSettingEvents.folds,
            OrganizationTagEvents.folds, OrganizationUnitEvents.folds,
        ].reduce(into: [:]) { table, folds in table.merge(folds) { first, _ in first } },
        withoutEffect: ["CancelHandshake", "DeclineHandshake"],
        kindWords: ["Account", "Administrator", "Handshake", "Organization", "Policy", "ServiceAccess"],
        otherWords: [],
        touch: { [OrganizationKind.change($0, lifecycle: .touch, [])] })

    /// What the organisation looks like afterwards is not in the event.
    static func touching() -> AWSFold {
        .writes(OrganizationKind.organization) { event in
            .changes([OrganizationKind.change(event, lifecycle: .touch, [])])
        }
    }
}
