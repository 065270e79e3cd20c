public import ResourceGraph

/// Something that every subject of a control in one account reads has changed.
public struct WideChange: Hashable, Sendable {
    /// The control's position in the catalogue.
    public let control: Int32
    /// The account's node.
    public let account: ResourceHandle

    /// One change.
    public init(control: Int32, account: ResourceHandle) {
        self.control = control
        self.account = account
    }
}
