import CloudModel
internal import JSONTokens

/// The schema of VPCs, as the decoders write it.
enum VPCKind {
    static let kind = KindCatalog.kind("AWS::EC2::VPC")
    static let blocks = kind.property("CidrBlockAssociationSet")
    static let tags = kind.property("Tags")

    /// Where a description of a VPC holds them.
    static let described: [DescribedProperty] = [
        .text(kind.property("VpcId"), "vpcId"), .text(kind.property("CidrBlock"), "cidrBlock"),
        .flag(kind.property("IsDefault"), "isDefault"),
        DescribedProperty.tags(tags, "tagSet").orEmpty,
    ]

    /// Every block of a description, of either family; nil where it lists none.
    static func blocks(_ vpc: Token?, _ shapes: AWSShapes) -> [SetElement]? {
        let lists: [StaticString] = ["cidrBlockAssociationSet", "ipv6CidrBlockAssociationSet"]
        let found = lists.compactMap { shapes.member(vpc, $0) }
        guard !found.isEmpty else { return nil }
        return found.flatMap { shapes.items($0) }.compactMap { block($0, shapes) }
    }

    /// One block with its association's id; nil for one that is on its way out.
    static func block(_ association: Token, _ shapes: AWSShapes) -> SetElement? {
        let keys: [StaticString] = ["cidrBlock", "ipv6CidrBlock"]
        guard let block = shapes.text(shapes.member(association, anyOf: keys)) else { return nil }
        let states: [StaticString] = ["cidrBlockState", "ipv6CidrBlockState"]
        let state = shapes.member(association, anyOf: states)
        if let name = shapes.text(shapes.member(state, "state")), name.hasPrefix("disassociat") { return nil }
        let id = shapes.text(shapes.member(association, "associationId"))
        return SetElement(FlatValue(map: [("CidrBlock", FlatValue(block))]), id: id)
    }
}

/// The schema of subnets, as the decoders write it.
enum SubnetKind {
    static let kind = KindCatalog.kind("AWS::EC2::Subnet")
    static let tags = kind.property("Tags")

    /// Where a description of a subnet holds them.
    static let described: [DescribedProperty] = [
        .text(kind.property("SubnetId"), "subnetId"), .text(kind.property("VpcId"), "vpcId"),
        .text(kind.property("CidrBlock"), "cidrBlock"),
        DescribedProperty.tags(tags, "tagSet").orEmpty,
    ]
}
