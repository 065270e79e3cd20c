import CloudModel
import Testing

@testable import Controls

@Suite struct ControlCompilerTests {
    static func compile(_ text: String) throws(ControlFileError) -> CompiledControl {
        let library = try ControlLibrary(
            files: [(path: "mine.yaml", bytes: Array(text.utf8))], benchmarks: [])
        return try ControlCatalog(library).controls[0]
    }

    static func error(_ text: String) -> ControlFileError? {
        do {
            _ = try compile(text)
            return nil
        } catch {
            return error
        }
    }

    static func trail(_ pass: String, _ more: String = "") -> String {
        """
        id: aws.cloudtrail.example
        title: Trails log
        severity: high
        subject: AWS::CloudTrail::Trail
        pass: \(pass)
        \(more)

        """
    }

    @Test(arguments: [
        ("resource.IsLoging", 5, 16, "IsLogging"), ("resource.IsLogging && regoin == ''", 5, 29, "region"),
        (">\n  resource.IsLogging\n    && resource.Nmae == ''", 7, 17, "no field"),
        ("resource.TrailName > 3", 5, 26, ""), ("resource.TrailName", 5, 16, "should be bool"),
        ("resources('AWS::S3::Buket').size() > 0", 5, 17, "did you mean `AWS::S3::Bucket`?"),
        ("regional('AWS::S3::Buket').size() > 0", 5, 16, "did you mean `AWS::S3::Bucket`?"),
        ("referrers('AWS::S3::Buket').size() > 0", 5, 17, "did you mean `AWS::S3::Bucket`?"),
        ("ref('AWS::S3::Buket', 'b').Tags.size() > 0", 5, 11, "did you mean `AWS::S3::Bucket`?"),
        ("resource.IsLogging &&", 5, 28, ""),
        // Below lists, objects, macros and functions that give resources.
        ("resource.Tags.exists(t, t.Kye == 'a')", 5, 33, "did you mean `Key`?"),
        ("resources('AWS::S3::Bucket').exists(b, b.Tags[0].Valeu == 'a')", 5, 56, "did you mean `Value`?"),
        (
            "ref('AWS::S3::Bucket', 'b').LoggingConfiguration.DestinationBuketName == ''", 5, 56,
            "did you mean `DestinationBucketName`?"
        ),
        (
            "resources('AWS::S3::Bucket').filter(b, has(b.Policy)).map(b, b.Tags)[0].all(t, t.kee == '')", 5,
            88, "no field"
        ),
        ("cel.bind(b, ref('AWS::S3::Bucket', 'b'), b.Polici == null)", 5, 50, "did you mean `Policy`?"),
    ])
    func `a mistake in an expression is shown at its place in the file`(
        pass: String, line: Int, column: Int, message: String
    ) throws {
        let error = try #require(Self.error(Self.trail(pass)))
        #expect(error.field == "pass")
        #expect(error.message.contains(message), "\(error)")
        #expect(error.line == line, "\(error)")
        #expect(error.column == column, "\(error)")
        #expect(error.description.contains("^"))
    }

    @Test(arguments: [
        "1 == 2", "resource.IsLogging || true", "resource.IsLogging && 'a' == 'b'",
        "resource.IsLogging && !false", "resource.Tags.exists(t, 1 == 2 && t.Key == '')",
        "resource.Tags.exists(t, true)", "'true ? resource.IsLogging : false'",
        "resource.IsLogging && 1 in [1, 2]", "resource.IsLogging && size('a') > 0",
    ])
    func `a condition that depends on nothing is refused`(pass: String) throws {
        let error = try #require(Self.error(Self.trail(pass)))
        #expect(error.message.contains("constant"))
    }

    static func account(_ pass: String) -> String {
        trail(pass).replacing("AWS::CloudTrail::Trail", with: "Microsoft.Storage/storageAccounts")
            .replacing("aws.cloudtrail", with: "azure.storage")
    }

    @Test(arguments: [
        ("resource.publicNetworkAccess == 'disabled'", "never `disabled`; did you mean `Disabled`?", 40),
        ("'Enabeld' != resource.publicNetworkAccess", "never `Enabeld`; did you mean `Enabled`?", 8),
        ("resource.?publicNetworkAccess.orValue('') == 'Disable'", "did you mean `Disabled`?", 53),
        ("resource.networkAcls.defaultAction in ['Deny', 'allow']", "did you mean `Allow`?", 55),
        ("resource.?encryption.?keySource.orValue('') == 'Microsoft.KeyVault'", "`Microsoft.Keyvault`", 55),
    ])
    func `a comparison that can never hold is refused`(pass: String, message: String, column: Int) throws {
        let error = try #require(Self.error(Self.account("\"\(pass)\"")))
        #expect(error.message.contains(message), "\(error)")
        #expect(error.column == column, "\(error)")
    }

    @Test(arguments: [
        "resource.publicNetworkAccess == 'SecuredByPerimeter'", "resource.publicNetworkAccess == 'Disabled'",
        "resource.minimumTlsVersion == 'TLS1_9'", "resource.networkAcls.defaultAction in ['Deny', 'Audit']",
    ])
    func `a word that is merely not known may be compared`(pass: String) {
        #expect(Self.error(Self.account("\"\(pass)\"")) == nil)
    }

    @Test(arguments: ["params.wanted == resource.IsLogging", "params.wanted || resource.IsLogging"])
    func `a parameter is no constant`(pass: String) {
        #expect(Self.error(Self.trail(pass, "params: { wanted: true }")) == nil)
    }

    @Test func `a condition that walks too much is refused at its dearest walk`() throws {
        let walk = "resources('AWS::S3::Bucket').all(b, b.Tags.all(t, "
        let inner =
            "resources('AWS::EC2::VPC').exists(v, v.Tags.exists(u, u.Key == t.Key && resource.IsLogging))))"
        let error = try #require(Self.error(Self.trail(walk + inner)))
        #expect(error.message.contains("steps in a large account; 100000000 are allowed"), "\(error)")
        #expect(error.line == 5 && error.column == 7, "\(error)")
        #expect(error.hint.contains("=="))
    }

    @Test func `a control tells what it walks`() throws {
        let control = try Self.compile(Self.trail("resource.Tags.exists(t, t.Key == 'a')"))
        #expect(control.estimatedWalks.map(\.text) == ["resource.Tags"])
        #expect((20..<200).contains(control.estimatedSteps))
    }

    @Test(arguments: ["'true'", "'false'"])
    func `a condition that reads nothing is refused`(pass: String) {
        #expect(Self.error(Self.trail(pass))?.message.contains("reads nothing") == true)
    }

    @Test func `applies may be the literal true`() throws {
        #expect(try Self.compile(Self.trail("resource.IsLogging", "applies: 'true'")).applies != nil)
    }

    @Test func `parameters are typed by their values`() throws {
        #expect(Self.error(Self.trail("params.limit == resource.TrailName", "params: { limit: 3 }")) != nil)
        #expect(
            Self.error(Self.trail("params.limt > 2", "params: { limit: 3 }"))?.message.contains("limit")
                == true)
        #expect(Self.error(Self.trail("params.limit > resource.Tags.size()", "params: { limit: 3 }")) == nil)
    }

    @Test func `a remediation is checked as well`() throws {
        let calls = """
            remediation:
              safety: safe
              text: x
              summary: y
              calls: [{ service: a, operation: B, parameters: "{'Name': item.x}" }]
            """
        let error = try #require(Self.error(Self.trail("resource.IsLogging", calls)))
        #expect(error.field == "remediation.calls[0].parameters")
        #expect(error.line == 10)
    }

    @Test func `a rule's function is refused on anything else`() throws {
        #expect(Self.error(Self.trail("resource.Tags.exists(t, t.admitsIPv4Internet())")) != nil)
    }

    @Test func `what a control reads is known`() throws {
        let control = try Self.compile(
            Self.trail(
                "account.?PasswordPolicy.?HardExpiry.orValue(false) || resources('AWS::S3::Bucket').exists(b, b.Region == 'a')"
                    + " || resource.IsLogging || ref('AWS::KMS::Key', resource.KMSKeyId).Enabled"))
        func names(_ set: PropertySet, _ kind: String) -> [String] {
            set.properties.map { KindCatalog.kind(kind).schema[$0].name }
        }
        #expect(names(control.footprint.subject, "AWS::CloudTrail::Trail") == ["IsLogging", "KMSKeyId"])
        #expect(names(control.footprint.account, "AWS::::Account") == ["PasswordPolicy"])
        #expect(
            control.reads == [
                "AWS::CloudTrail::Trail.IsLogging", "AWS::CloudTrail::Trail.KMSKeyId",
                "AWS::::Account.PasswordPolicy", "AWS::KMS::Key (which exist)", "AWS::KMS::Key.Enabled",
                "AWS::S3::Bucket (which exist)", "AWS::S3::Bucket.Region",
            ])
        #expect(control.footprint.others.map(\.kind.name) == ["AWS::KMS::Key", "AWS::S3::Bucket"])
        #expect(names(control.footprint.others[0].properties, "AWS::KMS::Key") == ["Enabled"])
        #expect(names(control.footprint.others[1].properties, "AWS::S3::Bucket") == ["Region"])
    }

    @Test func `completeness of a regional kind rests on the enabled regions`() throws {
        let control = try Self.compile(Self.trail("resources('AWS::KMS::Key').exists(k, k.Enabled)"))
        let regions = KindCatalog.kind("AWS::::Account").property("EnabledRegions")
        #expect(control.footprint.account == PropertySet(regions))
    }
}
