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

    static let kept = "aws.feed.trail-kept"
    static let goodbye = Records.event(
        "cloudtrail", "DeleteTrail", at: 600, request: #"{"name":"main"}"#, id: "goodbye")

    private func kept(_ fixture: EngineFixture) -> [FindingRecord] {
        fixture.findings.filter { $0.control.id == Self.kept }
    }

    @Test func `a trail that is deleted is critical for a day, though nothing else is known of it`() throws {
        var fixture = EngineFixture()
        fixture.take(FeedTests.read(at: 0))
        #expect(kept(fixture).isEmpty)
        fixture.take(Self.goodbye)
        let finding = try #require(kept(fixture).last)
        #expect(finding.status == .open && finding.control.severity == .critical && !finding.isBaseline)
        #expect(finding.cause?.eventID == "goodbye")
        #expect(fixture.verdicts == fixture.verdictsFromScratch)
        fixture.engine.tick(FeedTests.instant(600 + 86_400), isAllRead: true, into: &fixture.effects)
        #expect(kept(fixture).last?.status == .open)
        fixture.engine.tick(FeedTests.instant(602 + 86_400), isAllRead: true, into: &fixture.effects)
        #expect(kept(fixture).last?.status == .resolved)
    }

    @Test(arguments: [[0, 1, 2], [0, 2, 1], [2, 0, 1], [2, 1, 0], [1, 2, 0], [1, 0, 2]])
    func `a deletion counts with whichever record the account is first heard`(order: [Int]) {
        let lines = [FeedTests.read(at: 0), Self.goodbye, FeedTests.read(at: 9_000)]
        var first = EngineFixture()
        for line in lines { first.take(line) }
        var fixture = EngineFixture()
        for place in order { fixture.take(lines[place]) }
        fixture.engine.catchUpFeeds(into: &fixture.effects)
        first.engine.catchUpFeeds(into: &first.effects)
        #expect(fixture.verdicts == first.verdicts)
        #expect(fixture.verdicts == fixture.verdictsFromScratch)
        #expect(kept(fixture).last?.status == .open)
    }

    private func verdict(_ fixture: EngineFixture) -> String? {
        fixture.verdicts.first { $0.hasPrefix(Self.control + " ") }
    }
}
