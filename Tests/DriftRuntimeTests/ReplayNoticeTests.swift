import DriftRuntime
import Foundation
import JSONTokens
import Testing

/// What a replay tells of what went wrong.
@Suite struct `A replay tells` {
    let scratch: Scratch
    private let options: ReplayOptions

    init() throws {
        scratch = try Scratch()
        let bucket =
            #"{"account":"111122223333","region":null,"kind":"AWS::S3::Bucket","id":"b-1","#
            + #""observed_at":"2026-01-10T09:00:00Z","#
            + #""properties":{"Region":"eu-west-1","Tags":[{"Key":"Environment","Value":"Development"}]}}"#
        let baseline = try scratch.write("baseline.jsonl", bucket + "\n")
        options = ReplayOptions(
            events: [try scratch.write("events.jsonl", "")], baselines: [baseline],
            outputDirectory: scratch.path + "/out")
    }

    @Test func `in posture why a condition cannot be evaluated`() throws {
        try scratch.write(
            "packs/mine.yaml",
            """
            id: aws.s3.mine
            title: A control of one's own
            severity: low
            subject: AWS::S3::Bucket
            description: It divides by nothing.
            pass: 1 / (size(resource.Region) - 9) == 1
            remediation: { safety: manual, text: There is no way. }
            unmapped: It is a test.
            tests: []

            """)
        var options = options
        options.controls = ControlSettings(packs: [scratch.path + "/packs"])
        #expect(try ReplayRunner(options).run().posture[.error] == 1)
        let lines = try String(contentsOfFile: scratch.path + "/out/posture.jsonl", encoding: .utf8)
        for line in lines.split(separator: "\n") {
            let view = try FlatValue(json: String(line)).view
            let message = view.member("message")?.string
            #expect((view.member("status")?.string == "ERROR") == (message != nil))
            if let message { #expect(message.contains("zero"), "\(message)") }
        }
    }
}
