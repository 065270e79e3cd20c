extension KindCatalog {
    /// The kinds of AWS, named and spelled as in the CloudFormation registry.
    static let awsKinds: [KindSchema] =
        accessAnalyzerKinds
        + accountKinds
        + cloudTrailKinds
        + cloudWatchKinds
        + configKinds
        + ec2Kinds
        + frontEndKinds
        + iamKinds
        + kmsKinds
        + logsKinds
        + macieKinds
        + organizationsKinds
        + rdsKinds
        + s3Kinds
        + securityHubKinds
        + snsKinds
        + ssoKinds
        + vpcKinds
        + workloadKinds

    /// A tag, or any other pair of a key and a value.
    static let tag = ValueType.object(["Key": .string, "Value": .string])

    /// The settings of S3's public access block, on a bucket or an account.
    static let publicAccessBlock = ValueType.object([
        "BlockPublicAcls": .bool, "BlockPublicPolicy": .bool, "IgnorePublicAcls": .bool,
        "RestrictPublicBuckets": .bool,
    ])
}
