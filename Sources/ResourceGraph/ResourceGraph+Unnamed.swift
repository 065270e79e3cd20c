public import CloudModel

/// What events did to resources that they do not name.
extension ResourceGraph {
    /// True for the stand-in of a resource that an event does not name.
    public func isUnnamed(_ handle: ResourceHandle) -> Bool {
        scopes[nodes[Int(handle.index)].scope].unnamed == handle
    }

    /// True if an event was about a resource of a scope that it does not name, and no complete inventory began since.
    public func hasUnnamed(_ kind: ResourceKind, in account: AccountKey, region: String) -> Bool {
        scope(ScopeKey(account: account, region: region, kind: kind)).map {
            hasUnnamed($0, asOf: .distantFuture)
        } ?? false
    }

    func hasUnnamed(_ scope: Scope, asOf: Timestamp) -> Bool {
        scope.unnamed.map { existence(of: $0, asOf: asOf) != .absent } ?? false
    }
}
