import CloudModel
internal import JSONTokens

/// The schema of account facts, as the decoders write it.
enum AWSAccountKind {
    static let kind = KindCatalog.kind("AWS::::Account")
    static let passwordPolicy = kind.property("PasswordPolicy")
    static let publicAccessBlock = kind.property("PublicAccessBlockConfiguration")
    static let enabledRegions = kind.property("EnabledRegions")
    static let ebsEncryption = kind.property("EbsEncryptionByDefault")
    static let contact = kind.property("ContactInformation")
    static let alternateContacts = kind.property("AlternateContacts")
    static let rootPassword = kind.property("RootPasswordEnabled")
    static let rootMFA = kind.property("RootMFADevices")
    static let rootKeys = kind.property("RootAccessKeys")
    static let rootLastUsed = kind.property("RootLastUsed")
    static let manager = kind.property("ManagementAccountId")
    static let metadataDefaults = kind.property("InstanceMetadataDefaults")
    /// The native id of every account fact.
    static let nativeID = "account"

    /// A change of the event's account; the region is empty for facts about the whole account.
    static func change(
        _ event: AWSEvent, region: String = "", lifecycle: ResourceChange.Lifecycle = .modify,
        _ writes: [PropertyWrite]
    ) -> AWSPendingChange {
        let resource = ResourceID(kind: kind, account: event.account, region: region, nativeID: nativeID)
        return AWSPendingChange(resource: resource, lifecycle: lifecycle, writes: writes)
    }

    /// The account's node in a region of another partition than `aws`, so that the names of what is in no region are right there;
    /// nil where the region is of that one, or a resource of the region tells it.
    static func home(of account: AccountKey, in region: String, beside others: some Sequence<ResourceID>)
        -> ResourceID?
    {
        guard region.hasPrefix("us-gov-") || region.hasPrefix("cn-"), others.allSatisfy(\.region.isEmpty)
        else { return nil }
        return ResourceID(kind: kind, account: account, region: region, nativeID: nativeID)
    }

    /// What an observation of the enabled regions says besides: each of them is there, and so a subject of the controls
    /// that judge an account region by region.
    static func regions(of item: ResourceChange) -> [ResourceChange] {
        guard item.resource.kind == kind, item.resource.region.isEmpty else { return [] }
        return item.writes.flatMap { write -> [ResourceChange] in
            guard case .replace(enabledRegions, let elements) = write else { return [] }
            return elements.compactMap { element in
                guard let region = element.value.view.string else { return nil }
                let id = ResourceID(
                    kind: kind, account: item.resource.account, region: region, nativeID: nativeID)
                return ResourceChange(resource: id, cause: item.cause)
            }
        }
    }
}
