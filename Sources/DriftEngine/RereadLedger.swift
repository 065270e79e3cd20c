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
    private var announced: [ResourceID: Announcement] = [:]
    /// The scopes of which a complete inventory was asked for; such a wish is state, since a verdict may miss it, then not,
    /// then again.
    private var inventories: Set<ResourceID> = []
    /// Those that were asked for since the state was last drained.
    private(set) var newInventories: Set<ResourceID> = []
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

    private struct Announcement {
        var newerThan: Timestamp
        var properties: PropertySet
    }

    /// True if a wish is new and so must be announced; from then on it is not.
    mutating func announce(_ resource: ResourceID, properties: PropertySet, newerThan: Timestamp) -> Bool {
        if let last = announced[resource], newerThan <= last.newerThan,
            last.properties.isSuperset(of: properties)
        {
            return false
        }
        announced[resource] = Announcement(newerThan: newerThan, properties: properties)
        return true
    }

    /// True if nobody has asked for an inventory of the scope yet; from then on somebody has.
    mutating func announceInventory(_ scope: ResourceID) -> Bool {
        guard inventories.insert(scope).inserted else { return false }
        newInventories.insert(scope)
        return true
    }

    /// Puts back that an inventory of the scope was asked for.
    mutating func restoreInventory(_ scope: ResourceID) { inventories.insert(scope) }

    /// The new wishes are in the state.
    mutating func didDrainInventories() { newInventories = [] }

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
    mutating func settle(_ resource: ResourceID) { announced[resource] = nil }
}
