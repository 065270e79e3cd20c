public import CloudModel
public import JSONTokens

/// Where a graph finds the facts of resources that it has let go of.
public protocol PageSource: AnyObject {
    /// The stored form of a resource, as it was when the graph let go of it.
    func page(of id: ResourceID) throws(PageFailure) -> FlatValue

    /// The stored form of the inventories of the scope that a resource lies in; nil if there are none.
    func scopePage(of id: ResourceID) throws(PageFailure) -> FlatValue?
}

/// A page that cannot be had. What the graph says after it is of no use.
public struct PageFailure: Error, Hashable, Sendable {
    /// What was tried and what came back, for people.
    public let reason: String
    /// True if the source has lost it for good.
    public let isLost: Bool

    /// One failure.
    public init(_ reason: String, isLost: Bool) {
        self.reason = reason
        self.isLost = isLost
    }
}
