import CloudModel
internal import JSONTokens

/// The schemas of an organisation's kinds, as the decoders write them.
enum OrganizationKind {
    static let account = KindCatalog.kind("AWS::Organizations::Account")
    static let organization = KindCatalog.kind("AWS::Organizations::Organization")
    static let unit = KindCatalog.kind("AWS::Organizations::OrganizationalUnit")
    static let policy = KindCatalog.kind("AWS::Organizations::Policy")
    static let resourcePolicy = KindCatalog.kind("AWS::Organizations::ResourcePolicy")

    static let rootFeatures = organization.property("RootAccessFeatures")
    static let manager = organization.property("ManagementAccountId")
    static let featureSet = organization.property("FeatureSet")
    static let policyTypes = organization.property("EnabledPolicyTypes")
    static let services = organization.property("ServiceAccess")
    static let administrators = organization.property("DelegatedAdministrators")
    static let parent = account.property("ParentId")
    static let status = account.property("Status")
    static let accountName = account.property("AccountName")
    static let unitName = unit.property("Name")
    static let unitParent = unit.property("ParentId")
    static let targets = policy.property("TargetIds")
    static let content = policy.property("Content")
    static let policyName = policy.property("Name")

    /// A change of the organisation that the event's account manages.
    static func change(
        _ event: AWSEvent, lifecycle: ResourceChange.Lifecycle = .modify, _ writes: [PropertyWrite]
    ) -> AWSPendingChange {
        change(event, organization, "organization", lifecycle, writes)
    }

    /// What a member account sees of its organisation says who manages it; the organisation itself is not the member's. An
    /// item that is something else stays what it is.
    static func membership(in item: ResourceChange) -> ResourceChange {
        guard item.resource.kind == organization else { return item }
        for case .set(manager, let value) in item.writes
        where value.view.string != nil && value.view.string != item.resource.account.id {
            return ResourceChange(
                resource: .account(item.resource.account, .aws), cause: item.cause,
                writes: [.set(AWSAccountKind.manager, value)])
        }
        return item
    }

    /// A change of something in the organisation.
    static func change(
        _ event: AWSEvent, _ kind: ResourceKind, _ id: String,
        _ lifecycle: ResourceChange.Lifecycle = .modify,
        _ writes: [PropertyWrite]
    ) -> AWSPendingChange {
        let resource = NativeID.resource(kind, account: event.account, region: "", id: id)
        return AWSPendingChange(resource: resource, lifecycle: lifecycle, writes: writes)
    }
}
