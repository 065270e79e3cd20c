import CloudModel
import Foundation
import JSONTokens
import Testing

@testable import DriftRuntime

@Suite struct `A credential report as a baseline` {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private static let report = """
        user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,mfa_active,\
        access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date
        <root_account>,arn:aws:iam::111122223333:root,2020-01-01T00:00:00+00:00,true,2026-02-01T00:00:00+00:00,\
        not_supported,true,false,N/A,N/A
        ada,arn:aws:iam::111122223333:user/ada,2025-01-01T00:00:00+00:00,true,2026-02-27T00:00:00+00:00,\
        2025-01-01T00:00:00+00:00,false,true,2025-06-01T00:00:00+00:00,2026-02-28T00:00:00+00:00

        """

    @Test(arguments: [report, report.replacingOccurrences(of: "\n", with: "\r\n")])
    func `is one record, however it is named and wherever its lines end`(text: String) throws {
        let file = try scratch.write("report.csv", text)
        let sink = try scratch.read([file])
        #expect(sink.records.count == 1)
        #expect(sink.lines == [1])
        #expect(sink.letters.isEmpty)
        #expect(
            sink.texts.first?.split(whereSeparator: \.isNewline)
                == text.split(whereSeparator: \.isNewline))
    }

    @Test func `beyond the limit is a dead letter`() throws {
        let sink = try scratch.read([try scratch.write("report.csv", Self.report)], limit: 300)
        #expect(sink.records.isEmpty)
        #expect(sink.letters.map(\.reason) == ["too-large"])
    }

    @Test func `judges root and every user`() throws {
        let options = ReplayOptions(
            events: [try scratch.write("events.jsonl", "")],
            baselines: [try scratch.write("report.csv", Self.report)],
            until: Timestamp(rfc3339: "2026-03-01T00:00:00Z"), outputDirectory: scratch.path + "/out")
        _ = try ReplayRunner(options).run()
        let text = try String(contentsOfFile: scratch.path + "/out/posture.jsonl", encoding: .utf8)
        var statuses: [String: String] = [:]
        for line in text.split(separator: "\n") {
            let view = try FlatValue(json: String(line)).view
            statuses[view.member("control")?.string ?? ""] = view.member("status")?.string
        }
        #expect(statuses["aws.iam.root-mfa-enabled"] == "PASS")
        #expect(statuses["aws.iam.root-no-access-keys"] == "PASS")
        #expect(statuses["aws.iam.root-not-used-for-daily-tasks"] == "PASS")
        #expect(statuses["aws.iam.iam-console-user-mfa-enabled"] == "FAIL")
        #expect(statuses["aws.iam.iam-access-key-rotated-90-days"] == "FAIL")
        #expect(statuses["aws.iam.iam-unused-credentials-45-days-disabled"] == "PASS")
        #expect(statuses["aws.iam.iam-user-permissions-through-groups-only"] == "UNKNOWN")
    }
}
