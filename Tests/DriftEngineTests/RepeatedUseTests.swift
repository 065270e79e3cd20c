import CloudModel
import Testing

@testable import DriftEngine

/// What is written again and again is told once.
@Suite struct RepeatedUseTests {
    private static func rootCall(at seconds: Int) -> String {
        Records.event("iam", "CreateGroup", at: seconds, request: #"{"groupName":"g-\#(seconds)"}"#)
            .replacing(
                #""type":"IAMUser","arn":"arn:aws:iam::111122223333:user/ida","#,
                with: #""type":"Root","arn":"arn:aws:iam::111122223333:root","#)
    }

    private static func told(_ fixture: EngineFixture) -> [FindingRecord] {
        fixture.findings.filter { $0.control.id == "aws.iam.root-not-used-for-daily-tasks" }
    }

    @Test func `a busy root user is told of once an hour`() {
        var fixture = EngineFixture()
        // 1,770,000,000 is 40 minutes after the full hour.
        for minute in 0..<80 { fixture.take(Self.rootCall(at: minute * 60)) }
        #expect(Self.told(fixture).map(\.activity) == [.create, .update])
        #expect(Self.told(fixture).first?.cause?.actor?.type == "Root")
        #expect(fixture.verdicts == fixture.verdictsFromScratch)
    }

    @Test func `uses of one hour are told once, whatever their order`() {
        var fixture = EngineFixture()
        for seconds in [600, 660, 0] { fixture.take(Self.rootCall(at: seconds)) }
        #expect(Self.told(fixture).count == 1)
        #expect(fixture.verdicts == fixture.verdictsFromScratch)
    }

    @Test func `a rule more on an open group is news, the same rule again is not`() {
        var fixture = EngineFixture()
        fixture.take(Records.inventory(at: 0))
        fixture.take(Records.open(at: 100))
        fixture.take(Records.open(at: 200))
        let control = "aws.ec2.sg-no-ipv4-public-admin-ports"
        #expect(fixture.findings.filter { $0.control.id == control }.count == 1)
        fixture.take(
            Records.event(
                "ec2", "AuthorizeSecurityGroupIngress", at: 300,
                request: Records.rule("0.0.0.0/0", port: 3389)))
        #expect(fixture.findings.filter { $0.control.id == control }.map(\.activity) == [.create, .update])
    }

    private static func keyUse(at seconds: Int) -> String {
        Records.event("sts", "GetCallerIdentity", at: seconds, request: "null")
            .replacing(#""userName":"ida""#, with: #""userName":"ida","accessKeyId":"AKIAIOSFODNN7EXAMPLE""#)
            .replacing(#""readOnly":false"#, with: #""readOnly":true"#)
    }

    private static func user(properties: String) -> String {
        let time = Timestamp(seconds: 1_770_000_000).rfc3339
        return
            #"{"inventory_id":"i","account":"aws:111122223333","region":"","kind":"AWS::IAM::User","id":"ida","#
            + #""observed_at":"\#(time)","properties":{\#(properties)}}"#
    }

    @Test func `a use is not evaluated where the last evaluation did not come to look at uses`() {
        var fixture = EngineFixture()
        fixture.take(Self.keyUse(at: 0))
        let report = fixture.take(Self.keyUse(at: 7200))
        #expect(report.changedResources == 2)
        #expect(report.evaluations == 0)
        #expect(fixture.verdicts == fixture.verdictsFromScratch)
    }

    @Test func `a use is evaluated where it counts`() {
        var fixture = EngineFixture()
        fixture.take(
            Self.user(
                properties:
                    #""PasswordEnabled":false,"CreateDate":"2024-01-01T00:00:00Z","AccessKeyLastUsedDate":null,"#
                    + #""ReportedAccessKeys":[{"Active":true,"LastRotated":"2024-01-01T00:00:00Z","LastUsedDate":"2024-02-01T00:00:00Z"}]"#
            ))
        let before = fixture.verdicts.filter { $0.contains("iam-unused-credentials-45") }
        #expect(fixture.take(Self.keyUse(at: 7200)).evaluations > 0)
        #expect(fixture.verdicts.filter { $0.contains("iam-unused-credentials-45") } != before)
        #expect(fixture.take(Self.keyUse(at: 14400)).evaluations > 0)
        #expect(fixture.verdicts == fixture.verdictsFromScratch)
    }
}
