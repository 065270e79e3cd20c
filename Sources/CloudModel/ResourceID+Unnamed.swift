/// What an event did to a resource that it does not name: one of a kind in a region may have come, gone or changed.
///
/// It stands in the list of its kind as a resource that may be there, so that the list is no longer known whole, until a
/// complete inventory that began later shows all there is. It is nobody's subject.
extension ResourceID {
    /// The stand-in for whichever resource of a kind an event was about.
    public static func unnamed(_ kind: ResourceKind, account: AccountKey, region: String) -> ResourceID {
        ResourceID(
            kind: kind, account: account, region: kind.schema.scope == .global ? "" : region, nativeID: "*")
    }

    /// True for the stand-in of a resource that an event does not name.
    public var isUnnamed: Bool { nativeID == "*" }
}
