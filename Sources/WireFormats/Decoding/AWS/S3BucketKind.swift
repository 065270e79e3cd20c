import CloudModel
internal import JSONTokens

/// The schema of buckets, as the decoders write it.
enum S3BucketKind {
    static let kind = KindCatalog.kind("AWS::S3::Bucket")
    static let region = kind.property("Region")
    static let publicAccessBlock = kind.property("PublicAccessBlockConfiguration")
    static let policy = kind.property("Policy")
    static let versioning = kind.property("VersioningConfiguration")
    static let logging = kind.property("LoggingConfiguration")
    static let encryption = kind.property("BucketEncryption")
    static let grants = kind.property("AccessControlList")
    static let ownership = kind.property("ObjectOwnership")
    static let tags = kind.property("Tags")

    /// Since when S3 encrypts every new object: 2023-01-05.
    static let encryptedByDefaultSince = Timestamp(seconds: 1_672_876_800)
    /// Since when new buckets block public access and have no access control list in force, in every region: 2023-04-28.
    static let blockedByDefaultSince = Timestamp(seconds: 1_682_640_000)
}

/// The one form of each S3 configuration, whoever wrote it: S3's XML in events, CloudFormation, AWS Config.
enum S3Values {
    private static let blockFlags: [(name: String, key: StaticString)] = [
        ("BlockPublicAcls", "BlockPublicAcls"), ("BlockPublicPolicy", "BlockPublicPolicy"),
        ("IgnorePublicAcls", "IgnorePublicAcls"), ("RestrictPublicBuckets", "RestrictPublicBuckets"),
    ]

    /// A public access block; an absent flag is off.
    static func publicAccessBlock(_ fields: Token?, _ shapes: AWSShapes) -> FlatValue {
        FlatValue(
            map: blockFlags.map { flag in
                (flag.name, FlatValue(shapes.bool(shapes.member(fields, flag.key)) ?? false))
            })
    }

    /// A public access block with every flag on.
    static let allBlocked = FlatValue(map: blockFlags.map { ($0.name, FlatValue(true)) })

    /// A versioning state; null where versioning was never switched on.
    static func versioning(_ fields: Token?, _ shapes: AWSShapes) -> FlatValue {
        guard let status = shapes.text(shapes.member(fields, "status")), status != "Off" else { return .null }
        let flag = shapes.member(fields, "mfaDelete", or: "isMfaDeleteEnabled")
        let isEnabled = shapes.bool(flag) ?? (shapes.text(flag) == "Enabled")
        return FlatValue(map: [
            ("Status", FlatValue(status)), ("MfaDelete", FlatValue(isEnabled ? "Enabled" : "Disabled")),
        ])
    }

    /// A logging target; null where there is none.
    static func logging(_ fields: Token?, _ shapes: AWSShapes) -> FlatValue {
        let target = shapes.member(fields, "loggingEnabled") ?? fields
        let bucket = shapes.member(target, "targetBucket", or: "destinationBucketName")
        guard let bucket = shapes.text(bucket) else { return .null }
        var members = [("DestinationBucketName", FlatValue(bucket))]
        let prefix = shapes.member(target, "targetPrefix", or: "logFilePrefix")
        if let prefix = shapes.text(prefix) { members.append(("LogFilePrefix", FlatValue(prefix))) }
        return FlatValue(map: members)
    }

    /// Encryption rules, flattened to what the schema names; null where there are none.
    static func encryption(_ fields: Token?, _ shapes: AWSShapes) -> FlatValue {
        let inner = shapes.member(fields, "serverSideEncryptionConfiguration") ?? fields
        let list = shapes.member(inner, "rules", or: "rule") ?? inner
        let rules = shapes.items(list).compactMap { encryptionRule($0, shapes) }
        if rules.isEmpty { return .null }
        return FlatValue(map: [("ServerSideEncryptionConfiguration", FlatValue(list: rules))])
    }

    /// Who owns objects where no ownership controls say it.
    static let ownershipOfOld = "ObjectWriter"

    /// What every bucket has that names nothing else.
    static let encryptedByS3 = FlatValue(map: [
        (
            "ServerSideEncryptionConfiguration",
            FlatValue(list: [
                FlatValue(map: [
                    ("SSEAlgorithm", FlatValue("AES256")), ("BucketKeyEnabled", FlatValue(false)),
                ])
            ])
        )
    ])

    private static func encryptionRule(_ rule: Token, _ shapes: AWSShapes) -> FlatValue? {
        let nested: [StaticString] = ["applyServerSideEncryptionByDefault", "serverSideEncryptionByDefault"]
        let fields = shapes.member(rule, anyOf: nested) ?? rule
        guard let algorithm = shapes.text(shapes.member(fields, "sseAlgorithm")) else { return nil }
        var members = [
            ("SSEAlgorithm", FlatValue(algorithm)),
            ("BucketKeyEnabled", FlatValue(shapes.bool(shapes.member(rule, "bucketKeyEnabled")) ?? false)),
        ]
        if let key = shapes.text(shapes.member(fields, "kmsMasterKeyID")) {
            members.append(("KMSMasterKeyID", FlatValue(key)))
        }
        return FlatValue(map: members)
    }
}
