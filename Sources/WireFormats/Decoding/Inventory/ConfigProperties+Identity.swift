import CloudModel
internal import JSONTokens

extension ConfigProperties {
    /// A user, a group or a role. Passwords, keys and devices are no part of these items.
    func identity(_ identity: IAMIdentity) -> [PropertyWrite] {
        var writes: [PropertyWrite] = []
        if let policies = shapes.member(configuration, "attachedManagedPolicies") {
            let arns = shapes.texts(policies, under: "policyArn").map { SetElement(FlatValue($0)) }
            writes.append(.replace(identity.managedPolicies, arns))
        }
        let list: StaticString
        switch identity.kind {
        case IAMKind.user:
            list = "userPolicyList"
            writes += user()
        case IAMKind.role:
            list = "rolePolicyList"
            writes += role()
        default: list = "groupPolicyList"
        }
        if let policies = shapes.member(configuration, list) {
            writes.append(.replace(identity.inlinePolicies, inlinePolicies(policies)))
        }
        guard identity.kind != IAMKind.group, configuration != nil else { return writes }
        let boundary = shapes.member(configuration, "permissionsBoundary")
        let arn = shapes.text(shapes.member(boundary, "permissionsBoundaryArn"))
        writes.append(.set(identity.boundary, arn.map { FlatValue($0) } ?? .null))
        return writes + identityTags(identity.tags)
    }

    /// A managed policy; the item lists who has it attached as relationships.
    func managedPolicy() -> [PropertyWrite] {
        var writes: [PropertyWrite] = []
        for version in shapes.items(shapes.member(configuration, "policyVersionList"))
        where shapes.bool(shapes.member(version, "isDefaultVersion")) == true {
            let document = policyDocument(shapes.member(version, "document"))
            writes.append(
                document.map { .set(IAMKind.Policy.document, $0) } ?? .unknown(IAMKind.Policy.document))
        }
        if let version = shapes.text(shapes.member(configuration, "defaultVersionId")) {
            writes.append(.set(IAMKind.Policy.defaultVersion, FlatValue(version)))
        }
        return writes + attachments() + identityTags(IAMKind.managedPolicy.property("Tags"))
    }

    /// All attachments if as many are listed as are counted, else those that are listed.
    private func attachments() -> [PropertyWrite] {
        let words = [
            "AWS::IAM::User": "user", "AWS::IAM::Group": "group", "AWS::IAM::Role": "role",
        ]
        let entities = shapes.items(shapes.member(root, "relationships")).compactMap { item -> SetElement? in
            let type = shapes.text(shapes.member(item, "resourceType")) ?? ""
            guard let word = words[type], let name = shapes.text(shapes.member(item, "resourceName")) else {
                return nil
            }
            return SetElement(FlatValue("\(word)/\(name)"))
        }
        let count = shapes.int(shapes.member(configuration, "attachmentCount"))
        if let count, Int64(entities.count) == count { return [.replace(IAMKind.Policy.attached, entities)] }
        return entities.map { .insert(IAMKind.Policy.attached, $0) }
    }

    private func user() -> [PropertyWrite] {
        var writes = date("createDate", IAMKind.User.createDate)
        if let groups = shapes.member(configuration, "groupList") {
            let names = shapes.texts(groups, under: "groupName").map { SetElement(FlatValue($0)) }
            writes.append(.replace(IAMKind.User.groups, names))
        }
        return writes
    }

    private func role() -> [PropertyWrite] {
        var writes = date("createDate", IAMKind.Role.createDate)
        if let path = shapes.text(shapes.member(configuration, "path")) {
            writes.append(.set(IAMKind.Role.path, FlatValue(path)))
        }
        if let trust = shapes.member(configuration, "assumeRolePolicyDocument") {
            writes.append(
                policyDocument(trust).map { .set(IAMKind.Role.trust, $0) } ?? .unknown(IAMKind.Role.trust))
        }
        return writes
    }

    private func date(_ key: StaticString, _ property: PropertyID) -> [PropertyWrite] {
        let value = shapes.text(shapes.member(configuration, key)).flatMap { AWSDate.value($0) }
        return value.map { [.set(property, $0)] } ?? []
    }

    private func inlinePolicies(_ list: Token) -> [SetElement] {
        shapes.items(list).compactMap { item in
            guard let name = shapes.text(shapes.member(item, "policyName")) else { return nil }
            return InlinePolicy.element(name, policyDocument(shapes.member(item, "policyDocument")) ?? .null)
        }
    }

    /// A document as text, as an object, or as an object in a list.
    private func policyDocument(_ token: Token?) -> FlatValue? {
        guard let token else { return nil }
        let document = token.kind == .array ? shapes.items(token).first : token
        return document.flatMap { PolicyDocument.value($0, shapes.tape) }
    }

    /// Config lists tags beside the body, in newer items inside it as well.
    private func identityTags(_ property: PropertyID) -> [PropertyWrite] {
        let beside = shapes.member(root, "tags")
        let isFilled = beside.map { $0.length > 0 } ?? false
        let inside = isFilled ? nil : shapes.member(configuration, "tags")
        guard let list = inside ?? beside else { return [] }
        return [.replace(property, ResourceTag.elements(list, shapes))]
    }
}
