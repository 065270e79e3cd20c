extension ResourceID {
    /// The native id of every node of facts about an account.
    public static let accountNativeID = "account"

    /// The node of facts about an account (no region), or about an account in a region.
    public static func account(_ account: AccountKey, _ provider: Provider, region: String = "") -> ResourceID
    {
        ResourceID(
            kind: accountKind(of: provider), account: account, region: region, nativeID: accountNativeID)
    }

    private static let accountKinds = (
        aws: KindCatalog.kind("AWS::::Account"), azure: KindCatalog.kind("Microsoft.Resources/subscriptions"),
        gcp: KindCatalog.kind("cloudresourcemanager.googleapis.com/Project")
    )

    /// The kind that holds the facts about a provider's accounts.
    public static func accountKind(of provider: Provider) -> ResourceKind {
        switch provider {
        case .aws: accountKinds.aws
        case .azure: accountKinds.azure
        case .gcp: accountKinds.gcp
        }
    }
}
