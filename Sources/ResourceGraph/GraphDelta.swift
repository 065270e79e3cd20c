public import CloudModel

/// What a change really changed on one resource.
public struct GraphDelta: Sendable {
    /// Which resource.
    public let resource: ResourceHandle
    /// The properties that read differently now (value, stamp or cause).
    public let changed: PropertySet
    /// True if whether it exists changed.
    public let isExistenceChanged: Bool
    /// The properties whose past grew, though they may read as before: a late event.
    public let past: PropertySet
    /// True if the past of its existence grew, or it was touched by an unknown event.
    public let isPastExistenceChanged: Bool
    /// True if the change is newer than everything known of the resource before: what was read before is what was known
    /// at every instant up to it.
    public let isInOrder: Bool
    /// Set on an account's node when a scope of this kind became complete.
    public let closedKind: ResourceKind?

    init(
        resource: ResourceHandle, changed: PropertySet, isExistenceChanged: Bool, past: PropertySet,
        isPastExistenceChanged: Bool, isInOrder: Bool, closedKind: ResourceKind? = nil
    ) {
        self.resource = resource
        self.changed = changed
        self.isExistenceChanged = isExistenceChanged
        self.past = past
        self.isPastExistenceChanged = isPastExistenceChanged
        self.isInOrder = isInOrder
        self.closedKind = closedKind
    }

    /// A scope of this kind became complete.
    init(closed kind: ResourceKind, in account: ResourceHandle) {
        self.init(
            resource: account, changed: [], isExistenceChanged: false, past: [],
            isPastExistenceChanged: false,
            isInOrder: false, closedKind: kind)
    }

    /// An account came into sight.
    init(newAccount account: ResourceHandle) {
        self.init(
            resource: account, changed: [], isExistenceChanged: true, past: [], isPastExistenceChanged: true,
            isInOrder: true)
    }

    /// True if nothing that a verdict reads now is different.
    public var isEmpty: Bool { changed.isEmpty && !isExistenceChanged && closedKind == nil }

    /// True if the record left no trace at all: a duplicate.
    public var isDuplicate: Bool { isEmpty && past.isEmpty && !isPastExistenceChanged }
}
