import CloudModel
internal import JSONTokens

/// The schema of hubs, as the decoders write it.
enum HubKind {
    static let kind = KindCatalog.kind("AWS::SecurityHub::Hub")
    static let standards = kind.property("StandardsSubscriptions")
    static let products = kind.property("ProductSubscriptions")
    static let tags = kind.property("Tags")
    /// The native id of every hub.
    static let nativeID = "default"
}

/// The events that change hubs. What an administrator account does to its members stands in no event of theirs.
enum SecurityHubEvents {
    static let service = AWSService(
        folds: [
            "BatchDisableStandards": .writes(HubKind.kind, HubKind.standards) { event in
                let ids = event.shapes.items(event.parameter("standardsSubscriptionArns"))
                    .compactMap { event.shapes.text($0) }
                return onHub(
                    event, orUnknown(ids.map { .remove(HubKind.standards, FlatValue($0)) }, HubKind.standards)
                )
            },
            "BatchEnableStandards": .writes(HubKind.kind, HubKind.standards) { event in
                let list = event.answer("standardsSubscriptions")
                let ids = event.shapes.texts(list, under: "standardsSubscriptionArn")
                return onHub(event, orUnknown(inserts(ids, HubKind.standards), HubKind.standards))
            },
            "DisableImportFindingsForProduct": .writes(HubKind.kind, HubKind.products) { event in
                let id = event.shapes.text(event.parameter("productSubscriptionArn"))
                let removals = [id].compactMap { $0 }.map {
                    PropertyWrite.remove(HubKind.products, FlatValue($0))
                }
                return onHub(event, orUnknown(removals, HubKind.products))
            },
            "DisableSecurityHub": .deletes(HubKind.kind) { event in onHub(event, lifecycle: .delete, []) },
            "EnableImportFindingsForProduct": .writes(HubKind.kind, HubKind.products) { event in
                let id = event.shapes.text(event.answer("productSubscriptionArn"))
                return onHub(
                    event, orUnknown(inserts([id].compactMap { $0 }, HubKind.products), HubKind.products))
            },
            "EnableSecurityHub": .creates(HubKind.kind) { enable($0) },
            // A policy of the organisation switches hubs on and off, that of the administrator itself among them.
            "StartConfigurationPolicyAssociation": .writes(HubKind.kind) { touched($0) },
            "StartConfigurationPolicyDisassociation": .writes(HubKind.kind) { touched($0) },
            "TagResource": .writes(HubKind.kind, HubKind.tags) { event in
                tagged(event, ResourceTag.added(event.parameter("tags"), to: HubKind.tags, event.shapes))
            },
            "UntagResource": .writes(HubKind.kind, HubKind.tags) { event in
                let keys = event.shapes.texts(event.parameter("tagKeys"), under: "key")
                return tagged(event, ResourceTag.removed(keys: keys, from: HubKind.tags))
            },
            "UpdateConfigurationPolicy": .writes(HubKind.kind) { touched($0) },
        ].merging(DelegatedAdministratorEvents.adminFolds(service: "securityhub.amazonaws.com")) { own, _ in
            own
        },
        withoutEffect: [
            "UpdateSecurityHubConfiguration",
            // About members, whose hubs are in their own accounts.
            "CreateMembers", "DeleteMembers", "DisassociateMembers", "UpdateOrganizationConfiguration",
            "CreateConfigurationPolicy", "DeleteConfigurationPolicy",
            // The newer Security Hub is another service under the old name; the benchmarks ask for the hub.
            "DisableSecurityHubV2", "EnableSecurityHubV2", "UpdateSecurityHubV2",
        ],
        kindWords: ["SecurityHub", "Standards"],
        otherWords: ["StandardsControl"],
        touch: { event in [AWSPendingChange(resource: hub(event), lifecycle: .touch)] })

    private static func hub(_ event: AWSEvent) -> ResourceID {
        ResourceID(
            kind: HubKind.kind, account: event.account, region: event.region, nativeID: HubKind.nativeID)
    }

    private static func onHub(
        _ event: AWSEvent, lifecycle: ResourceChange.Lifecycle = .modify, _ writes: [PropertyWrite]
    ) -> AWSFoldOutcome {
        .changes([AWSPendingChange(resource: hub(event), lifecycle: lifecycle, writes: writes)])
    }

    private static func touched(_ event: AWSEvent) -> AWSFoldOutcome { onHub(event, lifecycle: .touch, []) }

    private static func inserts(_ ids: [String], _ property: PropertyID) -> [PropertyWrite] {
        ids.map { .insert(property, SetElement(FlatValue($0))) }
    }

    private static func orUnknown(_ writes: [PropertyWrite], _ property: PropertyID) -> [PropertyWrite] {
        writes.isEmpty ? [.unknown(property)] : writes
    }

    /// With the hub come the standards that are on by default, unless the call says otherwise.
    private static func enable(_ event: AWSEvent) -> AWSFoldOutcome {
        let hasStandards = event.shapes.bool(event.parameter("enableDefaultStandards")) ?? true
        return onHub(
            event, lifecycle: .create,
            [
                hasStandards ? .unknown(HubKind.standards) : .replaceDefault(HubKind.standards, []),
                .unknown(HubKind.products),
                .replace(HubKind.tags, ResourceTag.elements(event.parameter("tags"), event.shapes)),
            ])
    }

    private static func tagged(_ event: AWSEvent, _ writes: [PropertyWrite]) -> AWSFoldOutcome {
        let text = event.shapes.text(event.parameter("resourceArn")) ?? ""
        guard let arn = AWSARN(text), arn.resource == "hub/" + HubKind.nativeID else {
            return .irrelevant(.notGoverned)
        }
        return onHub(event, ResourceTag.orUnknown(writes, HubKind.tags))
    }
}
