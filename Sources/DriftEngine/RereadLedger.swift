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
    /// The scopes of which verdicts miss a complete inventory, and whether it was asked for. It is state, since a verdict may
    /// miss it, then not, then again.
    private var inventories: [ResourceID: Bool] = [:]
    /// Those that nobody has asked for yet.
    private(set) var missedInventories: Set<ResourceID> = []
    /// Those of which something changed since the state was last drained.
    private(set) var dirtyInventories: Set<ResourceID> = []
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
        if isAsked == false { missedInventories.insert(scope) } else { missedInventories.remove(scope) }
    }

    /// What changed is in the state.
    mutating func didDrainInventories() { dirtyInventories = [] }

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
