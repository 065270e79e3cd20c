public import CloudModel

extension ControlCatalog {
    /// True if any profile says how old inventories may become.
    public var hasCadence: Bool { profiles.contains { $0.rereadHours != nil } }

    /// How old the newest complete inventory of a scope may become until it is asked for again, in hours: the least that a
    /// profile says which has the account, the region and the type in its scope. Nil if none says anything, or if no control
    /// reads the kind.
    public func rereadHours(of kind: ResourceKind, in account: AccountKey, region: String) -> Int? {
        guard readsAny(of: kind) else { return nil }
        return profiles.filter { profile in
            profile.provider == account.provider && profile.covers(account, region)
                && (profile.types.isEmpty || profile.types.contains { $0.kindName == kind.name })
        }.compactMap(\.rereadHours).min()
    }
}
