import CloudModel

/// The names of an account's stream of records, a kind of our own.
enum FeedKind {
    static let kind = KindCatalog.kind("AWS::::Feed")
    static let lostTrail = kind.property("LostTrail")

    static func id(of account: AccountKey) -> ResourceID {
        ResourceID(kind: kind, account: account, region: "", nativeID: "cloudtrail")
    }
}
