import CloudModel
internal import JSONTokens

/// What inventory records say of identities in CloudFormation's words where the schema has others.
enum InventoryAliases {
    /// The writes that follow from members that are no properties, or from properties that speak of others.
    static func writes(
        _ kind: ResourceKind, _ properties: Token, _ shapes: AWSShapes
    ) -> [PropertyWrite] {
        switch kind {
        case IAMKind.user: user(properties, shapes)
        case IAMKind.managedPolicy: managedPolicy(properties, shapes)
        case AWSAccountKind.kind: account(properties, shapes)
        case OrganizationKind.account: member(properties, shapes)
        default: []
        }
    }

    /// The user whom a device is assigned to, by name or ARN.
    static func holder(_ text: String) -> String {
        guard let arn = AWSARN(text) else { return text }
        return arn.resource == "root"
            ? IAMKind.rootName : String(arn.resource.split(separator: "/").last ?? "")
    }

    /// CloudFormation lists the one parent that an account has.
    private static func member(_ properties: Token, _ shapes: AWSShapes) -> [PropertyWrite] {
        let parents = shapes.items(shapes.member(properties, "ParentIds")).compactMap { shapes.text($0) }
        return parents.count == 1 ? [.set(OrganizationKind.parent, FlatValue(parents[0]))] : []
    }

    /// A list of the keys is newer than what a report said of them; a login profile is a password.
    private static func user(_ properties: Token, _ shapes: AWSShapes) -> [PropertyWrite] {
        var writes: [PropertyWrite] = []
        if shapes.member(properties, "AccessKeys") != nil,
            shapes.member(properties, "ReportedAccessKeys") == nil
        {
            writes.append(.set(IAMKind.User.reportedKeys, .null))
        }
        if let profile = shapes.tape.member(properties, "LoginProfile") {
            writes.append(.set(IAMKind.User.passwordEnabled, FlatValue(!profile.isNull)))
        }
        return writes
    }

    /// CloudFormation lists users, groups and roles apart.
    private static func managedPolicy(_ properties: Token, _ shapes: AWSShapes) -> [PropertyWrite] {
        let lists: [(key: StaticString, word: String)] = [
            ("Users", "user"), ("Groups", "group"), ("Roles", "role"),
        ]
        guard lists.allSatisfy({ shapes.member(properties, $0.key) != nil }) else { return [] }
        let entities = lists.flatMap { list in
            shapes.items(shapes.member(properties, list.key)).compactMap { shapes.text($0) }.map {
                SetElement(FlatValue("\(list.word)/\($0)"))
            }
        }
        return [.replace(IAMKind.Policy.attached, entities)]
    }

    /// IAM's GetAccountSummary, as it is.
    private static func account(_ properties: Token, _ shapes: AWSShapes) -> [PropertyWrite] {
        guard let summary = shapes.member(properties, "SummaryMap") else { return [] }
        func isThere(_ key: StaticString) -> Bool? { shapes.int(shapes.member(summary, key)).map { $0 > 0 } }
        func set(_ property: PropertyID, _ isThere: Bool?) -> [PropertyWrite] {
            switch isThere {
            case true: [.insert(property, SetElement(FlatValue(IAMKind.reported)))]
            case false: [.replace(property, [])]
            case nil: []
            }
        }
        var writes = set(AWSAccountKind.rootMFA, isThere("AccountMFAEnabled"))
        writes += set(AWSAccountKind.rootKeys, isThere("AccountAccessKeysPresent"))
        if let hasPassword = isThere("AccountPasswordPresent") {
            writes.append(.set(AWSAccountKind.rootPassword, FlatValue(hasPassword)))
        }
        return writes
    }
}
