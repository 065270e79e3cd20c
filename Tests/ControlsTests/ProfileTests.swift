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
        (#"{"provider":"AWS","accounts":["1111"]}"#, "accounts[0]"),
        (#"{"provider":"AWS","accounts":["111122223333","aws:111122223333"]}"#, "accounts[1]"),
        (#"{"provider":"AWS","region":"us-esat-1"}"#, "region"),
        (#"{"provider":"AWS","regions":["us-east-1","us-east-1a"]}"#, "regions[1]"),
        (#"{"provider":"AWS","region":"US-EAST-1"}"#, "region"),
        (
            #"{"provider":"AWS","account_environments":[{"accounts":["1"],"value":"a"}]}"#,
            "account_environments[0].accounts[0]"
        ),
        (#"{"provider":"AWS","reread_hours":0}"#, "reread_hours"),
        (#"{"provider":"AWS","reread_hours":"7d"}"#, "reread_hours"),
        (#"{"provider":"AWS","reread_hours":8761}"#, "reread_hours"),
        (#"{"provider":"AZURE","accounts":["production"]}"#, "accounts[0]"),
        (#"{"provider":"GCP","accounts":["My project"]}"#, "accounts[0]"),
    ])
    func `what is not understood is refused with its field`(text: String, field: String) throws {
        let error = #expect(throws: DocumentError.self) { try Self.read(text) }
        #expect(error?.field == field)
    }

    @Test(arguments: [
        "us-east-1", "ap-southeast-7", "us-gov-west-1", "cn-northwest-1", "us-isob-east-1", "eusc-de-east-1",
        "mx-central-1", "il-central-1",
    ])
    func `a region of AWS is taken, also one that comes tomorrow`(region: String) throws {
        #expect(try Self.read(#"{"provider":"AWS","region":"\#(region)"}"#).regions == [region])
    }

    @Test func `a misspelt region gets a suggestion, another the form`() {
        let error = #expect(throws: DocumentError.self) {
            try Self.read(#"{"provider":"AWS","region":"us-esat-1"}"#)
        }
        #expect(error?.hint == "did you mean \"us-east-1\"?")
        let other = #expect(throws: DocumentError.self) {
            try Self.read(#"{"provider":"AWS","region":"Virginia"}"#)
        }
        #expect(other?.hint == "as us-east-1")
    }

    @Test func `a subscription is the same in capitals, and a project may have a domain`() throws {
        let azure = try Self.read(
            #"{"provider":"AZURE","accounts":["AAAABBBB-1111-2222-3333-444444444444"]}"#)
        #expect(azure.accounts == ["aaaabbbb-1111-2222-3333-444444444444"])
        let projects = ["shop-prod-1", "example.com:shop", "123456789"]
        let gcp = try Self.read(#"{"provider":"GCP","accounts":\#(projects)}"#)
        #expect(gcp.accounts == projects)
    }

    @Test func `a misspelt type gets a suggestion`() {
        let error = #expect(throws: DocumentError.self) {
            try Self.read(#"{"provider":"AWS","resources":[{"type":"S3_BUKET"}]}"#)
        }
        #expect(error?.hint == "did you mean \"S3_BUCKET\"?")
    }
}
