extension KindCatalog {
    /// The kinds of AWS, named and spelled as in the CloudFormation registry.
    static let awsKinds: [KindSchema] =
        accountKinds
        + ec2Kinds
        + frontEndKinds
        + rdsKinds
        + vpcKinds
        + workloadKinds

    private static let accountKinds: [KindSchema] = [
        // Facts about an account (no region) and about an account in a region.
        KindSchema(
            "AWS::::Account", .aws, .account,
            [
                .register("PasswordPolicy", passwordPolicy),
                .register("PublicAccessBlockConfiguration", publicAccessBlock),
                .register("EnabledRegions", .list(.string)),
                .register("EbsEncryptionByDefault", .bool),
                .register("InstanceMetadataDefaults", metadataOptions),
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

    /// A tag, or any other pair of a key and a value.
    static let tag = ValueType.object(["Key": .string, "Value": .string])

    private static let publicAccessBlock = ValueType.object([
        "BlockPublicAcls": .bool, "BlockPublicPolicy": .bool, "IgnorePublicAcls": .bool,
        "RestrictPublicBuckets": .bool,
    ])

    /// The fields of IAM's GetAccountPasswordPolicy; null for an account without a policy.
    private static let passwordPolicy = ValueType.object([
        "MinimumPasswordLength": .int, "PasswordReusePrevention": .int, "MaxPasswordAge": .int,
        "RequireSymbols": .bool, "RequireNumbers": .bool, "RequireUppercaseCharacters": .bool,
        "RequireLowercaseCharacters": .bool, "AllowUsersToChangePassword": .bool, "HardExpiry": .bool,
    ])
}
