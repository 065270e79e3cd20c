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
}
