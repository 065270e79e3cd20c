public import CloudModel

/// What the graph keeps of a resource whose facts are not in memory.
public struct ResourceHead: Hashable, Sendable {
    /// Whether it exists.
    public let existence: Existence
    /// The properties that are not known whole.
    public let gaps: PropertySet
    /// The resource in which it lives, as far as that is known.
    public let parent: ResourceID?
    /// False if nothing was ever written to it, so that there is no page of it.
    public let hasFacts: Bool

    /// One head.
    public init(existence: Existence, gaps: PropertySet, parent: ResourceID?, hasFacts: Bool) {
        self.existence = existence
        self.gaps = gaps
        self.parent = parent
        self.hasFacts = hasFacts
    }
}
