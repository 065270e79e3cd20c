import JSONTokens

/// What the tests ask of one record.
struct Record {
    let id: String
    let service: String
    let name: String
    let time: String
    let isReadOnly: Bool
    let errorCode: String?
    let hasResponse: Bool
    let value: FlatValue

    init(_ line: [UInt8]) {
        value = (try? FlatValue(json: line)) ?? .null
        let view = value.view
        id = view.member("eventID")?.string ?? ""
        service = view.member("eventSource")?.string ?? ""
        name = view.member("eventName")?.string ?? ""
        time = view.member("eventTime")?.string ?? ""
        isReadOnly = view.member("readOnly")?.bool ?? false
        errorCode = view.member("errorCode")?.string
        hasResponse = view.member("responseElements")?.isNull == false
    }
}

/// FNV-1a over lines, to pin bytes.
enum Digest {
    static func of(_ lines: [[UInt8]]) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for line in lines {
            for byte in line { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
            hash = (hash ^ 10) &* 0x0000_0100_0000_01b3
        }
        return hash
    }
}

/// The event names of governed kinds.
enum Governed {
    static let names: Set<String> = [
        "CreateSecurityGroup", "AuthorizeSecurityGroupIngress", "AuthorizeSecurityGroupEgress",
        "RevokeSecurityGroupIngress", "RevokeSecurityGroupEgress", "ModifySecurityGroupRules",
        "DeleteSecurityGroup", "CreateBucket", "DeleteBucket", "PutBucketPublicAccessBlock",
        "DeleteBucketPublicAccessBlock", "PutAccountPublicAccessBlock", "PutBucketPolicy",
        "DeleteBucketPolicy", "PutBucketVersioning", "PutBucketLogging", "PutBucketEncryption",
        "DeleteBucketEncryption", "PutBucketTagging", "CreateTrail", "UpdateTrail", "StartLogging",
        "StopLogging", "DeleteTrail", "CreateKey", "EnableKeyRotation", "DisableKeyRotation",
        "ScheduleKeyDeletion", "CancelKeyDeletion", "DisableKey", "EnableKey",
        "UpdateAccountPasswordPolicy", "DeleteAccountPasswordPolicy", "EnableEbsEncryptionByDefault",
        "DisableEbsEncryptionByDefault",
    ]

    static func contains(_ service: String, _ name: String) -> Bool { names.contains(name) }
}
