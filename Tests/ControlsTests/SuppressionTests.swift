import CloudModel
import Testing

@testable import Controls

@Suite struct SuppressionTests {
    static func text(_ approval: String, expires: String = "2025-06-01T00:00:00Z") -> [UInt8] {
        Array(
            """
            {"id":"s-1","control":"aws.s3.s3-bucket-mfa-delete","scope":{"resource":"example-bucket"},
            "reason":"copied elsewhere","requested_by":"ann@example.com",\(approval)
            "created":"2025-01-01T00:00:00Z","expires":"\(expires)"}
            """.utf8)
    }

    static let approved = #""approval":{"by":"bob@example.com","at":"2025-01-02T00:00:00Z"},"#

    static func time(_ text: String) throws -> Timestamp { try #require(Timestamp(rfc3339: text)) }

    @Test func `an approved suppression is in force until it expires`() throws {
        let suppression = try Suppression(json: Self.text(Self.approved))
        #expect(!suppression.isInForce(at: try Self.time("2025-01-01T12:00:00Z")))
        #expect(suppression.isInForce(at: try Self.time("2025-01-02T00:00:00Z")))
        #expect(suppression.isInForce(at: try Self.time("2025-05-31T23:59:59Z")))
        #expect(!suppression.isInForce(at: try Self.time("2025-06-01T00:00:00Z")))
    }

    private static func scoped(_ account: String, control: String = "aws.s3.s3-bucket-mfa-delete") throws
        -> Suppression
    {
        let text = String(decoding: text(approved), as: UTF8.self)
            .replacing(#""resource":"example-bucket""#, with: "\"account\":\"\(account)\"")
            .replacing("aws.s3.s3-bucket-mfa-delete", with: control)
        return try Suppression(json: Array(text.utf8))
    }

    @Test(arguments: ["1111", "aws:1111", "azure:111122223333", "aws:"])
    func `an account that is none of the control's provider is refused`(account: String) {
        let error = #expect(throws: DocumentError.self) { try Self.scoped(account) }
        #expect(error?.field == "scope.account")
        #expect(error?.hint == "twelve digits, as 111122223333")
    }

    @Test func `an account may stand with its provider or without`() throws {
        #expect(try Self.scoped("111122223333").scope.account == "111122223333")
        #expect(try Self.scoped("aws:111122223333").scope.account == "aws:111122223333")
        let subscription = "AAAABBBB-1111-2222-3333-444444444444"
        #expect(
            try Self.scoped("azure:" + subscription, control: "azure.network.nsg-ssh").scope.account
                == "azure:" + subscription.lowercased())
        #expect(try Self.scoped("my.own", control: "mine.a.b").scope.account == "my.own")
    }

    @Test func `without approval it is never in force`() throws {
        let suppression = try Suppression(json: Self.text(""))
        #expect(!suppression.isInForce(at: try Self.time("2025-03-01T00:00:00Z")))
    }

    @Test(arguments: [
        (
            #""approval":{"by":"Ann@example.com","at":"2025-01-02T00:00:00Z"},"#, "2025-06-01T00:00:00Z",
            "approval.by"
        ),
        (approved, "2024-06-01T00:00:00Z", "expires"), (approved, "2027-06-01T00:00:00Z", "expires"),
        (approved, "soon", "expires"),
    ])
    func `a suppression without a second person or a near end is refused`(
        approval: String, expires: String, field: String
    ) {
        let error = #expect(throws: DocumentError.self) {
            try Suppression(json: Self.text(approval, expires: expires))
        }
        #expect(error?.field == field)
    }

    private static func conditional(_ condition: String, control: String = "aws.s3.s3-bucket-mfa-delete")
        throws
        -> Suppression
    {
        let field = approved + "\"while\":\"\(condition)\","
        let text = String(decoding: text(field), as: UTF8.self)
            .replacing("aws.s3.s3-bucket-mfa-delete", with: control)
        return try Suppression(json: Array(text.utf8))
    }

    @Test(arguments: [
        "resource.Tags.exists(t, t.Key == 'Replicated')",
        "has(resource.VersioningConfiguration) && region == ''",
    ])
    func `a condition about the suppressed resource is taken`(condition: String) throws {
        try ControlLibrary.builtIn().check(Self.conditional(condition))
    }

    @Test(arguments: [
        ("resource.Tag.size() > 0", "Tag", ""), ("resource.Tags", "bool", ""),
        ("resource.Tags.size() >", "", ""),
        ("true", "", ""), ("region == 'eu-west-1'", "nothing of the resource", "resource.Tags"),
        ("resource.CreationDate > now - duration('24h')", "", ""),
        ("resource.Tags.size() > 0 && now > timestamp('2026-01-01T00:00:00Z')", "time", "expires"),
        ("resource.Tags.size() > 0 && resources('AWS::S3::Bucket').size() > 1", "more than", "resource, id"),
        (
            "resource.Tags.size() > 0 && has(account.PublicAccessBlockConfiguration)", "more than",
            "resource, id"
        ),
        ("params.nothing == 1 && resource.Tags.size() > 0", "nothing", ""),
    ])
    func `a condition that does not fit is refused with its field`(
        condition: String, part: String, hint: String
    ) throws {
        let suppression = try Self.conditional(condition)
        let error = #expect(throws: ControlFileError.self) { try ControlLibrary.builtIn().check(suppression) }
        #expect(error?.field == "while" && error?.file == "suppression s-1")
        #expect(error?.message.contains(part) == true && error?.hint.contains(hint) == true)
    }

    @Test func `a watch over many kinds takes no condition, and an unknown control is refused`() throws {
        let library = try ControlLibrary.builtIn()
        let watch = try Self.conditional(
            "resource.Tags.size() > 0", control: "aws.exclusions.tagged-while-failing")
        #expect(#expect(throws: ControlFileError.self) { try library.check(watch) }?.field == "while")
        let unknown = try Self.conditional("resource.Tags.size() > 0", control: "aws.s3.s3-bucket-mfa-delet")
        let error = #expect(throws: ControlFileError.self) { try library.check(unknown) }
        #expect(error?.field == "control" && error?.hint.contains("s3-bucket-mfa-delete") == true)
    }
}
