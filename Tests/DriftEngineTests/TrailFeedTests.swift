import CloudModel
import Testing

@testable import DriftEngine

/// A trail that looks alive and can deliver no more.
@Suite struct TrailFeedTests {
    static let control = "aws.cloudtrail.trail-feed-intact"
    static let trail = item(
        "AWS::CloudTrail::Trail", "main", region: "eu-west-1",
        #"{"TrailName":"main","IsLogging":true,"IsMultiRegionTrail":true,"EventSelectors":null,"#
            + #""AdvancedEventSelectors":null,"S3BucketName":"logs","KMSKeyId":null}"#)
    static let bucket = item(
        "AWS::S3::Bucket", "logs", region: "",
        #"{"Policy":{"Statement":[{"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"#
            + #""Action":"s3:PutObject","Resource":"arn:aws:s3:::logs/*"}]}}"#)
    static let deletion = Records.event(
        "s3", "DeleteBucket", at: 600, request: #"{"bucketName":"logs","Host":"s3"}"#)

    private static func item(_ kind: String, _ id: String, region: String, _ properties: String) -> String {
        #"{"inventory_id":"i","account":"aws:111122223333","region":"\#(region)","kind":"\#(kind)","id":"\#(id)","#
            + #""observed_at":"\#(Timestamp(seconds: 1_770_000_000).rfc3339)","properties":\#(properties)}"#
    }

    @Test func `a trail whose bucket is deleted is critical at once, and names who did it`() throws {
        var fixture = EngineFixture()
        for line in [Self.trail, Self.bucket, Self.deletion] { fixture.take(line) }
        let finding = try #require(fixture.findings.last { $0.control.id == Self.control })
        #expect(finding.status == .open && finding.control.severity == .critical && !finding.isBaseline)
        #expect(finding.cause?.eventID == "DeleteBucket-600")
        #expect(fixture.verdicts == fixture.verdictsFromScratch)
    }

    @Test(arguments: [[0, 1, 2], [0, 2, 1], [2, 0, 1], [2, 1, 0], [1, 2, 0], [1, 0, 2]])
    func `in whichever order that is learnt the verdict is the same`(order: [Int]) {
        let lines = [Self.trail, Self.bucket, Self.deletion]
        var fixture = EngineFixture()
        for place in order { fixture.take(lines[place]) }
        #expect(fixture.verdicts == fixture.verdictsFromScratch)
        #expect(verdict(fixture)?.contains("fail") == true)
    }

    @Test(arguments: [false, true])
    func `the deletion of a bucket that was never seen counts too`(isTrailFirst: Bool) {
        var fixture = EngineFixture()
        for line in isTrailFirst ? [Self.trail, Self.deletion] : [Self.deletion, Self.trail] {
            fixture.take(line)
        }
        #expect(fixture.verdicts == fixture.verdictsFromScratch)
        #expect(verdict(fixture)?.contains("fail") == true)
    }

    private func verdict(_ fixture: EngineFixture) -> String? {
        fixture.verdicts.first { $0.hasPrefix(Self.control + " ") }
    }
}
