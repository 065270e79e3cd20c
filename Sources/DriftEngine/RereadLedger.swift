internal import CloudModel
internal import Controls
internal import ResourceGraph

/// Which readings have been asked for, so that each is asked for once: one wish a resource until something
/// newer is missing.
///
/// What is outstanding is state of the graph (an unknown value or a touch newer than the newest observation);
/// this only
/// remembers what was announced.
struct RereadLedger {
    private let rows: RowTable
    /// The scopes of which verdicts miss a complete inventory, and whether it was asked for. It is state, since a verdict may
    /// miss it, then not, then again.
    private var inventories: [ResourceID: Bool] = [:]
    /// Those that nobody has asked for yet, by account.
    private var missed: [AccountKey: Set<ResourceID>] = [:]
    /// Those of which something changed since the state was last drained.
    private(set) var dirtyInventories: Set<ResourceID> = []
    /// What came with other resources and was asked for, by kind and what brought it, with what newer than.
    private var brought: [ResourceID: Timestamp] = [:]
    /// Those that were asked for since the state was last drained.
    private(set) var newlyBrought: Set<ResourceID> = []
    /// What was found out of the catalogue: few kinds and few sets of properties are ever asked for.
    private var sources: [Subject: Source] = [:]
    /// The same of lists, by kind.
    private var listSources: [ResourceKind: Source] = [:]

    private struct Subject: Hashable {
        let kind: ResourceKind
        let properties: PropertySet
    }

    /// How some properties of a kind are read.
    struct Source {
        /// The properties' names, sorted.
        let properties: [String]
        let calls: [String]
        let permissions: [String]
    }

    /// What was asked for.
    struct Announcement {
        let newerThan: Timestamp
        let properties: PropertySet
    }

    init(_ rows: RowTable) { self.rows = rows }

    /// True if a wish is new and so must be announced; from then on it is not.
    func announce(_ handle: ResourceHandle, properties: PropertySet, newerThan: Timestamp) -> Bool {
        let row = rows.madeRow(of: handle)
        if let last = row.announcement, newerThan <= last.newerThan,
            last.properties.isSuperset(of: properties)
        {
            return false
        }
        row.announcement = Announcement(newerThan: newerThan, properties: properties)
        rows.markDirty(row)
        return true
    }

    /// Whether an inventory of the scope was asked for; nil if no verdict misses it.
    func isInventoryAsked(_ scope: ResourceID) -> Bool? { inventories[scope] }

    /// Takes down that a verdict misses an inventory of the scope.
    mutating func miss(_ scope: ResourceID) {
        if inventories[scope] == nil { note(scope, isAsked: false) }
    }

    /// Takes down whether an inventory of the scope was asked for; nil forgets it.
    mutating func note(_ scope: ResourceID, isAsked: Bool?) {
        dirtyInventories.insert(scope)
        restoreInventory(scope, isAsked: isAsked)
    }

    /// Puts back what the state says of an inventory.
    mutating func restoreInventory(_ scope: ResourceID, isAsked: Bool?) {
        inventories[scope] = isAsked
        if isAsked == false {
            missed[scope.account, default: []].insert(scope)
        } else if let index = missed.index(forKey: scope.account) {
            missed.values[index].remove(scope)
            if missed.values[index].isEmpty { missed.remove(at: index) }
        }
    }

    /// The inventories of an account, or of any, that verdicts miss and nobody has asked for, sorted.
    func missedInventories(in account: AccountKey?) -> [ResourceID] {
        if missed.isEmpty { return [] }
        guard let account else { return missed.values.flatMap(\.self).sorted() }
        return missed[account].map { $0.sorted() } ?? []
    }

    /// What changed is in the state.
    mutating func didDrainInventories() { dirtyInventories = [] }

    /// True if nobody has asked yet for a list of a kind that shows what a resource brought along; from then on somebody has.
    /// The mark has the kind's name and the native id of what brought it.
    mutating func announceBrought(_ mark: ResourceID, newerThan: Timestamp) -> Bool {
        if let last = brought[mark], newerThan <= last { return false }
        brought[mark] = newerThan
        newlyBrought.insert(mark)
        return true
    }

    /// Puts back that such a list was asked for.
    mutating func restoreBrought(_ mark: ResourceID, newerThan: Timestamp) { brought[mark] = newerThan }

    /// Takes what was asked for since the last call.
    mutating func takeNewlyBrought() -> [(mark: ResourceID, newerThan: Timestamp)] {
        defer { newlyBrought = [] }
        return newlyBrought.map { ($0, brought[$0] ?? .distantPast) }
    }

    /// How properties of a kind are read.
    mutating func source(
        of properties: PropertySet, _ kind: ResourceKind, in catalog: ControlCatalog
    ) -> Source {
        let subject = Subject(kind: kind, properties: properties)
        if let source = sources[subject] { return source }
        let calls = catalog.rereadCalls(for: properties, of: kind)
        let source = Source(
            properties: properties.properties.map { kind.schema[$0].name }.sorted(), calls: calls,
            permissions: SDKCall.permissions(for: calls))
        sources[subject] = source
        return source
    }

    /// How all resources of a kind are listed and read.
    mutating func listSource(of kind: ResourceKind, in catalog: ControlCatalog) -> Source {
        if let source = listSources[kind] { return source }
        let calls = catalog.listCalls(of: kind)
        let source = Source(
            properties: kind.schema.properties.map(\.name).sorted(), calls: calls,
            permissions: SDKCall.permissions(for: calls))
        listSources[kind] = source
        return source
    }

    /// Forgets what was announced for a resource that has been read.
    func settle(_ handle: ResourceHandle) {
        guard let row = rows.row(of: handle), row.announcement != nil else { return }
        row.announcement = nil
        rows.markDirty(row)
    }
}
