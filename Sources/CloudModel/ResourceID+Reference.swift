extension ResourceID {
    /// The resource of a kind that a text names, seen from another resource: an ARN says where it is, any other id is
    /// looked for in the account and, where the kind is regional, in the region of the resource that names it.
    public init(_ kind: ResourceKind, named text: String, from origin: ResourceID) {
        let isAzure = kind.schema.provider == .azure
        var account = origin.account
        var region = kind.schema.scope == .regional ? origin.region : ""
        var nativeID = isAzure ? text.lowercased() : text
        let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        if parts.count == 6, parts[0] == "arn",
            let named = ARNForm.resource(service: String(parts[2]), part: String(parts[5])),
            named.kind == kind
        {
            nativeID = named.nativeID
            if !parts[4].isEmpty { account = AccountKey(.aws, String(parts[4])) }
            if kind.schema.scope == .regional, !parts[3].isEmpty { region = String(parts[3]) }
        }
        self.init(kind: kind, account: account, region: region, nativeID: nativeID)
    }
}
