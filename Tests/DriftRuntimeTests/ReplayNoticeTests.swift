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

    @Test func `that standard input cannot be read twice`() throws {
        var options = options
        options.events = ["-"]
        options.baselines = ["-"]
        let failure = #expect(throws: RuntimeFailure.self) { try ReplayRunner(options).run() }
        #expect(failure?.exitCode == 2)
        #expect(failure?.description.contains("standard input can be read once") == true)
    }

    private func warnings(_ profile: String) throws -> [String] {
        var options = options
        let path = try scratch.write("profile.json", #"{"provider":"AWS",\#(profile)}"#)
        options.controls = ControlSettings(profiles: [path])
        return try ReplayRunner(options).run().warnings.map {
            $0.replacingOccurrences(of: path + ": warning: ", with: "")
        }
    }

    private func bucketsWithout(_ value: String) -> String {
        #""resources":[{"type":"S3_BUCKET","exclusions":[{"tag_key":"Environment","values":["\#(value)"]}]}]"#
    }

    @Test func `what of a profile's scope and exclusions fits nothing`() throws {
        #expect(
            try warnings(#""accounts":["111122223333","444455556666"]"#)
                == ["nothing was seen of the account 444455556666"])
        #expect(try warnings(#""region":"eu-west-3""#) == ["nothing was seen in the region eu-west-3"])
        #expect(
            try warnings(bucketsWithout("Devlopment"))
                == ["the exclusion of S3_BUCKET by Environment Devlopment fits no resource"])
        #expect(try warnings(bucketsWithout("Development")) == [])
    }

    @Test func `nothing of an account's environment that an exclusion fits`() throws {
        let environment = #","account_environments":[{"accounts":["111122223333"],"value":"Test"}]"#
        #expect(try warnings(bucketsWithout("Test") + environment) == [])
        #expect(try warnings(bucketsWithout("Development") + environment).count == 1)
    }
}
