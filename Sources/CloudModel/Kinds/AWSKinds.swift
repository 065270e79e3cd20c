extension KindCatalog {
    /// The kinds of AWS, named and spelled as in the CloudFormation registry.
    static let awsKinds: [KindSchema] =
        accountKinds
        + cloudTrailKinds
        + cloudWatchKinds
        + configKinds
        + ec2Kinds
        + frontEndKinds
        + kmsKinds
        + logsKinds
        + macieKinds
        + rdsKinds
        + s3Kinds
        + securityHubKinds
        + snsKinds
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
            ])
    ]

    /// A tag, or any other pair of a key and a value.
    static let tag = ValueType.object(["Key": .string, "Value": .string])

    /// The settings of S3's public access block, on a bucket or an account.
    static let publicAccessBlock = ValueType.object([
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
