internal import CloudModel
internal import JSONTokens

/// One resource: the facts about its existence and its properties, and what they say now.
///
/// A reference so that the graph's table of nodes can grow without copying them; only the graph changes one.
final class ResourceNode {
    let id: ResourceID
    var lifecycle = Lifecycle()
    var registers: [PropertyID: Register] = [:]
    var sets: [PropertyID: ElementSet] = [:]
    var operations: [String: HeldOperation] = [:]
    /// The newest unknown event; values older than it are stale until something is observed.
    var touch: CauseRecord?
    /// What the facts say now, by property; computed anew where something changed.
    private(set) var readings: [Reading?]
    private(set) var existence = Existence.absent

    init(_ id: ResourceID) {
        self.id = id
        readings = Array(repeating: nil, count: id.kind.schema.properties.count)
    }

    /// What is known of a property now, or at an earlier instant.
    func reading(_ property: PropertyID, asOf: Timestamp, settle: Int64) -> Reading {
        if asOf == .distantFuture, let reading = readings[Int(property.index)] { return reading }
        return compute(property, asOf: asOf, settle: settle)
    }

    /// Brings the readings of the given properties and the existence up to date. Returns what became
    /// different.
    func refresh(_ properties: PropertySet, closedAt: Timestamp?, settle: Int64) -> (PropertySet, Bool) {
        var changed: PropertySet = []
        for (index, schema) in id.kind.schema.properties.enumerated() {
            let property = PropertyID(index: index)
            guard properties.contains(PropertySet(property)) else { continue }
            let reading = compute(property, schema.shape, asOf: .distantFuture, settle: settle)
            let previous = readings[index] ?? .neverObserved
            if previous != reading { changed.insert(PropertySet(property)) }
            readings[index] = reading
        }
        let newExistence = existence(asOf: .distantFuture, closedAt: closedAt, settle: settle)
        let hasChanged = newExistence != existence
        existence = newExistence
        return (changed, hasChanged)
    }

    /// Whether the resource exists; facts about an account always do.
    func existence(asOf: Timestamp, closedAt: Timestamp?, settle: Int64) -> Existence {
        if id.kind.schema.scope == .account { return .exists }
        return lifecycle.existence(asOf: asOf, closedAt: closedAt, settle: settle)
    }

    private func compute(_ property: PropertyID, asOf: Timestamp, settle: Int64) -> Reading {
        compute(property, id.kind.schema[property].shape, asOf: asOf, settle: settle)
    }

    private func compute(
        _ property: PropertyID, _ shape: PropertySchema.Shape, asOf: Timestamp, settle: Int64
    ) -> Reading {
        let horizon = lifecycle.horizon(asOf: asOf)
        switch shape {
        case .register: return registers[property]?.reading(in: horizon, settle: settle) ?? .neverObserved
        case .set: return sets[property]?.reading(in: horizon, settle: settle) ?? .neverObserved
        }
    }
}
