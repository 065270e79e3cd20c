public import CloudModel
internal import JSONTokens

/// The resources of one partition: facts joined from changes in any order, and what they say.
///
/// Any permutation and duplication of the same changes ends in the same readings. Not shared between threads.
public final class ResourceGraph {
    /// How long before an observation a contradicting event leaves the value ambiguous, in nanoseconds.
    public let settle: Int64
    /// How long superseded facts are kept, in nanoseconds before the newest change to the same resource; nil
    /// keeps all.
    public let historyWindow: Int64?

    private(set) var nodes: [ResourceNode] = []
    var pages = PageTable()
    var storedSchemas = StoredSchemas()
    private var handles = HandleTable()
    var scopes: [Scope] = []
    private(set) var scopePositions: [ScopeKey: Int] = [:]
    private var candidate: Int?
    private var newAccounts: [ResourceHandle] = []
    /// How often a scope became complete; who keeps what rests on that looks here whether it still holds.
    public internal(set) var closingCount = 0
    var newestClosings: [AccountKey: Timestamp] = [:]
    var children = ResourceChildren()
    /// By scope, the resources whose creation is known and brought others along.
    var births: [ScopeKey: [ResourceHandle]] = [:]
    private var regions: [AccountKey: [ResourceKind: [String]]] = [:]
    /// The partitions of accounts of AWS that are in another than `aws`.
    private var partitions: [AccountKey: String] = [:]

    /// An empty graph.
    public init(settleSeconds: Int64 = 60, historyWindowSeconds: Int64? = nil) {
        settle = settleSeconds * 1_000_000_000
        historyWindow = historyWindowSeconds.map { $0 * 1_000_000_000 }
    }

    /// How many resources there are, gone ones included.
    public var count: Int { nodes.count }

    /// Joins a change into the graph. Returns what it changed: one delta for the resource itself, one for each resource
    /// that a completed inventory makes absent, and one for the node of an account that was never seen before.
    public func apply(_ change: GraphChange) -> [GraphDelta] {
        var deltas: [GraphDelta] = []
        apply(change, into: &deltas)
        return deltas
    }

    /// Joins a change into the graph as `apply(_:)` does and adds what it changed to `deltas`, whose room can so be used
    /// again and again.
    public func apply(_ change: GraphChange, into deltas: inout [GraphDelta]) {
        switch change {
        case .resource(let change): apply(change, &deltas)
        case .scope(let closing): apply(closing, &deltas)
        case .shared(let facts): apply(facts, &deltas)
        }
        guard !newAccounts.isEmpty else { return }
        for account in newAccounts { deltas.append(GraphDelta(newAccount: account)) }
        newAccounts.removeAll(keepingCapacity: true)
    }

    /// The resource with this id, or nil if no change ever named it.
    public func handle(of id: ResourceID) -> ResourceHandle? {
        handles.handle(of: id) { nodes[Int($0)].id == id }
    }

    /// The id of a resource.
    public func id(of handle: ResourceHandle) -> ResourceID { nodes[Int(handle.index)].id }

    /// The kind of a resource.
    public func kind(of handle: ResourceHandle) -> ResourceKind { nodes[Int(handle.index)].kind }

    /// The node of facts about a resource's account; made if it is new. Nil for an account key without a known provider.
    public func accountHandle(of handle: ResourceHandle) -> ResourceHandle? {
        let node = nodes[Int(handle.index)]
        if let account = node.account { return account }
        node.account = accountHandle(node.id.account)
        return node.account
    }

    /// The node of facts about an account, or about an account in a region; made if it is new. Nil for a key
    /// without a known provider.
    public func accountHandle(_ account: AccountKey, region: String = "") -> ResourceHandle? {
        guard let provider = account.provider else { return nil }
        let id = ResourceID.account(account, provider, region: region)
        return handle(of: id) ?? make(id)
    }

    /// Whether a resource exists now, or existed at an earlier instant.
    public func existence(of handle: ResourceHandle, asOf: Timestamp = .distantFuture) -> Existence {
        if asOf == .distantFuture { return nodes[Int(handle.index)].existence }
        let node = node(handle)
        return node.existence(
            asOf: asOf, closedAt: closedAt(node, asOf: asOf),
            orphanedAt: orphanedAt(node, asOf: asOf), settle: settle)
    }

    /// True if the resource does not exist and something tells so: it was deleted, a complete inventory does not have it, or
    /// what it lives in is gone. False for one of which nothing was ever seen.
    public func isKnownGone(_ handle: ResourceHandle, asOf: Timestamp = .distantFuture) -> Bool {
        node(handle).lifecycle.hasFacts(asOf: asOf) && existence(of: handle, asOf: asOf) == .absent
    }

    /// True if anything was seen of the resource, or is known to have been done to it.
    public func isKnown(_ handle: ResourceHandle, asOf: Timestamp = .distantFuture) -> Bool {
        node(handle).lifecycle.hasFacts(asOf: asOf)
    }

    /// What is known of a property now, or at an earlier instant. Says nothing of whether the resource
    /// exists.
    public func reading(
        _ property: PropertyID, of handle: ResourceHandle, asOf: Timestamp = .distantFuture
    ) -> Reading {
        node(handle).reading(property, asOf: asOf, candidate: candidate, settle: settle)
    }

    /// Reads former instants as if, of contradicting writes of one time, only the one with this number had happened;
    /// numbers beyond the last candidate start over. Readings of the present are not affected.
    public func picking<Result>(candidate number: Int, _ body: () -> Result) -> Result {
        candidate = number
        defer { candidate = nil }
        return body()
    }

    /// The properties that are not known whole now.
    public func gaps(of handle: ResourceHandle) -> PropertySet { nodes[Int(handle.index)].gaps }

    /// The newest unknown event on a resource that no later observation has made up for.
    public func openTouch(of handle: ResourceHandle) -> CauseRecord? {
        let node = node(handle)
        guard let touch = node.touch else { return nil }
        let seen = node.lifecycle.newestObservation(asOf: .distantFuture) ?? .distantPast
        return touch.time > seen ? touch : nil
    }

    /// The resources of a kind in an account in canonical order, gone ones included.
    public func members(of kind: ResourceKind, in account: AccountKey) -> [ResourceHandle] {
        let names = regions[account]?[kind] ?? []
        return names.flatMap { members(of: kind, in: account, region: $0) }
    }

    /// The resources of a kind in one region of an account in canonical order, gone ones included.
    public func members(of kind: ResourceKind, in account: AccountKey, region: String) -> OrderedResources {
        scope(ScopeKey(account: account, region: region, kind: kind))?.members ?? OrderedResources()
    }

    /// The first few resources of a kind in an account behind a given one, in canonical order, gone ones included.
    public func members(
        of kind: ResourceKind, in account: AccountKey, after cursor: ResourceID?, limit: Int
    ) -> [ResourceHandle] {
        var found: [ResourceHandle] = []
        for region in regions[account]?[kind] ?? [] where found.count < limit {
            if let cursor, region < cursor.region { continue }
            let members = members(of: kind, in: account, region: region)
            guard let cursor, region == cursor.region else {
                found += members.prefix(limit - found.count)
                continue
            }
            found += members.prefix(limit - found.count) { node($0).id <= cursor }
        }
        return found
    }

    /// How many resources of a kind an account has, gone ones included.
    public func memberCount(of kind: ResourceKind, in account: AccountKey) -> Int {
        (regions[account]?[kind] ?? []).reduce(0) { $0 + members(of: kind, in: account, region: $1).count }
    }

    /// Every account of which something is known, sorted.
    public var accounts: [AccountKey] { regions.keys.sorted() }

    /// The scopes of an account, in no order: the regions of each kind.
    func scopes(of account: AccountKey) -> [ResourceKind: [String]] { regions[account] ?? [:] }

    /// True if everything in a scope is known, now or at an earlier instant: a complete inventory was taken, and nothing came
    /// since that no event names.
    public func isComplete(
        _ kind: ResourceKind, in account: AccountKey, region: String, asOf: Timestamp = .distantFuture
    ) -> Bool {
        let key = ScopeKey(account: account, region: region, kind: kind)
        guard let scope = scope(key), let closed = scope.closedAt(asOf: asOf) else { return false }
        return !hasUnnamed(scope, asOf: asOf) && !hasUnseenFirstborn(key, since: closed, asOf: asOf)
    }

    /// Every resource in canonical order; for reports and tests.
    public var allHandles: [ResourceHandle] {
        nodes.indices.sorted { nodes[$0].id < nodes[$1].id }.map { ResourceHandle(index: Int32($0)) }
    }

    private func apply(_ change: ResourceChange, _ deltas: inout [GraphDelta]) {
        let handle = handle(of: change.resource) ?? make(change.resource)
        let node = node(handle)
        let previous = node.lifecycle.facts.last?.time ?? .distantPast
        let horizon = node.lifecycle.horizon(asOf: .distantFuture, settle: settle)
        let creation = horizon.createdAt
        let hadFacts = node.hasFacts
        let facts = node.fold(change)
        markDirty(handle, node, hadFacts: hadFacts)
        prune(node, facts.facts, at: change.cause.time)
        // A new life or the end of one hides older writes of every property.
        let isWhole = node.lifecycle.horizon(asOf: .distantFuture, settle: settle) != horizon
        let affected = isWhole ? node.allProperties : facts.facts.union(node.alsoAffected(by: facts.facts))
        let start = deltas.count
        defer {
            followFirstborn(from: start, created: handle, creation == .distantPast ? nil : creation, &deltas)
        }
        deltas.append(refresh(handle, affected, facts, isInOrder: change.cause.time > previous))
        if facts.lifecycle { refreshChildren(of: change.resource, &deltas) }
        if let inventoryID = change.inventoryID {
            loadItems(of: node.scope, ScopeKey(change.resource))
            guard scopes[node.scope].add(handle, to: inventoryID) else { return }
            refreshScope(node.scope, ScopeKey(change.resource), &deltas)
        }
    }

    func refresh(
        _ handle: ResourceHandle, _ affected: PropertySet, _ facts: (facts: PropertySet, lifecycle: Bool),
        isInOrder: Bool
    ) -> GraphDelta {
        let node = node(handle)
        let (changed, isExistenceChanged) = node.refresh(
            affected, closedAt: closedAt(node, asOf: .distantFuture), settle: settle
        ) { changed in
            adopt(handle, node, changed)
            return orphanedAt(node, asOf: .distantFuture)
        }
        return GraphDelta(
            resource: handle, changed: changed, isExistenceChanged: isExistenceChanged, past: facts.facts,
            isPastExistenceChanged: facts.lifecycle, isInOrder: isInOrder)
    }

    private func apply(_ closing: ScopeClosing, _ deltas: inout [GraphDelta]) {
        let key = ScopeKey(account: closing.account, region: closing.region, kind: closing.kind)
        _ = accountHandle(closing.account)
        let scope = register(key)
        loadItems(of: scope, key)
        let start = deltas.count
        if scopes[scope].close(closing) { refreshScope(scope, key, &deltas) }
        followFirstborn(from: start, created: nil, nil, &deltas)
    }

    /// A newly effective inventory may make members absent, and tells the account that the scope is complete.
    private func refreshScope(_ scope: Int, _ key: ScopeKey, _ deltas: inout [GraphDelta]) {
        noteClosing(of: key.account, scopes[scope].closedAt(asOf: .distantFuture))
        for handle in scopes[scope].members {
            let wasPagedOut = nodes[Int(handle.index)].isPagedOut
            refreshExistence(handle, &deltas)
            if wasPagedOut { letGo(handle) }
        }
        if let account = accountHandle(key.account) {
            deltas.append(GraphDelta(closed: key.kind, in: account))
        }
    }

    private func prune(_ node: ResourceNode, _ properties: PropertySet, at time: Timestamp) {
        guard let historyWindow, let newest = node.lifecycle.facts.last?.time else { return }
        let limit = max(time, newest).advanced(byNanoseconds: -historyWindow)
        node.lifecycle.prune(olderThan: limit)
        for property in properties.properties {
            node.properties[made: property].register.log.prune(olderThan: limit)
            node.properties[made: property].set.prune(olderThan: limit)
        }
    }

    func forgetNewAccounts() { newAccounts = [] }

    func refreshAll(_ handle: ResourceHandle) {
        let node = node(handle)
        let closedAt = closedAt(node, asOf: .distantFuture)
        _ = node.refresh(node.allProperties, closedAt: closedAt, settle: settle) { changed in
            adopt(handle, node, changed)
            return orphanedAt(node, asOf: .distantFuture)
        }
        var deltas: [GraphDelta] = []
        refreshChildren(of: node.id, &deltas)
    }

    /// Brings the existence of a resource up to date whose own facts did not change.
    func refreshExistence(_ handle: ResourceHandle, _ deltas: inout [GraphDelta]) {
        let delta = refresh(handle, [], ([], false), isInOrder: false)
        if !delta.isEmpty { deltas.append(delta) }
    }

    func make(_ id: ResourceID) -> ResourceHandle {
        let handle = ResourceHandle(index: Int32(nodes.count))
        let scopeCount = scopes.count
        let scope = register(ScopeKey(id))
        nodes.append(ResourceNode(id, scope: scope))
        handles.insert(handle, id)
        insert(handle, into: scope)
        if id.kind.schema.scope == .account {
            _ = nodes[nodes.count - 1].refresh([], closedAt: nil, settle: settle)
            newAccounts.append(handle)
        } else if scopes.count > scopeCount {
            // A scope that was there has its account.
            _ = accountHandle(id.account)
        }
        return handle
    }

    /// The position of a scope, made if it is new.
    func register(_ key: ScopeKey) -> Int {
        if let position = scopePositions[key] { return position }
        scopes.append(Scope())
        scopePositions[key] = scopes.count - 1
        var names = regions[key.account]?[key.kind] ?? []
        names.insert(key.region, at: names.firstIndex { $0 > key.region } ?? names.count)
        regions[key.account, default: [:]][key.kind] = names
        notePartition(key)
        return scopes.count - 1
    }

    /// The AWS partition of an account: that of any region of which something is known; `aws` where none tells.
    public func partition(of account: AccountKey) -> String { partitions[account] ?? "aws" }

    /// The ARN, ARM id or full resource name of a resource; what is in no region has the partition of its account.
    public func fullName(of id: ResourceID) -> String {
        id.region.isEmpty ? id.fullName(in: partition(of: id.account)) : id.fullName
    }

    /// A region tells the partition of its account; controls about the account may then say something else.
    private func notePartition(_ key: ScopeKey) {
        let partition = ResourceID.partition(of: key.region)
        guard partition != "aws", partitions[key.account] == nil, key.kind.schema.provider == .aws else {
            return
        }
        partitions[key.account] = partition
        if let account = handle(of: .account(key.account, .aws)) { newAccounts.append(account) }
    }

    private func insert(_ handle: ResourceHandle, into scope: Int) {
        scopes[scope].members.insert(handle) { nodes[Int($0.index)].id < nodes[Int($1.index)].id }
        if nodes[Int(handle.index)].id.isUnnamed { scopes[scope].unnamed = handle }
    }
}
