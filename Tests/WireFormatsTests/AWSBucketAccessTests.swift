import Testing

/// Access control lists and object ownership of buckets, and key policies.
@Suite struct AWSBucketAccessTests {
    static let bucket = AWSServiceTests.bucket
    static let everyone = "http://acs.amazonaws.com/groups/global/AllUsers"

    private static func grant(_ group: String, _ permission: String) -> String {
        #"{"Grantee":"\#(group)","Permission":"\#(permission)"}"#
    }

    static let cases: [AWSCase] = [
        AWSCase(
            "a canned list",
            AWSServiceTests.s3("PutBucketAcl", #","acl":"","x-amz-acl":["public-read-write"]"#),
            [
                "modify \(bucket)",
                "AccessControlList = [\(grant(everyone, "READ")),\(grant(everyone, "WRITE"))]",
            ]),
        AWSCase(
            "a list that opens nothing", AWSServiceTests.s3("PutBucketAcl", #","x-amz-acl":"private""#),
            ["modify \(bucket)", "AccessControlList = []"]),
        AWSCase(
            "a canned list of a name to come", AWSServiceTests.s3("PutBucketAcl", #","x-amz-acl":"magic""#),
            ["modify \(bucket)", "AccessControlList = ?"]),
        AWSCase(
            "a list in the body, one grant being an object",
            AWSServiceTests.s3(
                "PutBucketAcl",
                #"""
                ,"AccessControlPolicy":{"Owner":{"ID":"o"},"AccessControlList":{"Grant":
                {"Grantee":{"xsi:type":"Group","URI":"\#(everyone)"},"Permission":"READ_ACP"}}}
                """#), ["modify \(bucket)", "AccessControlList = [\(grant(everyone, "READ_ACP"))]"]),
        AWSCase(
            "a list in the body, the owner's grant left out",
            AWSServiceTests.s3(
                "PutBucketAcl",
                #"""
                ,"AccessControlPolicy":{"AccessControlList":{"Grant":[
                {"Grantee":{"xsi:type":"CanonicalUser","ID":"o"},"Permission":"FULL_CONTROL"},
                {"Grantee":{"URI":"\#(everyone)"},"Permission":"READ"}]}}
                """#), ["modify \(bucket)", "AccessControlList = [\(grant(everyone, "READ"))]"]),
        AWSCase(
            "grants as headers",
            AWSServiceTests.s3(
                "PutBucketAcl",
                #","accessControlList":{"x-amz-grant-write-acp":"uri=\"\#(everyone)\", id=\"o\""}"#),
            ["modify \(bucket)", "AccessControlList = [\(grant(everyone, "WRITE_ACP"))]"]),
        AWSCase(
            "ownership",
            AWSServiceTests.s3(
                "PutBucketOwnershipControls",
                #","OwnershipControls":{"Rule":{"ObjectOwnership":"BucketOwnerPreferred"}}"#),
            ["modify \(bucket)", #"ObjectOwnership = "BucketOwnerPreferred""#]),
        AWSCase(
            "no ownership controls", AWSServiceTests.s3("DeleteBucketOwnershipControls", ""),
            ["modify \(bucket)", #"ObjectOwnership = "ObjectWriter""#]),
        AWSCase(
            "a key's policy",
            AWSServiceTests.kms(
                "PutKeyPolicy", #"{"keyId":"k-1","policyName":"default","policy":"{\"Version\":\"1\"}"}"#),
            ["modify \(AWSServiceTests.key)", #"KeyPolicy = {"Version":"1"}"#]),
        AWSCase(
            "a primary key moves",
            AWSServiceTests.kms("UpdatePrimaryRegion", #"{"keyId":"k-1","primaryRegion":"eu-central-1"}"#),
            ["modify \(AWSServiceTests.key)", "KeyState = ?", "Enabled = ?"]),
    ]

    @Test(arguments: cases) func `who may reach a bucket or a key is read from events`(_ example: AWSCase) {
        #expect(decoded(example.record) == example.expected)
    }
}
