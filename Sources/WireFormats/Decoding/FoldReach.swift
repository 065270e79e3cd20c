public import CloudModel

/// What events of one name may write: properties of one kind, and whether its resources come or go with them.
public struct FoldReach: Hashable, Sendable {
    /// The kind.
    public let kind: ResourceKind
    /// The properties that may be written.
    public let properties: PropertySet
    /// True if a resource of the kind may come into being or go.
    public let isLifecycle: Bool

    /// A resource of the kind comes into being, with every property it has.
    static func creation(of kind: ResourceKind) -> FoldReach {
        FoldReach(kind: kind, properties: kind.schema.allProperties, isLifecycle: true)
    }

    /// A resource of the kind goes.
    static func deletion(of kind: ResourceKind) -> FoldReach {
        FoldReach(kind: kind, properties: [], isLifecycle: true)
    }

    /// These properties of a resource of the kind.
    static func writing(_ kind: ResourceKind, _ properties: PropertyID...) -> FoldReach {
        writing(kind, properties)
    }

    /// These properties of a resource of the kind.
    static func writing(_ kind: ResourceKind, _ properties: [PropertyID]) -> FoldReach {
        FoldReach(
            kind: kind, properties: properties.reduce(into: []) { $0.insert(PropertySet($1)) },
            isLifecycle: false)
    }

    /// True if the change writes nothing that the reach does not name.
    func covers(_ change: ResourceChange) -> Bool {
        guard change.resource.kind == kind else { return false }
        switch change.lifecycle {
        case .create, .delete: if !isLifecycle { return false }
        case .modify, .touch: break
        }
        let written = change.writes.map(\.property) + (change.operation?.mayTouch ?? [])
        return written.allSatisfy { properties.contains(PropertySet($0)) }
    }
}
