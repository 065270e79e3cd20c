public import CloudModel

/// Resources that another's creation brings along and no event names: a VPC's default group, its default network ACL and
/// its main route table.
///
/// That there is one follows from the creation; what it is must be observed. Until it is, or a complete inventory was taken
/// after the creation, the list of its kind in that region is not complete: a function of the facts, like all else.
extension ResourceGraph {
    /// The kinds of which a resource's creation brought one along that nobody has seen yet.
    public func unseenFirstborn(of parent: ResourceHandle) -> [ResourceKind] {
        let id = id(of: parent)
        return KindCatalog.firstborn(of: id.kind).filter { kind in
            let closed = scope(ScopeKey(account: id.account, region: id.region, kind: kind))?
                .closedAt(asOf: .distantFuture)
            return isUnseen(kind, of: parent, since: closed ?? .distantPast, asOf: .distantFuture)
        }
    }

    /// True if a creation in the scope, no older than its newest complete inventory, brought one of the kind along that nobody
    /// has seen.
    func hasUnseenFirstborn(_ key: ScopeKey, since closed: Timestamp, asOf: Timestamp) -> Bool {
        guard key.kind.schema.firstborn != nil, let parent = key.kind.schema.parent else { return false }
        return key.kind.schema[parent].refersTo.contains { reference in
            guard let kind = ResourceKind(named: reference.kindName) else { return false }
            let births = births[ScopeKey(account: key.account, region: key.region, kind: kind)] ?? []
            return births.contains { isUnseen(key.kind, of: $0, since: closed, asOf: asOf) }
        }
    }

    private func isUnseen(
        _ kind: ResourceKind, of parent: ResourceHandle, since closed: Timestamp, asOf: Timestamp
    ) -> Bool {
        guard let created = creation(of: parent, asOf: asOf), created >= closed,
            existence(of: parent, asOf: asOf) != .absent
        else { return false }
        return !children[id(of: parent)].contains { isFirstborn($0, kind, asOf: asOf) }
    }

    private func isFirstborn(_ child: ResourceHandle, _ kind: ResourceKind, asOf: Timestamp) -> Bool {
        guard self.kind(of: child) == kind, let mark = kind.schema.firstborn else { return false }
        return existence(of: child, asOf: asOf) != .absent
            && reading(mark.property, of: child, asOf: asOf).value == mark.value
    }

    /// Takes down that a resource's creation is known, if it brings others along.
    func noteBirth(_ handle: ResourceHandle) {
        let id = id(of: handle)
        guard !KindCatalog.firstborn(of: id.kind).isEmpty, creation(of: handle) != nil else { return }
        var list = births[ScopeKey(id)] ?? []
        guard !list.contains(handle) else { return }
        list.append(handle)
        births[ScopeKey(id)] = list
    }

    /// Tells the accounts which lists may have become complete or incomplete by what the deltas from a position on changed: of a
    /// resource that brings others along its existence or its creation, of one that can be brought along its existence, its
    /// mark or what it lives in. `created` is the resource whose creation may be another one than `formerCreation`.
    func followFirstborn(
        from start: Int, created: ResourceHandle?, _ formerCreation: Timestamp?, _ deltas: inout [GraphDelta]
    ) {
        for index in start..<deltas.count {
            let delta = deltas[index]
            let kind = kind(of: delta.resource)
            var kinds = KindCatalog.firstborn(of: kind)
            if isUnnamed(delta.resource) {
                kinds = delta.isExistenceChanged ? [kind] : []
            } else if !kinds.isEmpty {
                noteBirth(delta.resource)
                let isBorn = delta.resource == created && creation(of: delta.resource) != formerCreation
                if !isBorn, !delta.isExistenceChanged { continue }
            } else if let mark = kind.schema.firstborn, !births.isEmpty {
                let isMoved = kind.schema.parent.map { delta.changed.contains(PropertySet($0)) } ?? false
                guard
                    delta.isExistenceChanged || isMoved || delta.changed.contains(PropertySet(mark.property))
                else { continue }
                kinds = [kind]
            }
            guard !kinds.isEmpty, let account = accountHandle(id(of: delta.resource).account) else {
                continue
            }
            closingCount += 1
            for kind in kinds { deltas.append(GraphDelta(closed: kind, in: account)) }
        }
    }
}
