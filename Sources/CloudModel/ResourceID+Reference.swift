extension ResourceID {
    /// The resource of a kind that a text names, seen from another resource: an ARN says where it is, any other id is
    /// looked for in the account and, where the kind is regional, in the region of the resource that names it. What an ARN
    /// names in another account is the copy that the account has of it.
    public init(_ kind: ResourceKind, named text: String, from origin: ResourceID) {
        let isAzure = kind.schema.provider == .azure
        var region = kind.schema.scope == .regional ? origin.region : ""
        var nativeID = isAzure ? text.lowercased() : text
        let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        if parts.count == 6, parts[0] == "arn",
            let named = ARNForm.resource(service: String(parts[2]), part: String(parts[5])),
            named.kind == kind
        {
            nativeID = named.nativeID
            if kind.schema.scope == .regional, !parts[3].isEmpty { region = String(parts[3]) }
            let owner = AccountKey(.aws, String(parts[4]))
            if !parts[4].isEmpty, owner != origin.account {
                self = ResourceID(kind: kind, account: owner, region: region, nativeID: nativeID)
                    .copy(for: origin.account, in: String(parts[1]))
                return
            }
        }
        self.init(kind: kind, account: origin.account, region: region, nativeID: nativeID)
    }
}
