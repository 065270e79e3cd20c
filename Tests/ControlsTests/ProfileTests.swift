import CloudModel
import Testing

@testable import Controls

@Suite struct ProfileTests {
    static func read(_ text: String) throws(DocumentError) -> Profile {
        try Profile(json: Array(text.utf8))
    }

    @Test func `the documented shape is read`() throws {
        let profile = try Self.read(
            """
            {"provider":"AWS","region":"us-east-1","version":"1.5.0","levels":["L1"],"resources":[
            {"type":"EC2_INSTANCE","exclusions":[{"tag_key":"Environment","values":["Development"]}]},
            {"type":"S3_BUCKET","exclusions":[]}],"auto_remediation_enabled":false}
            """)
        #expect(profile.provider == .aws)
        #expect(profile.version == "1.5")
        #expect(profile.level == 1)
        #expect(profile.regions == ["us-east-1"])
        #expect(profile.types.map(\.kindName) == ["AWS::EC2::Instance", "AWS::S3::Bucket"])
        #expect(
            profile.types.first?.exclusions == [.init(key: "Environment", values: ["Development"])])
        #expect(!profile.isAutomated)
    }

    @Test(arguments: [
        (#""version":"1.5.0""#, "1.5"), (#""version":"1.5""#, "1.5"), (#""version":"2.10""#, "2.10"),
        (#""version":"4.0.1""#, "4.0.1"),
    ])
    func `a version means the same with and without its last zero`(member: String, version: String) throws {
        #expect(try Self.read("{\"provider\":\"AWS\",\(member)}").version == version)
    }

    @Test func `level 2 includes level 1`() throws {
        #expect(try Self.read(#"{"provider":"GCP","levels":["L2"]}"#).level == 2)
        #expect(try Self.read(#"{"provider":"GCP","levels":["L1","L2"]}"#).level == 2)
        #expect(try Self.read(#"{"provider":"GCP"}"#).level == 1)
    }

    @Test(arguments: [
        (#"{"provider":"ORACLE"}"#, "provider"), ("{}", "provider"),
        (#"{"provider":"AWS","levels":["L3"]}"#, "levels[0]"), (#"{"provider":"AWS","levels":[]}"#, "levels"),
        (#"{"provider":"AWS","version":"new"}"#, "version"),
        (#"{"provider":"AWS","version":1.5}"#, "version"),
        (#"{"provider":"AWS","resources":[{"type":"S3_BUKET"}]}"#, "resources[0].type"),
        (#"{"provider":"AWS","resources":[{"type":"STORAGE_ACCOUNT"}]}"#, "resources[0].type"),
        (#"{"provider":"AWS","resources":[{"kind":"S3_BUCKET"}]}"#, "resources[0].kind"),
        (
            #"{"provider":"AWS","resources":[{"type":"S3_BUCKET","exclusions":[{"tag_key":"a","values":[]}]}]}"#,
            "resources[0].exclusions[0].values"
        ),
        (#"{"provider":"AWS","auto_remediation_enabled":"no"}"#, "auto_remediation_enabled"),
        (#"{"provider":"AWS","auto_remediation":true}"#, "auto_remediation"),
        (#"{"provider":"AWS","controls":[{"id":"a","severity":"bad"}]}"#, "controls[0].severity"),
    ])
    func `what is not understood is refused with its field`(text: String, field: String) throws {
        let error = #expect(throws: DocumentError.self) { try Self.read(text) }
        #expect(error?.field == field)
    }

    @Test func `a misspelt type gets a suggestion`() {
        let error = #expect(throws: DocumentError.self) {
            try Self.read(#"{"provider":"AWS","resources":[{"type":"S3_BUKET"}]}"#)
        }
        #expect(error?.hint == "did you mean \"S3_BUCKET\"?")
    }
}
