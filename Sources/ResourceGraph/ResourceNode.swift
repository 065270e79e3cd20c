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
    /// Where its scope stands in the graph's table.
    let scope: Int
    /// The resource in which this one lives, as far as it is known now.
    var parent: ResourceID?
    /// True for facts about an account.
    private let isAccount: Bool
    var lifecycle = Lifecycle()
    /// By property; empty where the property is a set.
    var registers: [Register]
    /// By property; empty where the property is a register.
    var sets: [ElementSet]
    var operations: [String: HeldOperation] = [:]
    /// The newest unknown event; values older than it are stale until something is observed.
    var touch: CauseRecord?
    /// True once an edit that does not say its set was folded: then the sets are read with an eye on each other.
    var hasEdits = false
    /// What the facts say now, by property; computed anew where something changed.
    private(set) var readings: [Reading]
    private(set) var existence = Existence.absent
    /// The properties that are not known whole now.
    private(set) var gaps: PropertySet

    init(_ id: ResourceID, scope: Int) {
        self.id = id
        kind = id.kind
        self.scope = scope
        isAccount = id.kind.schema.scope == .account
        let count = id.kind.schema.properties.count
        registers = Array(repeating: Register(), count: count)
        sets = Array(repeating: ElementSet(), count: count)
        readings = Array(repeating: .neverObserved, count: count)
        gaps = PropertySet(rawValue: count == 64 ? .max : 1 << UInt64(count) - 1)
    }

    /// Every property of the kind.
    var allProperties: PropertySet {
        PropertySet(rawValue: registers.count == 64 ? .max : 1 << UInt64(registers.count) - 1)
    }

    /// Properties whose reading may change with the facts of the given ones, beside these themselves.
    func alsoAffected(by properties: PropertySet) -> PropertySet {
        guard hasEdits, properties.properties.contains(where: { !sets[Int($0.index)].isEmpty }) else {
            return []
        }
        var affected: PropertySet = []
        for index in sets.indices where !sets[index].isEmpty {
            affected.insert(PropertySet(PropertyID(index: index)))
        }
        return affected
    }

    /// What is known of a property now, or at an earlier instant.
    func reading(_ property: PropertyID, asOf: Timestamp, candidate: Int?, settle: Int64) -> Reading {
        if asOf == .distantFuture { return readings[Int(property.index)] }
        let horizon = lifecycle.horizon(asOf: asOf, candidate: candidate)
        return compute(Int(property.index), horizon, settle: settle)
    }

    /// Brings the readings of the given properties and the existence up to date; what it lives in is asked for in between.
    /// Returns what became different.
    func refresh(
        _ properties: PropertySet, closedAt: Timestamp?, settle: Int64,
        orphanedAt: (PropertySet) -> Timestamp? = { _ in nil }
    ) -> (changed: PropertySet, isExistenceChanged: Bool) {
        var changed: PropertySet = []
        let horizon = lifecycle.horizon(asOf: .distantFuture)
        for property in properties.intersection(allProperties).properties {
            let index = Int(property.index)
            let reading = compute(index, horizon, settle: settle)
            guard readings[index] != reading else { continue }
            changed.insert(PropertySet(property))
            readings[index] = reading
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

    private func compute(_ index: Int, _ horizon: Horizon, settle: Int64) -> Reading {
        if sets[index].isEmpty { return registers[index].reading(in: horizon, settle: settle) }
        return sets[index].reading(in: horizon, settle: settle) { id in
            sets.indices.contains { $0 != index && sets[$0].knows(id) }
        }
    }
}
