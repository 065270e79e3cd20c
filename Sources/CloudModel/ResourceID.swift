/// One resource: its kind, whose it is, where it is, and its native id.
///
/// The region is empty for global resources. The native id is normalised: a bucket's name, a group's `sg-…`,
/// a trail's
/// name, a key's id; ARM ids are folded to lower case; GCP ids are the full resource name without the leading
/// slashes.
public struct ResourceID: Hashable, Comparable, Sendable {
    /// What it is.
    public let kind: ResourceKind
    /// Whose it is.
    public let account: AccountKey
    /// Where it is; empty if it is global.
    public let region: String
    /// The provider's own id, normalised.
    public let nativeID: String

    /// The resource with these coordinates.
    public init(kind: ResourceKind, account: AccountKey, region: String, nativeID: String) {
        self.kind = kind
        self.account = account
        self.region = region
        self.nativeID = nativeID
    }

    /// By account and native id, which tell almost all resources apart.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(account)
        hasher.combine(nativeID)
    }

    /// By kind name, account, region, id: the canonical order of outputs.
    public static func < (left: ResourceID, right: ResourceID) -> Bool {
        if left.kind != right.kind { return left.kind.name < right.kind.name }
        if left.account != right.account { return left.account < right.account }
        if left.region != right.region { return left.region < right.region }
        return left.nativeID < right.nativeID
    }
}
