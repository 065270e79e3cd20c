import JSONTokens
import Testing

@Suite struct InventoryConfigTests {
    static func item(
        _ type: String, _ id: String, status: String = "OK", configuration: String = "null",
        supplement: String = "{}", tags: String = "{}"
    ) -> String {
        """
        {"configurationItemCaptureTime":"2024-05-06T07:08:09.123Z","configurationStateId":17,\
        "configurationItemStatus":"\(status)","awsAccountId":"111122223333","awsRegion":"eu-west-1",\
        "resourceType":"\(type)","resourceId":"\(id)","configuration":\(configuration),\
        "supplementaryConfiguration":\(supplement),"tags":\(tags)}
        """
    }

    static let group = item(
        "AWS::EC2::SecurityGroup", "sg-1",
        configuration: #"""
            {"groupName":"web","groupId":"sg-1","vpcId":"vpc-1","ipPermissions":[{"ipProtocol":"tcp","fromPort":22,
            "toPort":22,"ipRanges":["0.0.0.0/0"],"ipv4Ranges":[{"cidrIp":"0.0.0.0/0"}],"userIdGroupPairs":[]}],
            "ipPermissionsEgress":[]}
            """#)
    static let groupLines = [
        "modify \(AWSSecurityGroupTests.group)", #"GroupName = "web""#, #"VpcId = "vpc-1""#,
        "SecurityGroupIngress = [\(AWSSecurityGroupTests.ssh)]", "SecurityGroupEgress = []", "Tags = []",
    ]
    static let bucket = item(
        "AWS::S3::Bucket", "b1", configuration: #""{\"name\":\"b1\"}""#,
        supplement: #"""
            {"BucketLoggingConfiguration":"{\"destinationBucketName\":\"l\",\"logFilePrefix\":null}",
            "BucketPolicy":{"policyText":"{\"Version\":\"1\"}"},
            "BucketVersioningConfiguration":"\"{\\\"status\\\":\\\"Enabled\\\",\\\"isMfaDeleteEnabled\\\":true}\"",
            "ServerSideEncryptionConfiguration":{"rules":[{"applyServerSideEncryptionByDefault":{"sseAlgorithm":"AES256",
            "kmsMasterKeyID":null},"bucketKeyEnabled":false}]},
            "PublicAccessBlockConfiguration":{"blockPublicAcls":true,"ignorePublicAcls":true,"blockPublicPolicy":true,
            "restrictPublicBuckets":true}}
            """#, tags: #"{"a":"b"}"#)
    static let bucketLines = [
        "modify \(AWSServiceTests.bucket)", #"Region = "eu-west-1""#,
        "PublicAccessBlockConfiguration = \(AWSServiceTests.closed)",
        #"VersioningConfiguration = {"MfaDelete":"Enabled","Status":"Enabled"}"#,
        #"LoggingConfiguration = {"DestinationBucketName":"l"}"#, "BucketEncryption = \(AWSServiceTests.aes)",
        #"Policy = {"Version":"1"}"#, ##"Tags = [#a {"Key":"a","Value":"b"}]"##,
    ]

    static let cases: [AWSCase] = [
        AWSCase("a group", group, groupLines),
        AWSCase("a bucket with text in text", bucket, bucketLines),
        AWSCase(
            "a snapshot", "{\"fileVersion\":\"1.0\",\"configurationItems\":[\(group),\(bucket)]}",
            groupLines + bucketLines),
        AWSCase(
            "a change notification over SNS",
            "{\"Type\":\"Notification\",\"Message\":"
                + EnvelopeTests.quoted(
                    "{\"messageType\":\"ConfigurationItemChangeNotification\",\"configurationItem\":\(group)}"
                ) + "}",
            groupLines),
        AWSCase(
            "a change notification over EventBridge",
            "{\"detail-type\":\"Config Configuration Item Change\",\"detail\":{\"configurationItem\":\(group)}}",
            groupLines),
        AWSCase(
            "a deleted resource", item("AWS::EC2::SecurityGroup", "sg-1", status: "ResourceDeleted"),
            ["delete \(AWSSecurityGroupTests.group)"]),
        AWSCase(
            "a key",
            item(
                "AWS::KMS::Key", "k-1",
                configuration:
                    #"{"enabled":true,"keyState":"Enabled","keyManager":"CUSTOMER","multiRegion":false}"#,
                supplement: #"{"KeyRotationStatus":true}"#),
            [
                "modify \(AWSServiceTests.key)", #"KeyManager = "CUSTOMER""#, #"KeyState = "Enabled""#,
                "Enabled = true", "MultiRegion = false", "EnableKeyRotation = true", "Tags = []",
            ]),
        AWSCase(
            "a trail",
            item(
                "AWS::CloudTrail::Trail", "t1",
                configuration: #"{"name":"t1","isMultiRegionTrail":true,"logFileValidationEnabled":false}"#),
            [
                "modify \(AWSServiceTests.trail)", #"TrailName = "t1""#, "IsMultiRegionTrail = true",
                "EnableLogFileValidation = false", "Tags = []",
            ]),
        AWSCase(
            "the account's block",
            item(
                "AWS::S3::AccountPublicAccessBlock", "111122223333",
                configuration: #"{"blockPublicAcls":false}"#),
            ["modify \(AWSServiceTests.account)", "PublicAccessBlockConfiguration = \(AWSServiceTests.open)"]),
        AWSCase(
            "the account's block gone",
            item("AWS::S3::AccountPublicAccessBlock", "111122223333", status: "ResourceDeleted"),
            ["modify \(AWSServiceTests.account)", "PublicAccessBlockConfiguration = null"]),
        AWSCase("another kind", item("AWS::Glue::Job", "x"), ["ignored config:AWS::Glue::Job"]),
        AWSCase(
            "an item too large to send",
            #"""
            {"messageType":"OversizedConfigurationItemChangeNotification","configurationItemSummary":{
            "changeType":"UPDATE","configurationItemCaptureTime":"2024-05-06T07:08:09Z","awsAccountId":"111122223333",
            "resourceType":"AWS::EC2::SecurityGroup","resourceId":"sg-1","awsRegion":"eu-west-1"}}
            """#, ["touch \(AWSSecurityGroupTests.group)"]),
        AWSCase(
            "a scheduled notification", #"{"messageType":"ScheduledNotification"}"#,
            ["ignored config:ScheduledNotification"]),
    ]

    @Test(arguments: cases) func `a Config item decodes to an observation`(_ example: AWSCase) {
        #expect(decoded(example.record) == example.expected)
    }
}
