import JSONTokens
import Simulation
import Testing

@Suite struct DemoStoryTests {
    static let story = DemoStory.make(seed: 1)
    static let records = story.awsEvents.map { Record($0) }
    static let changes = records.filter {
        Governed.contains($0.service, $0.name) && $0.errorCode == nil
    }

    @Test func `every line is JSON`() {
        let tape = TokenTape()
        let story = Self.story
        for line in story.baseline + story.awsEvents + story.azureEvents + story.gcpEvents {
            let failure = tape.parse(line.span)
            #expect(failure == nil, "\(String(decoding: line, as: UTF8.self))")
        }
    }

    @Test func `the same seed tells the same story`() {
        let again = DemoStory.make(seed: 1)
        #expect(again.awsEvents == Self.story.awsEvents)
        #expect(again.baseline == Self.story.baseline)
        #expect(DemoStory.make(seed: 2).awsEvents != Self.story.awsEvents)
    }

    @Test func `the governed changes are those of the story, with one copy and one late`() throws {
        #expect(
            Self.changes.map(\.name) == [
                "AuthorizeSecurityGroupIngress", "AuthorizeSecurityGroupIngress",
                "AuthorizeSecurityGroupIngress", "RevokeSecurityGroupIngress", "StopLogging",
                "PutBucketPublicAccessBlock", "PutBucketPolicy", "StartLogging", "DisableKeyRotation",
                "UpdateAccountPasswordPolicy", "DisableEbsEncryptionByDefault",
                "RevokeSecurityGroupIngress", "AuthorizeSecurityGroupIngress",
            ])
        try #require(Self.changes.count == 13)
        #expect(Self.changes[0].value == Self.changes[1].value)
        #expect(Self.changes[11].time > Self.changes[12].time)
    }

    @Test func `ida opens SSH on web-prod to everybody at 02:13`() throws {
        let opened = try #require(Self.changes.first)
        #expect(opened.time == "2026-03-02T02:13:07Z")
        #expect(opened.value.view.member("userIdentity")?.member("userName")?.string == "ida")
        let group = try #require(opened.value.view.member("requestParameters")?.member("groupId")?.string)
        let items = Self.story.baseline.compactMap { try? FlatValue(json: $0) }
        let found = items.first { $0.view.member("id")?.string == group }
        #expect(found?.view.member("properties")?.member("GroupName")?.string == "web-prod")
    }

    @Test func `the pipeline's session is named in the change of the payroll exports`() throws {
        let change = try #require(Self.changes.first { $0.name == "PutBucketPublicAccessBlock" })
        let arn = change.value.view.member("userIdentity")?.member("arn")?.string
        #expect(arn == "arn:aws:sts::333333333333:assumed-role/github-deploy/gha-payroll-release-4711")
        let request = change.value.view.member("requestParameters")
        #expect(request?.member("bucketName")?.string == "acme-payroll-exports")
    }

    @Test func `most records are noise`() {
        #expect(Self.records.count > 3000)
        #expect(Self.records.count { $0.isReadOnly } * 10 > Self.records.count * 8)
    }
}
