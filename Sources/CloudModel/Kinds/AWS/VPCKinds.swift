internal import JSONTokens

extension KindCatalog {
    /// The kinds of Amazon EC2 that hold networks and their parts.
    static let vpcKinds: [KindSchema] = [
        KindSchema(
            "AWS::EC2::NetworkAcl", .aws, .regional, livesIn: "VpcId",
            firstborn: ("IsDefault", FlatValue(true)),
            [
                .register("VpcId", .string, refersTo: "AWS::EC2::VPC"),
                .register("IsDefault", .bool),
                // Each has `ingress:` or `egress:` and its rule number as id.
                .set("Entries", of: networkAclEntry),
                .set("Tags", of: tag),
            ]),
        KindSchema(
            "AWS::EC2::RouteTable", .aws, .regional, livesIn: "VpcId", firstborn: ("IsMain", FlatValue(true)),
            [
                .register("RouteTableId", .string),
                .register("VpcId", .string, refersTo: "AWS::EC2::VPC"),
                // Whether subnets without a table of their own use it.
                .register("IsMain", .bool),
                // Each has its destination as id.
                .set(
                    "Routes", of: route,
                    refersTo: .kind("AWS::EC2::VPCPeeringConnection", at: "VpcPeeringConnectionId")),
                .set("Tags", of: tag),
            ]),
        KindSchema(
            "AWS::EC2::Subnet", .aws, .regional,
            [
                .register("SubnetId", .string),
                .register("VpcId", .string, refersTo: "AWS::EC2::VPC"),
                .register("CidrBlock", .string),
                .set("Tags", of: tag),
            ]),
        KindSchema(
            "AWS::EC2::SubnetRouteTableAssociation", .aws, .regional, livesIn: "SubnetId",
            [
                .register("RouteTableId", .string, refersTo: "AWS::EC2::RouteTable"),
                .register("SubnetId", .string, refersTo: "AWS::EC2::Subnet"),
            ]),
        KindSchema(
            "AWS::EC2::VPC", .aws, .regional,
            [
                .register("VpcId", .string),
                .register("CidrBlock", .string),
                // Every block, the first one included; each has its association's id.
                .set("CidrBlockAssociationSet", of: .object(["CidrBlock": .string])),
                .register("IsDefault", .bool),
                .register("DefaultNetworkAcl", .string, refersTo: "AWS::EC2::NetworkAcl"),
                .register("DefaultSecurityGroup", .string, refersTo: "AWS::EC2::SecurityGroup"),
                .set("Tags", of: tag),
            ]),
        KindSchema(
            "AWS::EC2::VPCEndpoint", .aws, .regional,
            [
                .register("VpcId", .string, refersTo: "AWS::EC2::VPC"),
                .register("ServiceName", .string),
                .register("VpcEndpointType", .string),
                // As EC2 tells it: available while it works.
                .register("State", .string),
                .register("PolicyDocument", .any),
                .set("RouteTableIds", of: .string, refersTo: "AWS::EC2::RouteTable"),
                .set("Tags", of: tag),
            ]),
        KindSchema(
            "AWS::EC2::VPCPeeringConnection", .aws, .regional,
            [
                .register("VpcId", .string, refersTo: "AWS::EC2::VPC"),
                .register("PeerVpcId", .string, refersTo: "AWS::EC2::VPC"),
                .register("PeerOwnerId", .string),
                .register("PeerRegion", .string),
                // The blocks of either side as EC2 tells them, sorted.
                .register("RequesterCidrBlocks", .list(.string)),
                .register("AccepterCidrBlocks", .list(.string)),
                // As EC2 tells it: active while traffic can pass.
                .register("StatusCode", .string),
                .set("Tags", of: tag),
            ]),
    ]

    private static let networkAclEntry = ValueType.object([
        "RuleNumber": .int, "Protocol": .string, "RuleAction": .string, "Egress": .bool, "CidrBlock": .string,
        "Ipv6CidrBlock": .string, "FromPort": .int, "ToPort": .int,
    ])

    private static let route = ValueType.object([
        "DestinationCidrBlock": .string, "DestinationIpv6CidrBlock": .string,
        "DestinationPrefixListId": .string, "CarrierGatewayId": .string,
        "EgressOnlyInternetGatewayId": .string, "GatewayId": .string, "InstanceId": .string,
        "LocalGatewayId": .string, "NatGatewayId": .string, "NetworkInterfaceId": .string,
        "TransitGatewayId": .string, "VpcEndpointId": .string, "VpcPeeringConnectionId": .string,
    ])
}
