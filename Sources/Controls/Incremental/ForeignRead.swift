public import CloudModel

/// Subjects of a control in one account have read resources of another.
public struct ForeignRead: Hashable, Sendable {
    /// The control's position in the catalogue.
    public let control: Int32
    /// The subjects' account.
    public let account: AccountKey
    /// The account of what they read.
    public let other: AccountKey

    /// One such fact.
    public init(control: Int32, account: AccountKey, other: AccountKey) {
        self.control = control
        self.account = account
        self.other = other
    }
}
