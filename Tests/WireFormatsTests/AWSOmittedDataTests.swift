import CloudModel
import Testing

@testable import WireFormats

/// Records of which CloudTrail left parts out.
@Suite struct AWSOmittedDataTests {
    private static let omitted =
        #"{"omitted":true,"originalSize":156000,"reason":"requestParameters too large"}"#
    private static let account = "aws:111122223333"

    private static func unnamed(_ kind: String, region: String = "eu-west-1") -> [String] {
        ["create", "delete"].map { "\($0) \(kind) \(account) \(region) *" }
    }

    static let cases: [AWSCase] = [
        AWSCase(
            "a request that was left out names no resource: one of the kind was touched",
            cloudTrailRecord("ec2", "AuthorizeSecurityGroupIngress", request: omitted),
            ["blind"] + unnamed("AWS::EC2::SecurityGroup")),
        AWSCase(
            "the stand-in of a kind that is in no region is in none",
            cloudTrailRecord("iam", "PutRolePolicy", request: omitted),
            ["blind"] + unnamed("AWS::IAM::Role", region: "-")
        ),
        AWSCase(
            "an answer that was left out names nothing that came",
            cloudTrailRecord("ec2", "CreateSecurityGroup", request: #"{"groupName":"a"}"#, response: omitted),
            ["blind"] + unnamed("AWS::EC2::SecurityGroup")),
        AWSCase(
            "what comes with a creation may have come too",
            cloudTrailRecord("ec2", "CreateVpc", request: omitted),
            ["blind"] + unnamed("AWS::EC2::VPC") + unnamed("AWS::EC2::SecurityGroup")
                + unnamed("AWS::EC2::NetworkAcl") + unnamed("AWS::EC2::RouteTable")),
        AWSCase(
            "a masked request names nothing",
            cloudTrailRecord(
                "ec2", "RevokeSecurityGroupIngress", request: #""HIDDEN_DUE_TO_SECURITY_REASONS""#),
            ["blind"] + unnamed("AWS::EC2::SecurityGroup")),
        AWSCase(
            "tags of no governed resource may be those of one",
            cloudTrailRecord("rds", "AddTagsToResource", request: omitted),
            ["blind"] + unnamed("AWS::RDS::DBCluster") + unnamed("AWS::RDS::DBInstance")
                + unnamed("AWS::RDS::DBSubnetGroup")),
        AWSCase(
            "a resource that the record lists is known, what was written to it is not",
            cloudTrailRecord(
                "s3", "PutBucketPolicy", request: omitted,
                extra:
                    #""resources":[{"type":"AWS::S3::Bucket","ARN":"arn:aws:s3:::b1","accountId":"111122223333"}],"#
            ),
            ["modify AWS::S3::Bucket \(account) - b1", "Policy = ?"]),
        AWSCase(
            "nor are the defaults of what was created",
            cloudTrailRecord(
                "s3", "CreateBucket", request: omitted,
                extra:
                    #""resources":[{"type":"AWS::S3::Bucket","ARN":"arn:aws:s3:::b1","accountId":"111122223333"}],"#
            ),
            [
                "create AWS::S3::Bucket \(account) - b1", "Region = ?", "PublicAccessBlockConfiguration = ?",
                "Policy = ?", "AccessControlList = ?", "ObjectOwnership = ?",
                "VersioningConfiguration = ?",
                "LoggingConfiguration = ?", "BucketEncryption = ?", "Tags = ?",
            ]),
        AWSCase(
            "a call that says all and did nothing touches nothing",
            cloudTrailRecord(
                "ec2", "DeleteFlowLogs", request: #"{"DeleteFlowLogsRequest":{"FlowLogId":"fl-1"}}"#,
                response: #"{"DeleteFlowLogsResponse":{"unsuccessful":{"item":{"resourceId":"fl-1"}}}}"#),
            ["irrelevant no-governed-property"]),
        AWSCase(
            "a parameter that is called so is no note of CloudTrail's",
            cloudTrailRecord("ec2", "DeleteSecurityGroup", request: #"{"groupId":"sg-1","omitted":false}"#),
            ["delete AWS::EC2::SecurityGroup \(account) eu-west-1 sg-1"]),
    ]

    @Test(arguments: cases) func `what was left out is not taken for nothing`(_ example: AWSCase) {
        #expect(decoded(example.record) == example.expected)
    }
}
