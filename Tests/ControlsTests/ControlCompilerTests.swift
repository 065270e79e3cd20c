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
        ("resources('AWS::S3::Buket').size() > 0", 5, 7, "AWS::S3::Buket"),
        ("resource.IsLogging &&", 5, 28, ""),
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

    @Test(arguments: ["1 == 2", "resource.IsLogging || true", "resource.IsLogging && 'a' == 'b'"])
    func `a condition that depends on nothing is refused`(pass: String) throws {
        let error = try #require(Self.error(Self.trail(pass)))
        #expect(error.message.contains("constant"))
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
