import CloudModel

/// The schema of account facts, as the decoders write it.
enum AWSAccountKind {
    static let kind = KindCatalog.kind("AWS::::Account")
    static let passwordPolicy = kind.property("PasswordPolicy")
    static let publicAccessBlock = kind.property("PublicAccessBlockConfiguration")
    static let enabledRegions = kind.property("EnabledRegions")
    static let ebsEncryption = kind.property("EbsEncryptionByDefault")
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
}
