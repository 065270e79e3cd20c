extension KindCatalog {
    /// S3.
    static let s3Kinds: [KindSchema] = [
        KindSchema(
            "AWS::S3::Bucket", .aws, .global,
            shares: [
                "PublicAccessBlockConfiguration", "Policy", "AccessControlList", "ObjectOwnership",
                "LoggingConfiguration",
            ],
            [
                .register("Region", .string),
                .register("PublicAccessBlockConfiguration", publicAccessBlock),
                .register("Policy", .any),
                // Groups of everyone by URI, others by their ids.
                .register("AccessControlList", .list(.object(["Grantee": .string, "Permission": .string]))),
                // BucketOwnerEnforced switches access control lists off.
                .register("ObjectOwnership", .string),
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
            ])
    ]
}
