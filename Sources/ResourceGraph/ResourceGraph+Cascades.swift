internal import CloudModel
internal import JSONTokens

/// Which resources live in which others, by what their parents are called.
struct ResourceChildren {
    private var byParent: [ResourceID: [ResourceHandle]] = [:]

    /// The resources that live in this one, by rising handle.
    subscript(parent: ResourceID) -> [ResourceHandle] { byParent[parent] ?? [] }

    /// Moves a resource from one parent to another.
    mutating func move(_ child: ResourceHandle, from old: ResourceID?, to new: ResourceID?) {
        if let old {
            byParent[old]?.removeAll { $0 == child }
            if byParent[old]?.isEmpty == true { byParent[old] = nil }
        }
        guard let new else { return }
        let list = byParent[new] ?? []
        let place = list.firstIndex { $0.index > child.index } ?? list.count
        byParent[new, default: []].insert(child, at: place)
    }
}

/// Resources that go with the one they live in. No event says so, and no fold carries it out: it is read off the parent,
/// so that any order of events gives the same.
extension ResourceGraph {
    /// When the resource that this one lives in went, if it is gone; one that came again brings nothing back.
    func orphanedAt(_ node: ResourceNode, asOf: Timestamp) -> Timestamp? {
        guard node.kind.schema.parent != nil, let parent = parent(of: node, asOf: asOf),
            let handle = handle(of: parent)
        else { return nil }
        let lifecycle = self.node(handle).lifecycle
        guard let lost = lifecycle.newestLoss(asOf: asOf, settle: settle) else { return nil }
        let created = lifecycle.newest(.created, asOf: asOf) ?? .distantPast
        return created > lost || existence(of: handle, asOf: asOf) == .absent ? lost : nil
    }

    /// Remembers under which parent a resource lives now, where what names the parent changed.
    func adopt(_ handle: ResourceHandle, _ node: ResourceNode, _ changed: PropertySet) {
        guard let property = node.kind.schema.parent, changed.contains(PropertySet(property)) else { return }
        let parent = parent(of: node, asOf: .distantFuture)
        guard parent != node.parent else { return }
        children.move(handle, from: node.parent, to: parent)
        node.parent = parent
    }

    /// Brings the existence of everything that lives in a resource up to date.
    func refreshChildren(of parent: ResourceID, _ deltas: inout [GraphDelta]) {
        for child in children[parent] { refreshExistence(child, &deltas) }
    }

    private func parent(of node: ResourceNode, asOf: Timestamp) -> ResourceID? {
        if asOf == .distantFuture, let known = node.parent { return known }
        guard let property = node.kind.schema.parent,
            let reference = node.kind.schema[property].refersTo.first,
            let kind = ResourceKind(named: reference.kindName),
            let name = node.reading(property, asOf: asOf, candidate: nil, settle: settle).value?.view.string
        else { return nil }
        return ResourceID(kind, named: name, from: node.id)
    }
}
