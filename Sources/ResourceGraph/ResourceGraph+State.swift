public import CloudModel
public import JSONTokens

extension ResourceGraph {
    /// Takes up a list of property names with which resources of a kind may have been stored, by its digest; needed before
    /// any of them is put back, where it is not the list of today.
    public func addStoredSchema(_ kind: ResourceKind, digest: Int64, names: [String]) {
        storedSchemas.add(kind, digest, names)
    }

    /// The stored form of a resource; put it back with `restoreResource`.
    public func storedResource(_ handle: ResourceHandle) -> FlatValue { node(handle).stored }

    /// The stored form of the inventories of the scope that a resource lies in; put it back with
    /// `restoreScope`.
    public func storedScope(of id: ResourceID) -> FlatValue {
        let key = ScopeKey(id)
        guard let position = scopePosition(key) else { return .emptyList }
        loadItems(of: position, key)
        return scopes[position].stored { self.id(of: $0).nativeID }
    }

    /// Puts a stored resource back. Says nothing of what changed: evaluate everything when all are back.
    public func restoreResource(_ id: ResourceID, _ value: FlatValue) throws(StateError) {
        defer { forgetNewAccounts() }
        let handle = handle(of: id) ?? make(id)
        let node = node(handle)
        let hadFacts = node.hasFacts
        try node.restore(value, storedSchemas)
        refreshAll(handle)
        noteBirth(handle)
        noteRestored(handle, node, hadFacts: hadFacts)
    }

    /// Puts the inventories of a scope back; `id` is any resource of the scope, its native id does not
    /// matter.
    public func restoreScope(_ id: ResourceID, _ value: FlatValue) throws(StateError) {
        defer { forgetNewAccounts() }
        let key = ScopeKey(id)
        try restoreScope(key, value) { nativeID in
            let item = ResourceID(kind: id.kind, account: id.account, region: id.region, nativeID: nativeID)
            return self.handle(of: item) ?? self.make(item)
        }
    }
}
