internal import CloudModel

/// A folded ARM id taken apart at its end: the resource itself, be it a child or an extension of another one.
struct AzureResourceName {
    /// The subscription's id.
    let subscription: String
    /// Namespace and types from the outermost to the innermost: `microsoft.sql/servers/databases`.
    let typePath: String
    /// The innermost name.
    let name: String
    /// The id in canonical form.
    let id: String
    /// The id of the resource that it is part of or stands at; a group's or the subscription's if there is none.
    let parentID: String

    /// Takes an id apart; nil unless it names a resource in a subscription.
    init?(folded id: String) {
        let parts = id.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
        guard parts.count >= 2, parts[0] == "subscriptions", let mark = parts.lastIndex(of: "providers"),
            mark + 3 < parts.count, (parts.count - mark).isMultiple(of: 2)
        else { return nil }
        let pairs = parts[(mark + 2)...]
        subscription = parts[1]
        typePath =
            ([parts[mark + 1]] + stride(from: pairs.startIndex, to: pairs.endIndex, by: 2).map { pairs[$0] })
            .joined(separator: "/")
        name = parts[parts.count - 1]
        self.id = "/" + parts.joined(separator: "/")
        let end = pairs.count > 2 ? parts.count - 2 : mark
        parentID = "/" + parts[..<end].joined(separator: "/")
    }

    /// The kind, if it has a schema.
    var kind: ResourceKind? { ResourceKind(named: typePath) }

    /// The resource with this name as one of the kind.
    func resource(_ kind: ResourceKind) -> ResourceID {
        ResourceID(kind: kind, account: AccountKey(.azure, subscription), region: "", nativeID: id)
    }

    /// The resource of this kind that an id names or that what it names is part of.
    static func innermost(of kind: ResourceKind, in folded: String) -> ResourceID? {
        var id = folded
        while let name = AzureResourceName(folded: id) {
            if name.kind == kind { return name.resource(kind) }
            id = name.parentID
        }
        return nil
    }
}
