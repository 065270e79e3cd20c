internal import CloudModel
internal import JSONTokens

/// One resource: the facts about its existence and its properties, and what they say now.
///
/// A reference so that the graph's table of nodes can grow without copying them; only the graph changes one.
final class ResourceNode {
    let id: ResourceID
    let kind: ResourceKind
    /// The node of facts about its account, once it was asked for.
    var account: ResourceHandle?
    /// Every property of the kind.
    let allProperties: PropertySet
    /// Where its scope stands in the graph's table.
    let scope: Int
    /// The resource in which this one lives, as far as it is known now.
    var parent: ResourceID? {
        get { home?.id }
        set { home = newValue.map { Home($0) } }
    }
    /// Apart, since most resources live in none and an id is long.
    private var home: Home?
    /// True for facts about an account.
    private let isAccount: Bool
    /// True for what its account knows of another account's resource.
    let isCopy: Bool
    var lifecycle = Lifecycle()
    var properties = PropertyTable()
    var operations: [String: HeldOperation] = [:]
    /// The newest unknown event; values older than it are stale until something is observed.
    var touch: CauseRecord?
    /// True once an edit that does not say its set was folded: then the sets are read with an eye on each other.
    var hasEdits = false
    /// True if its facts are not in memory.
    var isPagedOut = false
    /// True if it was changed since the last commit.
    var isDirty = false
    /// True if it was asked for since the clock last came by.
    var isUsed = false
    var existence = Existence.absent
    /// The properties that are not known whole now.
    var gaps: PropertySet

    private final class Home {
        let id: ResourceID

        init(_ id: ResourceID) { self.id = id }
    }

    init(_ id: ResourceID, scope: Int) {
        self.id = id
        kind = id.kind
        self.scope = scope
        isAccount = id.kind.schema.scope == .account
        isCopy = id.isCopy
        allProperties = id.kind.schema.allProperties
        gaps = allProperties
    }

    /// Properties whose reading may change with the facts of the given ones, beside these themselves.
    func alsoAffected(by properties: PropertySet) -> PropertySet {
        guard hasEdits else { return [] }
        let sets = writtenSets
        return sets.isDisjoint(with: properties) ? [] : sets
    }

    /// The sets that something was written to.
    private var writtenSets: PropertySet {
        var sets: PropertySet = []
        for property in properties.written.properties where properties[property]?.set.isEmpty == false {
            sets.insert(PropertySet(property))
        }
        return sets
    }

    /// What is known of a property now, or at an earlier instant.
    func reading(_ property: PropertyID, asOf: Timestamp, candidate: Int?, settle: Int64) -> Reading {
        guard let facts = properties[property] else { return .neverObserved }
        if asOf == .distantFuture { return facts.reading }
        let horizon = lifecycle.horizon(asOf: asOf, candidate: candidate, settle: settle)
        return compute(property, facts, horizon, settle: settle)
    }

    /// Brings the readings of the given properties and the existence up to date; what it lives in is asked for in between.
    /// Returns what became different.
    func refresh(
        _ properties: PropertySet, closedAt: Timestamp?, settle: Int64,
        orphanedAt: (PropertySet) -> Timestamp? = { _ in nil }
    ) -> (changed: PropertySet, isExistenceChanged: Bool) {
        var changed: PropertySet = []
        let horizon = lifecycle.horizon(asOf: .distantFuture, settle: settle)
        for property in properties.intersection(self.properties.written).properties {
            guard let facts = self.properties[property] else { continue }
            let reading = compute(property, facts, horizon, settle: settle)
            guard facts.reading != reading else { continue }
            changed.insert(PropertySet(property))
            self.properties[made: property].reading = reading
            if reading.gap == nil {
                gaps.remove(PropertySet(property))
            } else {
                gaps.insert(PropertySet(property))
            }
        }
        let newExistence = existence(
            asOf: .distantFuture, closedAt: closedAt, orphanedAt: orphanedAt(changed), settle: settle)
        let hasChanged = newExistence != existence
        existence = newExistence
        return (changed, hasChanged)
    }

    /// Whether the resource exists; facts about an account always do.
    func existence(
        asOf: Timestamp, closedAt: Timestamp?, orphanedAt: Timestamp?, settle: Int64
    ) -> Existence {
        if isAccount { return .exists }
        return lifecycle.existence(
            asOf: asOf, closedAt: closedAt, orphanedAt: orphanedAt, settle: settle)
    }

    /// Adds the instants after a given one at which something was written, some more than once.
    func addInstants(of properties: PropertySet, after: Timestamp, to instants: inout [Timestamp]) {
        // Every write is a fact of the existence too; of old ones that may have been forgotten.
        guard let newest = lifecycle.facts.last?.time, newest > after else { return }
        func add(_ time: Timestamp) { if time > after { instants.append(time) } }
        for fact in lifecycle.facts { add(fact.time) }
        var writes: [Timestamp] = []
        for property in properties.intersection(self.properties.written).properties {
            addWrites(of: property, to: &writes)
        }
        for time in writes { add(time) }
    }

    /// Adds the instants at which a property was written, some more than once.
    func addWrites(of property: PropertyID, to instants: inout [Timestamp]) {
        guard let facts = properties[property] else { return }
        instants += facts.register.log.versions.map(\.time)
        instants += facts.set.wholes.versions.map(\.time)
        for entry in facts.set.contents { instants += entry.facts.map(\.time) }
        for entry in facts.set.identities { instants += entry.facts.map(\.time) }
    }

    private func compute(
        _ property: PropertyID, _ facts: PropertyFacts, _ horizon: Horizon, settle: Int64
    ) -> Reading {
        if facts.set.isEmpty { return facts.register.reading(in: horizon, settle: settle) }
        return facts.set.reading(in: horizon, settle: settle) { id in
            properties.written.properties.contains {
                $0 != property && properties[$0]?.set.knows(id) == true
            }
        }
    }
}
