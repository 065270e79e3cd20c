import CloudModel
import Foundation
import JSONTokens
import Testing

@testable import DriftRuntime

@Suite struct `A baseline of another tool` {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func closings(_ texts: String...) throws -> [String] {
        var export = BaselineExport()
        let log = try FileLog([try scratch.write("x.json", texts.joined(separator: "\n"))])
        for file in log.files.paths { try log.read(file, into: &export) }
        return export.closings().map { String(decoding: $0, as: UTF8.self) }
    }

    private static func item(_ id: String, _ time: String, region: String = "eu-west-1") -> String {
        #"{"version":"1.3","accountId":"111122223333","configurationItemCaptureTime":"\#(time)","#
            + #""configurationItemStatus":"OK","configurationStateId":"1","resourceType":"AWS::EC2::SecurityGroup","#
            + #""resourceId":"\#(id)","awsRegion":"\#(region)","configuration":{"groupId":"\#(id)","groupName":"a","#
            + #""ipPermissions":[],"ipPermissionsEgress":[]}}"#
    }

    private static let items = [
        item("sg-1", "2026-03-01T10:00:05Z"), item("sg-2", "2026-03-01T10:00:00Z"),
        item("sg-3", "2026-03-01T11:00:00Z", region: "us-east-1"),
    ].joined(separator: ",")

    @Test func `closes the scopes of a Config snapshot at its oldest capture`() throws {
        let found = try closings(
            #"{"fileVersion":"1.0","configSnapshotId":"s1","configurationItems":[\#(Self.items)]}"#)
        let views = try found.map { try FlatValue(json: $0).view }
        #expect(views.map { $0.member("region")?.string } == ["eu-west-1", "us-east-1"])
        #expect(
            views.map { $0.member("started_at")?.string } == ["2026-03-01T10:00:00Z", "2026-03-01T11:00:00Z"])
        #expect(views.allSatisfy { $0.member("account")?.string == "aws:111122223333" })
    }

    @Test func `leaves the buckets of other regions alone, since a Config snapshot is of one region`() throws
    {
        func bucket(_ name: String, _ region: String, _ time: String) -> String {
            #"{"version":"1.3","accountId":"111122223333","configurationItemCaptureTime":"\#(time)","#
                + #""configurationItemStatus":"OK","configurationStateId":"1","resourceType":"AWS::S3::Bucket","#
                + #""resourceId":"\#(name)","awsRegion":"\#(region)","configuration":{"name":"\#(name)"}}"#
        }
        func snapshot(_ name: String, _ item: String) throws -> String {
            try scratch.write(
                name, #"{"fileVersion":"1.0","configSnapshotId":"\#(name)","configurationItems":[\#(item)]}"#)
        }
        let options = ReplayOptions(
            events: [],
            baselines: [
                try snapshot("one.json", bucket("first", "us-east-1", "2026-01-01T00:00:00Z")),
                try snapshot("two.json", bucket("second", "eu-west-1", "2026-02-01T00:00:00Z")),
            ], outputDirectory: scratch.path + "/buckets")
        _ = try ReplayRunner(options).run()
        let posture = try String(contentsOfFile: scratch.path + "/buckets/posture.jsonl", encoding: .utf8)
        #expect(posture.contains("arn:aws:s3:::first"))
        #expect(posture.contains("arn:aws:s3:::second"))
    }

    @Test func `closes nothing for a history of Config`() throws {
        #expect(try closings(#"{"fileVersion":"1.0","configurationItems":[\#(Self.items)]}"#) == [])
    }

    @Test func `closes nothing when a part of the file could not be read`() throws {
        let snapshot = #"{"fileVersion":"1.0","configSnapshotId":"s1","configurationItems":[\#(Self.items)]}"#
        #expect(try closings(snapshot, "nonsense") == [])
    }

    @Test(arguments: ["", #""nextLink":"https://example.com/2","#, #""$skipToken":"x","#])
    func `closes the scope of a list of Azure on its last page only`(token: String) throws {
        let id =
            "/subscriptions/0b1c2d3e-0000-4000-8000-00000000a001/resourceGroups/rg/providers/"
            + "Microsoft.Storage/storageAccounts/one"
        let page =
            #"{\#(token)"value":[{"id":"\#(id)","type":"Microsoft.Storage/storageAccounts","location":"westeurope","#
            + #""properties":{"supportsHttpsTrafficOnly":true}}]}"#
        #expect(try closings(page).count == (token.isEmpty ? 1 : 0))
    }

    @Test func `leaves our own inventories to their own closing documents`() throws {
        let item =
            #"{"inventory_id":"i1","account":"aws:111122223333","region":"eu-west-1","kind":"AWS::EC2::SecurityGroup","#
            + #""id":"sg-1","observed_at":"2026-03-01T10:00:00Z","properties":{"SecurityGroupIngress":[]}}"#
        #expect(try closings(item, item.replacingOccurrences(of: "sg-1", with: "sg-2")) == [])
    }

    @Test func `makes absent what a complete export does not show`() throws {
        func create(_ id: String) -> String {
            #"{"eventVersion":"1.08","eventTime":"2026-02-01T00:00:00Z","eventSource":"ec2.amazonaws.com","#
                + #""eventName":"CreateSecurityGroup","awsRegion":"eu-west-1","eventID":"e-\#(id)","readOnly":false,"#
                + #""recipientAccountId":"111122223333","userIdentity":{"type":"IAMUser","accountId":"111122223333"},"#
                + #""requestParameters":{"groupName":"g","groupDescription":"d","vpcId":"vpc-1"},"#
                + #""responseElements":{"_return":true,"groupId":"\#(id)"}}"#
        }
        let events = try scratch.write("events.jsonl", create("sg-1") + "\n" + create("sg-9"))
        let snapshot = try scratch.write(
            "snapshot.json",
            #"{"fileVersion":"1.0","configSnapshotId":"s1","configurationItems":[\#(Self.items)]}"#)
        func subjects(_ baselines: [String], _ out: String) throws -> Set<String> {
            let options = ReplayOptions(
                events: [events], baselines: baselines, outputDirectory: scratch.path + "/" + out)
            _ = try ReplayRunner(options).run()
            let text = try String(contentsOfFile: "\(scratch.path)/\(out)/posture.jsonl", encoding: .utf8)
            let names = try text.split(separator: "\n").map {
                try FlatValue(json: String($0)).view.member("resource")?.string ?? ""
            }
            return Set(
                names.filter { $0.contains("security-group") }.compactMap { $0.split(separator: "/").last }
                    .map(String.init))
        }
        #expect(try subjects([], "without") == ["sg-1", "sg-9"])
        #expect(try subjects([snapshot], "with") == ["sg-1", "sg-2", "sg-3"])
    }
}
