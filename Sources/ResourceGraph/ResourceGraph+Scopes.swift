internal import CloudModel
internal import JSONTokens

/// Where the inventories of scopes are, in memory or in the source.
extension ResourceGraph {
    func scopePosition(_ key: ScopeKey) -> Int? { scopePositions[key] }

    func scope(_ key: ScopeKey) -> Scope? { scopePositions[key].map { scopes[$0] } }

    func restoreScope(
        _ key: ScopeKey, _ value: FlatValue, _ handle: (String) -> ResourceHandle
    ) throws(StateError) {
        _ = accountHandle(key.account)
        let position = register(key)
        try restoreItems(of: position, value, handle)
        noteClosing(of: key.account, scopes[position].closedAt(asOf: .distantFuture))
        for member in scopes[position].members { refreshAll(member) }
    }

    func placeScope(_ key: ScopeKey, _ value: FlatValue) throws(StateError) {
        _ = accountHandle(key.account)
        let position = register(key)
        try scopes[position].place(value)
        noteClosing(of: key.account, scopes[position].closedAt(asOf: .distantFuture))
    }

    /// Reads the items of a scope's inventories, if they are not in memory.
    func loadItems(of position: Int, _ key: ScopeKey) {
        guard scopes[position].isPagedOut else { return }
        func id(_ name: String) -> ResourceID {
            ResourceID(kind: key.kind, account: key.account, region: key.region, nativeID: name)
        }
        do throws(PageFailure) {
            let value = try pages.source?.scopePage(of: id("")) ?? .emptyList
            do throws(StateError) {
                try restoreItems(of: position, value) { handle(of: id($0)) ?? make(id($0)) }
            } catch {
                throw PageFailure("\(key.kind.name): \(error.message)", isLost: true)
            }
        } catch {
            pages.failure = pages.failure ?? error
        }
    }

    /// Members may be added while items are named, so the scope is put back as a whole.
    private func restoreItems(
        of position: Int, _ value: FlatValue, _ handle: (String) -> ResourceHandle
    ) throws(StateError) {
        var scope = scopes[position]
        try scope.restore(value, handle)
        scope.members = scopes[position].members
        scopes[position] = scope
    }
}
