import JSONTokens
import Testing

@Suite struct InventoryTests {
    static func record(
        _ kind: String, id: String, region: String = "eu-west-1", _ properties: String,
        account: String = "111122223333"
    ) -> String {
        """
        {"inventory_id":"inv-1","account":"\(account)","region":"\(region)","kind":"\(kind)","id":"\(id)",\
        "observed_at":"2024-05-06T07:08:09Z","properties":\(properties)}
        """
    }

    static let cases: [AWSCase] = [
        AWSCase(
            "a group's rules take the events' form",
            record(
                "AWS::EC2::SecurityGroup", id: "sg-1",
                #"""
                {"SecurityGroupIngress":[{"$id":"sgr-1","IpProtocol":"TCP","FromPort":22,"ToPort":22,
                "CidrIp":"1.2.3.4/0","Description":"x"},{"IpProtocol":"6","FromPort":22,"ToPort":22,"CidrIp":"0.0.0.0/0",
                "$id":"sgr-1"}],"VpcId":null,"Unknown":7,"Tags":[{"Key":"a","Value":"b"}]}
                """#),
            [
                "modify \(AWSSecurityGroupTests.group)", "VpcId = null",
                "SecurityGroupIngress = [#sgr-1 \(AWSSecurityGroupTests.ssh)]",
                ##"Tags = [#a {"Key":"a","Value":"b"}]"##,
            ]),
        AWSCase(
            "a bucket has no region in its id",
            record(
                "AWS::S3::Bucket", id: "arn:aws:s3:::b1",
                #"{"PublicAccessBlockConfiguration":{},"Policy":"{\"Version\":\"1\"}","VersioningConfiguration":{"Status":"Enabled"}}"#
            ),
            [
                "modify \(AWSServiceTests.bucket)",
                "PublicAccessBlockConfiguration = \(AWSServiceTests.open)",
                #"Policy = {"Version":"1"}"#,
                #"VersioningConfiguration = {"MfaDelete":"Disabled","Status":"Enabled"}"#,
            ]),
        AWSCase(
            "a trail by its ARN stands in its home region",
            record("AWS::CloudTrail::Trail", id: AWSServiceTests.trailARN, #"{"IsLogging":true}"#),
            ["modify \(AWSServiceTests.trailHome)", "IsLogging = true"]),
        AWSCase(
            "account facts",
            record("AWS::::Account", id: "111122223333", region: "", #"{"PasswordPolicy":null}"#),
            ["modify \(AWSServiceTests.account)", "PasswordPolicy = null"]),
        AWSCase(
            "an enabled region is a subject of its own",
            record(
                "AWS::::Account", id: "account", region: "",
                #"{"EnabledRegions":["us-east-1",{"RegionName":"eu-west-1"}]}"#),
            [
                "modify \(AWSServiceTests.account)", #"EnabledRegions = ["us-east-1" "eu-west-1"]"#,
                "modify AWS::::Account aws:111122223333 us-east-1 account",
                "modify AWS::::Account aws:111122223333 eu-west-1 account",
            ]),
        AWSCase(
            "a whole account key",
            record(
                "AWS::::Account", id: "account", #"{"EbsEncryptionByDefault":true}"#,
                account: "aws:111122223333"),
            ["modify AWS::::Account aws:111122223333 eu-west-1 account", "EbsEncryptionByDefault = true"]),
        AWSCase(
            "another cloud's kind by its schema",
            record(
                "Microsoft.Storage/storageAccounts", id: "/Subscriptions/S/X", region: "",
                #"{"allowBlobPublicAccess":false,"networkAcls":{"defaultAction":"Deny","other":1}}"#,
                account: "SUB"),
            [
                "modify Microsoft.Storage/storageAccounts azure:sub - /subscriptions/s/x",
                "allowBlobPublicAccess = false", #"networkAcls = {"defaultAction":"Deny"}"#,
            ]),
        AWSCase(
            "a wrong type is named", record("AWS::CloudTrail::Trail", id: "t1", #"{"IsLogging":[]}"#),
            ["malformed bad-value: properties.IsLogging"]),
        AWSCase(
            "an unreadable rule is named",
            record(
                "AWS::EC2::SecurityGroup", id: "sg-1", #"{"SecurityGroupIngress":[{"IpProtocol":"tcp"}]}"#),
            ["malformed bad-value: properties.SecurityGroupIngress"]),
        AWSCase(
            "no region", record("AWS::EC2::SecurityGroup", id: "sg-1", region: "", "{}"),
            ["malformed missing-field: region"]),
        AWSCase(
            "no properties", record("AWS::S3::Bucket", id: "b", "null"), ["malformed bad-value: properties"]),
        AWSCase("an unknown kind", record("AWS::X::Y", id: "b", "{}"), ["ignored inventory:AWS::X::Y"]),
        AWSCase(
            "an unreadable time",
            record("AWS::S3::Bucket", id: "b", "{}").replacing("2024-05", with: "2024-99"),
            ["malformed bad-time: observed_at"]),
        AWSCase(
            "a reading that found nothing",
            record("AWS::S3::Bucket", id: "b1", "{}").replacing(
                "\"properties\":{}", with: "\"deleted\":true"),
            ["delete \(AWSServiceTests.bucket)"]),
        AWSCase(
            "a member that is misspelt",
            record("AWS::S3::Bucket", id: "b1", "{}").replacing(
                "\"properties\":{}", with: "\"delete\":true,\"properties\":{}"),
            ["malformed unknown-field: delete"]),
        AWSCase(
            "a part's member that is misspelt",
            record("AWS::Logs::MetricFilter", id: "/aws/trail|f", #"{},"Deleted":true"#),
            ["malformed unknown-field: Deleted"]),
        AWSCase(
            "a member of an item in a closing document",
            #"{"inventory_id":"i","account":"1","kind":"AWS::S3::Bucket","started_at":"2024-05-06T07:00:00Z","items":3,"complete":true,"observed_at":"2024-05-06T07:00:00Z"}"#,
            ["malformed unknown-field: observed_at"]),
        AWSCase(
            "a closing document",
            #"""
            {"inventory_id":"inv-1","account":"111122223333","region":"eu-west-1","kind":"AWS::EC2::SecurityGroup",
            "started_at":"2024-05-06T07:00:00Z","items":3,"complete":true}
            """#, ["close AWS::EC2::SecurityGroup aws:111122223333 eu-west-1 inv-1 3"]),
        AWSCase(
            "a closing document of a scan that did not finish",
            #"{"inventory_id":"i","account":"1","kind":"AWS::S3::Bucket","started_at":"2024-05-06T07:00:00Z","items":3,"complete":false}"#,
            ["ignored inventory:incomplete"]),
        AWSCase(
            "a closing document of a regional kind without a region",
            #"{"inventory_id":"i","account":"1","kind":"AWS::KMS::Key","started_at":"2024-05-06T07:00:00Z","items":0,"complete":true}"#,
            ["malformed missing-field: region"]),
        AWSCase(
            "a closing document without a count",
            #"{"inventory_id":"i","account":"1","kind":"AWS::S3::Bucket","started_at":"2024-05-06T07:00:00Z","complete":true}"#,
            ["malformed missing-field: items"]),
        AWSCase(
            "a Cloud Control description",
            #"""
            {"TypeName":"AWS::S3::Bucket","account":"111122223333","observed_at":"2024-05-06T07:08:09Z",
            "ResourceDescription":{"Identifier":"b1","Properties":"{\"BucketEncryption\":{\"ServerSideEncryptionConfiguration\":[{\"ServerSideEncryptionByDefault\":{\"SSEAlgorithm\":\"AES256\"}}]},\"LoggingConfiguration\":{\"DestinationBucketName\":\"l\"}}"}}
            """#,
            [
                "modify \(AWSServiceTests.bucket)", #"LoggingConfiguration = {"DestinationBucketName":"l"}"#,
                "BucketEncryption = \(AWSServiceTests.aes)",
            ]),
        AWSCase(
            "a Cloud Control description without an owner",
            #"{"TypeName":"AWS::S3::Bucket","ResourceDescription":{"Identifier":"b1","Properties":"{}"}}"#,
            ["malformed missing-field: account; add account, region and observed_at beside TypeName"]),
    ]

    @Test(arguments: cases) func `an inventory record decodes to an observation`(_ example: AWSCase) {
        #expect(decoded(example.record) == example.expected)
    }
}
