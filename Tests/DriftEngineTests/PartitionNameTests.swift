import CloudModel
import Testing

@testable import DriftEngine

/// The partitions of China and of the United States' government: their ARNs, and a finding in each.
@Suite struct PartitionNameTests {
    private static func stop(_ partition: String, _ region: String) -> String {
        Records.event(
            "cloudtrail", "StopLogging", at: 600,
            request: #"{"name":"arn:\#(partition):cloudtrail:\#(region):111122223333:trail/t1"}"#
        ).replacing(#""awsRegion":"eu-west-1""#, with: #""awsRegion":"\#(region)""#)
    }

    @Test(arguments: [("aws", "us-east-1"), ("aws-us-gov", "us-gov-west-1"), ("aws-cn", "cn-north-1")])
    func `a stopped trail is a finding under the ARN of its partition`(partition: String, region: String)
        throws
    {
        var fixture = EngineFixture()
        fixture.take(Self.stop(partition, region))
        let finding = try #require(
            fixture.findings.last { $0.control.id == "aws.cloudtrail.cloudtrail-trail-logging" })
        #expect(finding.status == .open)
        #expect(
            finding.subject.fullName == "arn:\(partition):cloudtrail:\(region):111122223333:trail/t1")
    }

    @Test func `records whose source ends as China's do are read alike`() throws {
        var fixture = EngineFixture()
        fixture.take(
            Self.stop("aws-cn", "cn-north-1").replacing(
                "cloudtrail.amazonaws.com", with: "cloudtrail.amazonaws.com.cn"))
        #expect(fixture.findings.contains { $0.control.id == "aws.cloudtrail.cloudtrail-trail-logging" })
    }

    private static let partitions = [
        ("aws", "us-east-1"), ("aws-us-gov", "us-gov-west-1"), ("aws-cn", "cn-northwest-1"),
    ]

    private static func event(_ source: String, _ name: String, _ region: String, _ request: String) -> String
    {
        Records.event(source, name, at: 600, request: request)
            .replacing(#""awsRegion":"eu-west-1""#, with: #""awsRegion":"\#(region)""#)
    }

    private static func open(_ region: String) -> [String] {
        [
            event(
                "iam", "CreateRole", region,
                #"{"roleName":"door","assumeRolePolicyDocument":"{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\","#
                    + #"\"Action\":\"sts:AssumeRole\"}]}"}"#),
            event("s3", "DeleteAccountPublicAccessBlock", region, #"{"accountId":"111122223333"}"#),
            event("s3", "DeleteBucketPublicAccessBlock", region, #"{"bucketName":"open"}"#),
            event(
                "s3", "PutBucketPolicy", region,
                #"{"bucketName":"open","bucketPolicy":{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","#
                    + #""Resource":"arn:aws:s3:::open/*"}]}}"#),
        ]
    }

    @Test(arguments: partitions)
    func `what is in no region is a finding under the ARN of its account's partition`(
        partition: String, region: String
    ) throws {
        var fixture = EngineFixture()
        for record in Self.open(region) { fixture.take(record) }
        let names = Set(fixture.findings.filter { $0.status == .open }.map(\.resourceName))
        #expect(names == ["arn:\(partition):iam::111122223333:role/door", "arn:\(partition):s3:::open"])
        #expect(fixture.verdicts == fixture.verdictsFromScratch)
    }

    @Test(arguments: partitions)
    func `an item of Config tells the partition too`(partition: String, region: String) throws {
        var fixture = EngineFixture()
        fixture.take(
            #"{"version":"1.3","awsAccountId":"111122223333","configurationItemCaptureTime":"2026-02-01T00:00:00Z","#
                + #""configurationItemStatus":"OK","configurationStateId":"1","ARN":"arn:\#(partition):iam::111122223333:role/door","#
                + #""resourceType":"AWS::IAM::Role","resourceId":"AROA1","resourceName":"door","awsRegion":"global","#
                + #""tags":{},"supplementaryConfiguration":{},"configuration":{"roleName":"door","path":"/","assumeRolePolicyDocument":{"Statement":[{"Effect":"Allow","#
                + #""Principal":"*","Action":"sts:AssumeRole"}]}}}"#)
        let finding = try #require(fixture.findings.last)
        #expect(finding.resourceName == "arn:\(partition):iam::111122223333:role/door")
    }

    @Test(arguments: [("aws", "us-east-1", false), ("aws-us-gov", "us-gov-west-1", true)])
    func `what a partition does not have does not apply there, also after a restart`(
        partition: String, region: String, isOut: Bool
    ) throws {
        var fixture = EngineFixture()
        // The account is seen before anything tells its partition.
        fixture.take(
            #"{"account":"111122223333","region":"","kind":"AWS::IAM::Role","id":"r","observed_at":"2026-01-01T00:00:00Z","#
                + #""properties":{}}"#)
        let control = "aws.account.account-security-contact-registered"
        func isOutOfPlace(_ fixture: EngineFixture) -> Bool {
            fixture.verdicts.contains { $0.hasPrefix(control) && $0.contains("notApplicable") }
        }
        #expect(!isOutOfPlace(fixture))
        for record in Self.open(region) { fixture.take(record) }
        #expect(isOutOfPlace(fixture) == isOut)
        #expect(fixture.verdicts == fixture.verdictsFromScratch)
        let again = EngineFixture()
        for record in fixture.engine.drainState() { try again.engine.restore(record) }
        again.engine.finishRestoring()
        #expect(again.verdicts == fixture.verdicts)
    }
}
