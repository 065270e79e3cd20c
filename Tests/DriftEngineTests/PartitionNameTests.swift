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
}
