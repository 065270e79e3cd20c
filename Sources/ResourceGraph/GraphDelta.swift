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
    /// Set on an account's node when a scope of this kind became complete.
    public let closedKind: ResourceKind?

    init(
        resource: ResourceHandle, changed: PropertySet, isExistenceChanged: Bool, past: PropertySet,
        isPastExistenceChanged: Bool, closedKind: ResourceKind? = nil
    ) {
        self.resource = resource
        self.changed = changed
        self.isExistenceChanged = isExistenceChanged
        self.past = past
        self.isPastExistenceChanged = isPastExistenceChanged
        self.closedKind = closedKind
    }

    /// An account came into sight.
    init(newAccount account: ResourceHandle) {
        self.init(
            resource: account, changed: [], isExistenceChanged: true, past: [], isPastExistenceChanged: true)
    }

    /// True if nothing that a verdict reads now is different.
    public var isEmpty: Bool { changed.isEmpty && !isExistenceChanged && closedKind == nil }

    /// True if the record left no trace at all: a duplicate.
    public var isDuplicate: Bool { isEmpty && past.isEmpty && !isPastExistenceChanged }
}
