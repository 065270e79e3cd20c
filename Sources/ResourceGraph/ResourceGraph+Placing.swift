public import CloudModel
public import JSONTokens

/// A start without reading any facts: resources are put in their places, and their facts come when they are asked for.
extension ResourceGraph {
    /// What the graph keeps of a resource without its facts; put it back with `place`.
    public func head(of handle: ResourceHandle) -> ResourceHead {
        let node = nodes[Int(handle.index)]
        return ResourceHead(
            existence: node.existence, gaps: node.gaps, parent: node.parent,
            hasFacts: node.isPagedOut || node.hasFacts)
    }

    /// Places a resource of which the source has the facts. Cheapest in canonical order.
    public func place(_ id: ResourceID, _ head: ResourceHead) -> ResourceHandle {
        defer { forgetNewAccounts() }
        let handle = handle(of: id) ?? make(id)
        let node = nodes[Int(handle.index)]
        node.place(head)
        // When it was created its facts tell, once somebody asks.
        if !KindCatalog.firstborn(of: id.kind).isEmpty, !id.isUnnamed {
            births[ScopeKey(id), default: []].append(handle)
        }
        if let parent = head.parent {
            children.move(handle, from: node.parent, to: parent)
            node.parent = parent
        }
        return handle
    }

    /// Places the inventories of a scope, of which the source has the items; `id` is any resource of the scope.
    public func placeScope(_ id: ResourceID, _ value: FlatValue) throws(StateError) {
        defer { forgetNewAccounts() }
        try placeScope(ScopeKey(id), value)
    }
}
