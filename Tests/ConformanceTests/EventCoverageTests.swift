import Foundation
import JSONTokens
import Testing

/// The table of `plumbline controls events`, beside the published list of events that controls listen to.
@Suite(.enabled(if: EventCatalogue.text != nil, "the catalogue is not beside the package"))
struct EventCoverageTests {
    /// By `source:name`, the last parts of the ids of the controls that the event can flip.
    private func table() throws -> [String: Set<String>] {
        let result = try #require(Binary()).run(["controls", "events", "--json"])
        #expect(result.code == 0)
        var table: [String: Set<String>] = [:]
        for line in result.output.split(separator: "\n") {
            let event = try FlatValue(json: Array(line.utf8)).view
            let name = "\(event.member("source")?.string ?? ""):\(event.member("name")?.string ?? "")"
            var controls: [String] = []
            for change in event.member("changes")?.elements.map(\.value.view) ?? [] {
                controls += change.member("controls")?.elements.compactMap(\.value.view.string) ?? []
            }
            table[name] = Set(controls.compactMap { $0.split(separator: ".").last.map(String.init) })
        }
        return table
    }

    @Test func `lists what the catalogue's events can flip`() throws {
        let table = try table()
        var pairs = 0
        var listed = 0
        for line in try #require(EventCatalogue.text).split(whereSeparator: \.isNewline).dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard let controls = fields.last, fields[0].hasSuffix(".amazonaws.com") else { continue }
            for control in controls.split(separator: ";") {
                pairs += 1
                if table["\(fields[0]):\(fields[2])"]?.contains(String(control)) == true { listed += 1 }
            }
        }
        // The rest acts by way of what no event tells, such as the groups that come with a VPC.
        #expect(pairs > 800)
        #expect(listed >= 686, "\(listed) of \(pairs)")
    }

    /// Names that recommendations speak of and no fold reads; the reason is the command's.
    private static let withoutEffect = [
        "iam.amazonaws.com:DeletePolicyVersion": "default",
        "logs.amazonaws.com:UpdateDeliveryConfiguration": "form of the records",
        "macie2.amazonaws.com:CreateMember": "member accounts",
        "macie2.amazonaws.com:DisassociateMember": "member accounts",
        "macie2.amazonaws.com:UpdateMemberSession": "member accounts",
        "macie2.amazonaws.com:UpdateOrganizationConfiguration": "join later",
        "securityhub.amazonaws.com:CreateConfigurationPolicy": "until it is associated",
        "securityhub.amazonaws.com:CreateMembers": "member accounts",
        "securityhub.amazonaws.com:DeleteMembers": "member accounts",
        "securityhub.amazonaws.com:DisableSecurityHubV2": "another service",
        "securityhub.amazonaws.com:DisassociateMembers": "member accounts",
        "securityhub.amazonaws.com:EnableSecurityHubV2": "another service",
        "securityhub.amazonaws.com:UpdateOrganizationConfiguration": "join later",
    ]

    @Test func `has every event of the catalogue, with what it changes or why it changes nothing`() throws {
        let result = try #require(Binary()).run(["controls", "events", "--json"])
        var reasons: [String: String] = [:]
        for line in result.output.split(separator: "\n") {
            let event = try FlatValue(json: Array(line.utf8)).view
            let name = "\(event.member("source")?.string ?? ""):\(event.member("name")?.string ?? "")"
            let changes = event.member("changes")?.count ?? 0
            let reason = event.member("without_effect")?.string ?? ""
            #expect(changes == 0 || reason.isEmpty, "\(name)")
            reasons[name] = reason
        }
        var idle: Set<String> = []
        for line in try #require(EventCatalogue.text).split(whereSeparator: \.isNewline).dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard fields[0].hasSuffix(".amazonaws.com") else { continue }
            let name = "\(fields[0]):\(fields[2])"
            let reason = try #require(reasons[name], "\(name)")
            if !reason.isEmpty { idle.insert(name) }
        }
        #expect(idle == Set(Self.withoutEffect.keys))
        for (name, part) in Self.withoutEffect { #expect(reasons[name]?.contains(part) == true, "\(name)") }
    }

    @Test func `shows an event with its properties, and knows no other`() throws {
        let one = try #require(Binary()).run(["controls", "events", "PutBucketPolicy"])
        #expect(one.output.hasPrefix("s3.amazonaws.com:PutBucketPolicy\n  AWS::S3::Bucket.Policy: "))
        let none = try #require(Binary()).run(["controls", "events", "PutBucketPolicies"])
        #expect(none.code == 2 && none.error.contains("hint: plumbline controls events"))
    }
}

/// The list of events and the controls that they concern.
private enum EventCatalogue {
    static let text = try? String(
        contentsOfFile: PublishedSets.packageRoot + "/../shared/catalogue/cis-aws-events.csv", encoding: .utf8
    )
}
