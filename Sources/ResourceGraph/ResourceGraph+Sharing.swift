public import CloudModel
public import JSONTokens

/// What accounts know of each other's resources.
extension ResourceGraph {
    /// True for what its account knows of another account's resource.
    public func isCopy(_ handle: ResourceHandle) -> Bool { nodes[Int(handle.index)].isCopy }

    /// Puts all that an account shares of a resource in the place of what it shared before.
    func apply(_ shared: SharedFacts, _ deltas: inout [GraphDelta]) {
        let handle = handle(of: shared.resource) ?? make(shared.resource)
        let node = node(handle)
        let hadFacts = node.hasFacts
        let facts = node.replace(shared)
        guard facts.lifecycle || !facts.facts.isEmpty else { return }
        markDirty(handle, node, hadFacts: hadFacts)
        let affected = facts.lifecycle ? node.allProperties : facts.facts
        deltas.append(refresh(handle, affected, facts, isInOrder: false))
    }

    /// The facts of some properties, and those of the existence on which it rests whether the resource exists, as changes of
    /// a resource elsewhere. What else was written to the resource leaves no trace in them.
    public func sharedChanges(
        of handle: ResourceHandle, _ properties: PropertySet, as copy: ResourceID
    ) -> [ResourceChange] {
        node(handle).changes(
            of: properties, as: copy, endedAt: end(of: handle), missedAt: missedAt(handle), settle: settle)
    }

    /// When the newest complete inventory of a resource's scope began, up to an instant. An account's own inventories tell
    /// nothing of what another account shares: they need not list it.
    func closedAt(_ node: ResourceNode, asOf: Timestamp) -> Timestamp? {
        node.isCopy && node.lifecycle.isShared ? nil : scopes[node.scope].closedAt(asOf: asOf)
    }

    /// What events and observations have said that a property's value is, former lives included, as far as that is kept.
    public func formerValues(of property: PropertyID, _ handle: ResourceHandle) -> [FlatValue] {
        node(handle).properties[property]?.register.log.versions.compactMap(\.value) ?? []
    }
}
