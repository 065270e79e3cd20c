extension KindCatalog {
    /// The kinds of AWS, named and spelled as in the CloudFormation registry.
    static let awsKinds: [KindSchema] = [
        accessAnalyzerKinds,
        accountKinds,
        iamKinds,
        organizationsKinds,
        remainingKinds,
        ssoKinds,
    ].flatMap(\.self)

    /// A tag, whose key is its id.
    static let tag = ValueType.object(["Key": .string, "Value": .string])

    /// The settings of S3's public access block, on a bucket or an account.
    static let publicAccessBlock = ValueType.object([
        "BlockPublicAcls": .bool, "BlockPublicPolicy": .bool, "IgnorePublicAcls": .bool,
        "RestrictPublicBuckets": .bool,
    ])

    private static let remainingKinds: [KindSchema] = [
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
        KindSchema(
            "AWS::S3::Bucket", .aws, .global,
            [
                .register("Region", .string),
                .register("PublicAccessBlockConfiguration", publicAccessBlock),
                .register("Policy", .any),
                .register("VersioningConfiguration", .object(["Status": .string, "MfaDelete": .string])),
                .register(
                    "LoggingConfiguration",
                    .object(["DestinationBucketName": .string, "LogFilePrefix": .string]),
                    refersTo: .kind("AWS::S3::Bucket", at: "DestinationBucketName")),
                .register(
                    "BucketEncryption",
                    .object([
                        "ServerSideEncryptionConfiguration": .list(
                            .object([
                                "SSEAlgorithm": .string, "KMSMasterKeyID": .string, "BucketKeyEnabled": .bool,
                            ]))
                    ])),
                .set("Tags", of: tag),
            ]),
        KindSchema(
            "AWS::CloudTrail::Trail", .aws, .regional,
            [
                .register("TrailName", .string),
                .register("S3BucketName", .string, refersTo: "AWS::S3::Bucket"),
                .register("IsLogging", .bool),
                .register("IsMultiRegionTrail", .bool),
                .register("IncludeGlobalServiceEvents", .bool),
                .register("EnableLogFileValidation", .bool),
                .register("KMSKeyId", .string, refersTo: "AWS::KMS::Key"),
                .register("CloudWatchLogsLogGroupArn", .string),
                .register("IsOrganizationTrail", .bool),
                .register("EventSelectors", .list(.any)),
                .register("AdvancedEventSelectors", .list(.any)),
                .set("Tags", of: tag),
            ]),
        KindSchema(
            "AWS::KMS::Key", .aws, .regional,
            [
                .register("Enabled", .bool),
                .register("EnableKeyRotation", .bool),
                .register("KeySpec", .string),
                .register("KeyUsage", .string),
                .register("KeyManager", .string),
                .register("Origin", .string),
                .register("KeyState", .string),
                .register("MultiRegion", .bool),
                .set("Tags", of: tag),
            ]),
    ]

    /// One permission towards one source, as CloudFormation writes it; the description is no part of a rule's
    /// identity.
    private static let securityGroupRule = ValueType.object([
        "IpProtocol": .string, "FromPort": .int, "ToPort": .int, "CidrIp": .string, "CidrIpv6": .string,
        "SourcePrefixListId": .string, "SourceSecurityGroupId": .string,
        "SourceSecurityGroupOwnerId": .string,
        "DestinationPrefixListId": .string, "DestinationSecurityGroupId": .string,
    ])
}
