import CloudModel
internal import JSONTokens

/// The schema of instances, as the decoders write it.
enum InstanceKind {
    static let kind = KindCatalog.kind("AWS::EC2::Instance")
    static let profile = kind.property("IamInstanceProfile")
    static let metadata = kind.property("MetadataOptions")
    static let groups = kind.property("SecurityGroupIds")
    static let tags = kind.property("Tags")

    /// Where a description of an instance holds them.
    static let described: [DescribedProperty] = [
        DescribedProperty.text(kind.property("VpcId"), "vpcId").orNone,
        DescribedProperty.text(kind.property("SubnetId"), "subnetId").orNone,
        DescribedProperty.value(profile, "iamInstanceProfile", by: profileName).orNone,
        .value(metadata, "metadataOptions", by: metadataOptions),
        .texts(groups, "groupSet", "securityGroups", under: "groupId"),
        DescribedProperty.tags(tags, "tagSet").orEmpty,
    ]

    /// True if a description is of an instance that is terminated or about to be: it is listed for a while longer.
    static func isGone(_ description: Token?, _ shapes: AWSShapes) -> Bool {
        let state = shapes.member(description, "state", or: "instanceState")
        let name = shapes.text(shapes.member(state, "name")) ?? shapes.text(state)
        return name == "terminated" || name == "shutting-down"
    }

    /// The name of a profile that is given by name or ARN; null for an empty one.
    @Sendable static func profileName(_ profile: Token, _ shapes: AWSShapes) -> FlatValue? {
        let arn = shapes.text(shapes.member(profile, "arn"))
        let text = shapes.text(shapes.member(profile, "name")) ?? arn ?? shapes.text(profile)
        guard let text else { return .null }
        return FlatValue(text.split(separator: "/").last.map(String.init) ?? text)
    }

    /// How an instance answers questions about itself; nil unless the record says it whole.
    @Sendable static func metadataOptions(_ options: Token, _ shapes: AWSShapes) -> FlatValue? {
        guard let tokens = shapes.text(shapes.member(options, "httpTokens")),
            let endpoint = shapes.text(shapes.member(options, "httpEndpoint"))
        else { return nil }
        var members = [("HttpTokens", FlatValue(tokens)), ("HttpEndpoint", FlatValue(endpoint))]
        if let limit = shapes.int(shapes.member(options, "httpPutResponseHopLimit")) {
            members.append(("HttpPutResponseHopLimit", FlatValue(limit)))
        }
        return FlatValue(map: members)
    }
}
