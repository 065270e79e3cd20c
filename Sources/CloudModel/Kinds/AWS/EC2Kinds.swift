internal import JSONTokens

extension KindCatalog {
    /// The kinds of Amazon EC2 that hold machines and what surrounds them.
    static let ec2Kinds: [KindSchema] = [
        KindSchema(
            "AWS::EC2::FlowLog", .aws, .regional,
            [
                .register(
                    "ResourceId", .string, refersTo: "AWS::EC2::VPC", "AWS::EC2::Subnet",
                    "AWS::EC2::NetworkInterface"),
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
                .register("VpcId", .string, refersTo: "AWS::EC2::VPC"),
                .register("SubnetId", .string, refersTo: "AWS::EC2::Subnet"),
                // The profile's name.
                .register("IamInstanceProfile", .string, refersTo: "AWS::IAM::InstanceProfile"),
                .register("MetadataOptions", metadataOptions),
                .set("SecurityGroupIds", of: .string, refersTo: "AWS::EC2::SecurityGroup"),
                .set("Tags", of: tag),
            ]),
        KindSchema(
            "AWS::EC2::NetworkInterface", .aws, .regional,
            [
                .register("VpcId", .string, refersTo: "AWS::EC2::VPC"),
                .register("SubnetId", .string, refersTo: "AWS::EC2::Subnet"),
                .set("GroupSet", of: .string, refersTo: "AWS::EC2::SecurityGroup"),
                .set("Tags", of: tag),
            ]),
        KindSchema(
            "AWS::EC2::NetworkInterfaceAttachment", .aws, .regional,
            [
                .register("NetworkInterfaceId", .string, refersTo: "AWS::EC2::NetworkInterface"),
                .register("InstanceId", .string, refersTo: "AWS::EC2::Instance"),
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
            "AWS::EC2::SecurityGroup", .aws, .regional, livesIn: "VpcId",
            firstborn: ("GroupName", FlatValue("default")),
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
