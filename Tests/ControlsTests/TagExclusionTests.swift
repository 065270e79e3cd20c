import CloudModel
import JSONTokens
import Testing

@testable import Controls

/// What beats a tag: the floor of controls, and the environment that a profile gives for a whole account.
@Suite struct TagExclusionTests {
    private static let control = "aws.s3.s3-bucket-deny-http"

    private static func exception(_ fields: String, tag: String?) throws -> ControlException? {
        let profile = """
            {"provider":"AWS","version":"3.0","levels":["L2"],"resources":[{"type":"S3_BUCKET",
            "exclusions":[{"tag_key":"Environment","values":["Development","Test"]}]}]\(fields)}
            """
        let world = World(
            try ControlCatalog(ControlLibrary.builtIn(), profiles: [Profile(json: Array(profile.utf8))]))
        let bucket = World.id("AWS::S3::Bucket", "logs")
        let tags = tag.map { #"[{"Key":"Environment","Value":"\#($0)"}]"# } ?? "[]"
        try world.write(bucket, [("Tags", tags)], at: 100)
        let key = try world.key(control, bucket)
        return world.exception(to: key, at: Timestamp(seconds: 200))
    }

    @Test func `a control of the floor is never left out by a tag`() throws {
        #expect(try Self.exception("", tag: "Test") == .excluded(reason: "tag Environment"))
        #expect(try Self.exception(#","floor":["\#(Self.control)"]"#, tag: "Test") == nil)
    }

    @Test(arguments: [
        ("Production", "Development", nil), ("Development", "Production", "account environment Development"),
        ("Test", nil, "account environment Test"), ("Production", nil, nil),
    ])
    func `an account's environment beats tags`(environment: String, tag: String?, reason: String?) throws {
        let fields = #","account_environments":[{"accounts":["111122223333"],"value":"\#(environment)"}]"#
        let wanted = reason.map { ControlException.excluded(reason: $0) }
        #expect(try Self.exception(fields, tag: tag) == wanted)
    }

    @Test func `the environment of another account or of another key changes nothing`() throws {
        let other = #","account_environments":[{"accounts":["444455556666"],"value":"Production"}]"#
        #expect(try Self.exception(other, tag: "Test") == .excluded(reason: "tag Environment"))
        let key =
            #","account_environments":[{"accounts":["111122223333"],"tag_key":"Stage","value":"Production"}]"#
        #expect(try Self.exception(key, tag: "Test") == .excluded(reason: "tag Environment"))
    }

    @Test(arguments: [
        (#","floor":["aws.s3.nothing"]"#, "floor[0]"),
        (#","floor":"all""#, "floor"),
        (#","account_environments":[{"accounts":["111122223333"]}]"#, "account_environments[0].value"),
        (
            #","account_environments":[{"accounts":["111122223333"],"value":"a"},"#
                + #"{"accounts":["111122223333"],"value":"b"}]"#,
            "account_environments[1].accounts"
        ),
    ])
    func `what is not meant so is refused with its field`(fields: String, field: String) throws {
        do {
            _ = try Self.exception(fields, tag: nil)
            Issue.record("accepted")
        } catch let error as DocumentError {
            #expect(error.field == field)
        } catch let error as ControlFileError {
            #expect(error.field == field)
        }
    }
}
