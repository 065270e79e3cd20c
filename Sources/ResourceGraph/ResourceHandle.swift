/// A resource of one graph as a dense number; means nothing to another graph and is not the same from run to
/// run.
public struct ResourceHandle: Hashable, Sendable {
    /// The position in the graph's table.
    public let index: Int32

    /// The resource at this position.
    public init(index: Int32) {
        self.index = index
    }
}
