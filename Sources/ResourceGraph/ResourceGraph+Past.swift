public import CloudModel

/// What happened when.
extension ResourceGraph {
    /// When the newest complete inventory of any scope of an account began; the distant past if there was none.
    public func newestClosing(in account: AccountKey) -> Timestamp { newestClosings[account] ?? .distantPast }

    /// By region, the complete inventories of an account's scopes; of one region alone if one is given.
    public func closings(in account: AccountKey, region wanted: String? = nil) -> [String: ScopeClosings] {
        var found: [String: ScopeClosings] = [:]
        for (kind, regions) in scopes(of: account) {
            for region in regions where wanted ?? region == region {
                let key = ScopeKey(account: account, region: region, kind: kind)
                guard let time = scope(key)?.closedAt(asOf: .distantFuture) else { continue }
                let known = found[region]
                found[region] = ScopeClosings(
                    newest: max(known?.newest ?? time, time), kinds: (known?.kinds ?? 0) + 1)
            }
        }
        return found
    }

    /// The scopes of an account of which there is a complete inventory, and when the newest one began; sorted.
    public func closedScopes(of account: AccountKey) -> [(scope: ResourceID, closedAt: Timestamp)] {
        var closed: [(scope: ResourceID, closedAt: Timestamp)] = []
        for (kind, regions) in scopes(of: account) {
            for region in regions {
                let key = ScopeKey(account: account, region: region, kind: kind)
                guard let time = scope(key)?.closedAt(asOf: .distantFuture) else { continue }
                closed.append(
                    (ResourceID(kind: kind, account: account, region: region, nativeID: ""), time))
            }
        }
        return closed.sorted { $0.scope < $1.scope }
    }

    /// Adds every instant after a given one at which something was written that the readings of the properties rest on, in
    /// no order, some more than once.
    public func addInstants(
        of properties: PropertySet, of handle: ResourceHandle, after: Timestamp,
        to instants: inout [Timestamp]
    ) {
        node(handle).addInstants(of: properties, after: after, to: &instants)
    }

    /// From when on everything that happened to a resource is kept; what was before shows as it was then.
    public func beginningOfHistory(of handle: ResourceHandle) -> Timestamp {
        guard let historyWindow, let newest = node(handle).lifecycle.facts.last?.time else {
            return .distantPast
        }
        return newest.advanced(byNanoseconds: -historyWindow)
    }

    /// Every instant of a span at which an event or an observation wrote to one property, newest first, each once.
    public func instants(
        of property: PropertyID, of handle: ResourceHandle, in span: ClosedRange<Timestamp>
    ) -> [Timestamp] {
        var instants: [Timestamp] = []
        node(handle).addWrites(of: property, to: &instants)
        var unique: [Timestamp] = []
        for instant in instants.filter(span.contains).sorted(by: >) where instant != unique.last {
            unique.append(instant)
        }
        return unique
    }

    /// When a resource that does not exist went, as far as that is known: by its own deletion, with what it lived in, or by an
    /// inventory without it.
    public func end(of handle: ResourceHandle) -> Timestamp? {
        guard existence(of: handle) == .absent else { return nil }
        let node = node(handle)
        return node.lifecycle.end(
            closedAt: closedAt(node, asOf: .distantFuture),
            orphanedAt: orphanedAt(node, asOf: .distantFuture),
            settle: settle)
    }

    /// When an observation did not find a resource so soon after its creation that it may only not be visible yet; nil if none
    /// did, or if something newer says whether it is there.
    public func missedAt(_ handle: ResourceHandle) -> Timestamp? {
        guard existence(of: handle) == .ambiguous else { return nil }
        let node = node(handle)
        return node.lifecycle.missedAt(closedAt: closedAt(node, asOf: .distantFuture))
    }

    /// When the resource's life that an instant falls into began, as far as an event told it.
    public func creation(of handle: ResourceHandle, asOf: Timestamp = .distantFuture) -> Timestamp? {
        node(handle).lifecycle.newest(.created, asOf: asOf)
    }

    /// Takes down that a scope of an account became complete.
    func noteClosing(of account: AccountKey, _ time: Timestamp?) {
        closingCount += 1
        guard let time else { return }
        newestClosings[account] = max(newestClosings[account] ?? time, time)
    }
}

/// The complete inventories of several scopes.
public struct ScopeClosings: Hashable, Sendable {
    /// When the newest of them began.
    public let newest: Timestamp
    /// Of how many kinds there is one.
    public let kinds: Int

    /// What is known of some scopes.
    public init(newest: Timestamp, kinds: Int) {
        self.newest = newest
        self.kinds = kinds
    }
}
