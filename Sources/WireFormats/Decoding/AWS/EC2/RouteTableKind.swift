import CloudModel
internal import JSONTokens

/// The schemas of route tables and of their associations, as the decoders write them.
enum RouteTableKind {
    static let kind = KindCatalog.kind("AWS::EC2::RouteTable")
    static let isMain = kind.property("IsMain")
    static let routes = kind.property("Routes")
    static let tags = kind.property("Tags")
    static let association = KindCatalog.kind("AWS::EC2::SubnetRouteTableAssociation")
    static let table = association.property("RouteTableId")
    static let subnet = association.property("SubnetId")

    /// Where a description of a table holds them.
    static let described: [DescribedProperty] = [
        .text(kind.property("RouteTableId"), "routeTableId"), .text(kind.property("VpcId"), "vpcId"),
        .value(isMain, "associationSet", "associations") { token, shapes in
            FlatValue(shapes.items(token).contains { shapes.bool(shapes.member($0, "main")) == true })
        },
        .elements(routes, "routeSet", "routes", by: route),
        DescribedProperty.tags(tags, "tagSet").orEmpty,
    ]

    /// The associations with subnets that the item of a table lists.
    @Sendable static func associations(_ shapes: AWSShapes, _ root: Token) -> [ConfigDescription.Part] {
        let list = shapes.member(shapes.member(root, "configuration"), "associations")
        return shapes.items(list).compactMap { item in
            guard let id = shapes.text(shapes.member(item, "routeTableAssociationId")),
                let name = shapes.text(shapes.member(item, "subnetId"))
            else { return nil }
            let table = shapes.text(shapes.member(item, "routeTableId")).map { FlatValue($0) } ?? .null
            return ConfigDescription.Part(
                kind: association, id: id,
                writes: [.set(self.table, table), .set(subnet, FlatValue(name))])
        }
    }

    /// The destination of a request or a description: what a table's routes are told apart by.
    static func destination(_ route: Token?, _ shapes: AWSShapes) -> String? {
        let keys: [StaticString] = [
            "destinationCidrBlock", "destinationIpv6CidrBlock", "destinationPrefixListId",
        ]
        return shapes.text(shapes.member(route, anyOf: keys))
    }

    /// One route with its destination as id.
    @Sendable static func route(_ route: Token, _ shapes: AWSShapes) -> SetElement? {
        guard let destination = destination(route, shapes) else { return nil }
        var members: [(String, FlatValue)] = []
        for (name, key) in fields {
            guard let text = shapes.text(shapes.member(route, key)) else { continue }
            members.append((name, FlatValue(text)))
        }
        if shapes.bool(shapes.member(route, "localTarget")) == true {
            members.append(("GatewayId", FlatValue("local")))
        }
        return SetElement(FlatValue(map: members), id: destination)
    }

    private static let fields: [(String, StaticString)] = [
        ("DestinationCidrBlock", "destinationCidrBlock"),
        ("DestinationIpv6CidrBlock", "destinationIpv6CidrBlock"),
        ("DestinationPrefixListId", "destinationPrefixListId"), ("CarrierGatewayId", "carrierGatewayId"),
        ("EgressOnlyInternetGatewayId", "egressOnlyInternetGatewayId"), ("GatewayId", "gatewayId"),
        ("InstanceId", "instanceId"), ("LocalGatewayId", "localGatewayId"), ("NatGatewayId", "natGatewayId"),
        ("NetworkInterfaceId", "networkInterfaceId"), ("TransitGatewayId", "transitGatewayId"),
        ("VpcEndpointId", "vpcEndpointId"), ("VpcPeeringConnectionId", "vpcPeeringConnectionId"),
    ]
}
