extension KindCatalog {
    /// The kinds of Amazon EC2 that hold machines and what surrounds them.
    static let ec2Kinds: [KindSchema] = [
        KindSchema(
            "AWS::EC2::FlowLog", .aws, .regional,
            [
                .register("ResourceId", .string),
                .register("ResourceType", .string),
                .register("TrafficType", .string),
                // As EC2 tells it: ACTIVE while the flow log records.
                .register("FlowLogStatus", .string),
                .register("LogDestinationType", .string),
                .register("LogDestination", .string),
                .register("LogGroupName", .string),
                .set("Tags", of: tag),
            ]),
        KindSchema(
            "AWS::EC2::Instance", .aws, .regional,
            [
                // The last state that a call or a reading named: a pending instance becomes a running one without an event.
                .register("State", .string),
                .register("VpcId", .string, refersTo: "AWS::EC2::VPC"),
                .register("SubnetId", .string),
                // The profile's name.
                .register("IamInstanceProfile", .string),
                .register("MetadataOptions", metadataOptions),
                .set("SecurityGroupIds", of: .string),
                .set("Tags", of: tag),
            ]),
        KindSchema(
            "AWS::EC2::NetworkInterface", .aws, .regional,
            [
                .register("VpcId", .string, refersTo: "AWS::EC2::VPC"),
                .register("SubnetId", .string),
                .register("InstanceId", .string),
                .set("GroupSet", of: .string),
                .set("Tags", of: tag),
            ]),
        KindSchema(
            "AWS::EC2::PrefixList", .aws, .regional,
            [
                .register("PrefixListName", .string),
                .register("AddressFamily", .string),
                .set("Entries", of: .object(["Cidr": .string])),
                .set("Tags", of: tag),
            ]),
        KindSchema(
            "AWS::EC2::SecurityGroup", .aws, .regional,
            [
                .register("GroupName", .string),
                .register("VpcId", .string, refersTo: "AWS::EC2::VPC"),
                .register("GroupDescription", .string),
                .set("SecurityGroupIngress", of: securityGroupRule),
                .set("SecurityGroupEgress", of: securityGroupRule),
                .set("Tags", of: tag),
            ]),
    ]

    /// How an instance answers questions about itself; the same members are a region's defaults for new instances.
    static let metadataOptions = ValueType.object([
        "HttpTokens": .string, "HttpEndpoint": .string, "HttpPutResponseHopLimit": .int,
    ])

    /// One permission towards one source, as CloudFormation writes it; the description is no part of a rule's
    /// identity.
    private static let securityGroupRule = ValueType.object([
        "IpProtocol": .string, "FromPort": .int, "ToPort": .int, "CidrIp": .string, "CidrIpv6": .string,
        "SourcePrefixListId": .string, "SourceSecurityGroupId": .string,
        "SourceSecurityGroupOwnerId": .string,
        "DestinationPrefixListId": .string, "DestinationSecurityGroupId": .string,
    ])
}
