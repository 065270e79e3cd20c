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
    /// The scopes of which a complete inventory was asked for; such a wish is state, since a verdict may miss it, then not,
    /// then again.
    private var inventories: [ResourceID: Timestamp] = [:]
    /// Those that were asked for since the state was last drained.
    private var newInventories: Set<ResourceID> = []
    /// What was found out of the catalogue: few kinds and few sets of properties are ever asked for.
    private var sources: [Subject: Source] = [:]

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

    /// True if nobody has asked for such an inventory of the scope yet; from then on somebody has. What asks for it, a
    /// resource whose creation brought others along, gives the scope its native id.
    mutating func announceInventory(_ scope: ResourceID, newerThan: Timestamp) -> Bool {
        if let last = inventories[scope], newerThan <= last { return false }
        inventories[scope] = newerThan
        newInventories.insert(scope)
        return true
    }

    /// Puts back that an inventory of the scope was asked for.
    mutating func restoreInventory(_ scope: ResourceID, newerThan: Timestamp) {
        inventories[scope] = newerThan
    }

    /// True if an inventory was asked for since the state was last drained.
    var hasNewInventories: Bool { !newInventories.isEmpty }

    /// Takes the inventories that were asked for since the last call.
    mutating func takeNewInventories() -> [(scope: ResourceID, newerThan: Timestamp)] {
        defer { newInventories = [] }
        return newInventories.map { ($0, inventories[$0] ?? .distantPast) }
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

    /// Forgets what was announced for a resource that has been read.
    func settle(_ handle: ResourceHandle) {
        guard let row = rows.row(of: handle), row.announcement != nil else { return }
        row.announcement = nil
        rows.markDirty(row)
    }
}
