/// What an account knows of another account's resource lies under its own key, with the whole ARN as native id: a copy.
///
/// So everything of an account stays on its partition, and a list of an account's resources can hold what was shared with
/// it. Copies are nobody's subjects: findings about a resource belong to its owner.
extension ResourceID {
    /// True if this is what the account knows of another account's resource.
    public var isCopy: Bool {
        kind.isShared && nativeID.utf8.count > 8 && nativeID.hasPrefix("arn:")
    }

    /// What another account knows of this resource; `partition` is that of the owner's ARNs.
    public func copy(for asking: AccountKey, in partition: String) -> ResourceID {
        ResourceID(
            kind: kind, account: asking, region: region,
            nativeID: fullName(in: region.isEmpty ? partition : self.partition))
    }

    /// The copy of a resource whose ARN names no account, should it be another's; nil for every other resource.
    public func copyOfOthers(in partition: @autoclosure () -> String) -> ResourceID? {
        guard kind.namesNoOwner, !isCopy else { return nil }
        return copy(for: account, in: partition())
    }

    /// The resource that this is a copy of, should it belong to an account; nil if the ARN names another owner.
    public func original(of owner: AccountKey) -> ResourceID? {
        if let original { return original.account == owner ? original : nil }
        guard isCopy, kind.namesNoOwner, let colon = nativeID.lastIndex(of: ":") else { return nil }
        let name = String(nativeID[nativeID.index(after: colon)...])
        return ResourceID(kind: kind, account: owner, region: region, nativeID: name)
    }

    /// The resource that this is a copy of, under its owner's key; nil if it is no copy, or if its ARN names no owner, as
    /// those of buckets.
    public var original: ResourceID? {
        guard isCopy else { return nil }
        let parts = nativeID.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 6, !parts[4].isEmpty,
            let named = ARNForm.resource(service: String(parts[2]), part: String(parts[5])),
            named.kind == kind
        else { return nil }
        return ResourceID(
            kind: kind, account: AccountKey(.aws, String(parts[4])), region: region, nativeID: named.nativeID)
    }
}
