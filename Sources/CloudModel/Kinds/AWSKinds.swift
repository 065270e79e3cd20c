extension KindCatalog {
    /// The kinds of AWS, named and spelled as in the CloudFormation registry.
    static let awsKinds: [KindSchema] =
        accessAnalyzerKinds
        + accountKinds
        + ec2Kinds
        + frontEndKinds
        + iamKinds
        + organizationsKinds
        + rdsKinds
        + remainingKinds
        + ssoKinds
        + vpcKinds
        + workloadKinds

    private static let remainingKinds: [KindSchema] = [
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

    /// The settings of S3's public access block, on a bucket or an account.
    static let publicAccessBlock = ValueType.object([
        "BlockPublicAcls": .bool, "BlockPublicPolicy": .bool, "IgnorePublicAcls": .bool,
        "RestrictPublicBuckets": .bool,
    ])
}
