import CloudModel
internal import JSONTokens

/// Reads the body of an opened AWS Config item in the form in which the events write it. What the item lacks was not
/// observed.
struct ConfigProperties {
    let shapes: AWSShapes
    let root: Token
    let account: String

    /// The body itself.
    var configuration: Token? { shapes.member(root, "configuration") }

    /// A part that stands beside the body.
    func supplement(_ key: StaticString) -> Token? {
        shapes.member(shapes.member(root, "supplementaryConfiguration"), key)
    }

    /// The writes of an item of this type.
    func writes(ofType type: String) -> [PropertyWrite] {
        switch type {
        case "AWS::EC2::SecurityGroup": securityGroup()
        case "AWS::S3::Bucket": bucket()
        case "AWS::S3::AccountPublicAccessBlock": accountBlock()
        case "AWS::CloudTrail::Trail": trail()
        case "AWS::KMS::Key": key()
        case "AWS::CloudWatch::Alarm": alarm()
        case "AWS::SNS::Topic": topic()
        case "AWS::IAM::Group": identity(.group)
        case "AWS::IAM::Policy": managedPolicy()
        case "AWS::IAM::Role": identity(.role)
        case "AWS::IAM::User": identity(.user)
        default: ConfigDescription.byType[type].map { described($0) } ?? inCloudFormationsWords(type)
        }
    }

    /// Newer types come as CloudFormation describes them.
    private func inCloudFormationsWords(_ type: String) -> [PropertyWrite] {
        guard let kind = ResourceKind(named: type), let configuration, configuration.kind == .object else {
            return []
        }
        let reader = InventoryProperties(shapes: shapes, kind: kind, account: account)
        return (try? reader.writes(configuration)) ?? []
    }

    private func described(_ description: ConfigDescription) -> [PropertyWrite] {
        // Config's own list of tags is the whole one.
        let writes = shapes.writes(
            description.properties.filter { $0.property != description.tags }, of: configuration)
        return writes + description.supplement(shapes, root) + (description.tags.map { tags($0) } ?? [])
    }

    private func securityGroup() -> [PropertyWrite] {
        var writes = texts([
            (SecurityGroupKind.name, ["groupName"]), (SecurityGroupKind.description, ["description"]),
            (SecurityGroupKind.vpc, ["vpcId"]),
        ])
        for isEgress in [false, true] {
            let field: StaticString = isEgress ? "ipPermissionsEgress" : "ipPermissions"
            guard let permissions = shapes.member(configuration, field) else { continue }
            let property = SecurityGroupKind.rules(isEgress: isEgress)
            writes.append(
                rules(permissions, isEgress: isEgress).map { .replace(property, $0) } ?? .unknown(property))
        }
        return writes + tags(SecurityGroupKind.tags)
    }

    /// Config lists IPv4 sources twice, as texts and as objects; each rule is kept once.
    private func rules(_ permissions: Token, isEgress: Bool) -> [SetElement]? {
        var elements: [SetElement] = []
        var seen: Set<SetElement> = []
        for permission in shapes.items(permissions) {
            guard let rules = SecurityGroupRule.rules(ofPermission: permission, shapes, account: account)
            else {
                return nil
            }
            for rule in rules {
                let element = SetElement(rule.element(isEgress: isEgress))
                if seen.insert(element).inserted { elements.append(element) }
            }
        }
        return elements
    }

    private func bucket() -> [PropertyWrite] {
        var writes: [PropertyWrite] = []
        if let region = shapes.text(shapes.member(root, "awsRegion")) {
            writes.append(.set(S3BucketKind.region, FlatValue(region)))
        }
        let parts: [(PropertyID, StaticString, (Token?, AWSShapes) -> FlatValue)] = [
            (S3BucketKind.publicAccessBlock, "PublicAccessBlockConfiguration", S3Values.publicAccessBlock),
            (S3BucketKind.versioning, "BucketVersioningConfiguration", S3Values.versioning),
            (S3BucketKind.logging, "BucketLoggingConfiguration", S3Values.logging),
            (S3BucketKind.encryption, "ServerSideEncryptionConfiguration", S3Values.encryption),
        ]
        for (property, key, value) in parts {
            if let fields = supplement(key) { writes.append(.set(property, value(fields, shapes))) }
        }
        if let policy = supplement("BucketPolicy") {
            let text = shapes.member(policy, "policyText")
            let value = text.map { PolicyDocument.value($0, shapes.tape) } ?? .some(.null)
            writes.append(value.map { .set(S3BucketKind.policy, $0) } ?? .unknown(S3BucketKind.policy))
        }
        if let list = supplement("AccessControlList") {
            writes.append(.set(S3BucketKind.grants, BucketGrants.listed(list, shapes)))
        }
        return writes + tags(S3BucketKind.tags)
    }

    private func accountBlock() -> [PropertyWrite] {
        guard let configuration else { return [] }
        return [.set(AWSAccountKind.publicAccessBlock, S3Values.publicAccessBlock(configuration, shapes))]
    }

    private func trail() -> [PropertyWrite] {
        var writes = texts([(TrailKind.name, ["name"])])
        for (property, fields) in TrailKind.texts {
            if let text = shapes.text(shapes.member(configuration, anyOf: fields)) {
                writes.append(.set(property, TrailKind.value(text, of: property)))
            }
        }
        for (property, fields) in TrailKind.flags {
            if let value = shapes.bool(shapes.member(configuration, anyOf: fields)) {
                writes.append(.set(property, FlatValue(value)))
            }
        }
        return writes + tags(TrailKind.tags)
    }

    private func key() -> [PropertyWrite] {
        var writes: [PropertyWrite] = []
        for entry in KMSKeyKind.texts {
            if let text = shapes.text(shapes.member(configuration, anyOf: entry.fields)) {
                writes.append(.set(entry.property, FlatValue(text)))
            }
        }
        writes += texts([(KMSKeyKind.state, ["keyState"])])
        for (property, field) in [
            (KMSKeyKind.enabled, "enabled"), (KMSKeyKind.multiRegion, "multiRegion"),
        ] as [(PropertyID, StaticString)] {
            if let value = shapes.bool(shapes.member(configuration, field)) {
                writes.append(.set(property, FlatValue(value)))
            }
        }
        let rotation = shapes.bool(supplement("KeyRotationStatus"))
        if let rotation { writes.append(.set(KMSKeyKind.rotation, FlatValue(rotation))) }
        if let policy = supplement("Policy") { writes.append(document(policy, KMSKeyKind.policy)) }
        return writes + tags(KMSKeyKind.tags)
    }

    /// The registers that the body has.
    func texts(_ entries: [(PropertyID, [StaticString])]) -> [PropertyWrite] {
        entries.compactMap { property, fields in
            shapes.text(shapes.member(configuration, anyOf: fields)).map { .set(property, FlatValue($0)) }
        }
    }

    /// The item's tags, if it has any place for them.
    func tags(_ property: PropertyID) -> [PropertyWrite] {
        guard let tags = shapes.member(root, "tags"), tags.kind == .object || tags.kind == .array else {
            return []
        }
        return [.replace(property, ResourceTag.elements(tags, shapes))]
    }
}
