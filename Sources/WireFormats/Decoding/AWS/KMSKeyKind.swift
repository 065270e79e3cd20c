import CloudModel
internal import JSONTokens

/// The schema of KMS keys, as the decoders write it.
enum KMSKeyKind {
    static let kind = KindCatalog.kind("AWS::KMS::Key")
    static let enabled = kind.property("Enabled")
    static let rotation = kind.property("EnableKeyRotation")
    static let state = kind.property("KeyState")
    static let manager = kind.property("KeyManager")
    static let multiRegion = kind.property("MultiRegion")
    static let policy = kind.property("KeyPolicy")
    static let tags = kind.property("Tags")

    /// Text registers with the spellings of their fields; the older name of a specification comes last.
    static let texts: [(property: PropertyID, fields: [StaticString], standard: String)] = [
        (kind.property("KeySpec"), ["keySpec", "customerMasterKeySpec"], "SYMMETRIC_DEFAULT"),
        (kind.property("KeyUsage"), ["keyUsage"], "ENCRYPT_DECRYPT"),
        (kind.property("Origin"), ["origin"], "AWS_KMS"),
        (manager, ["keyManager"], "CUSTOMER"),
    ]

    /// The policy of a key that is made without one: the account may do everything, and lets its own policies decide.
    static func standardPolicy(of account: String, in partition: String) -> FlatValue {
        let statement = FlatValue(map: [
            ("Sid", FlatValue("Enable IAM User Permissions")), ("Effect", FlatValue("Allow")),
            (
                "Principal",
                FlatValue(map: [("AWS", FlatValue("arn:\(partition):iam::\(account):root"))])
            ),
            ("Action", FlatValue("kms:*")), ("Resource", FlatValue("*")),
        ])
        return FlatValue(map: [
            ("Version", FlatValue("2012-10-17")), ("Id", FlatValue("key-default-1")),
            ("Statement", FlatValue(list: [statement])),
        ])
    }
}
