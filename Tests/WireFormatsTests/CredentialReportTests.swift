import CloudModel
import Testing

@testable import WireFormats

@Suite struct CredentialReportTests {
    static let columns =
        "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,"
        + "mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,"
        + "access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,"
        + "access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,"
        + "cert_1_last_rotated,cert_2_active,cert_2_last_rotated"
    static let noKeys = "false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A"

    static func row(_ name: String, _ rest: String) -> String {
        let arn = name == "<root_account>" ? "root" : "user/\(name)"
        return "\(name),arn:aws:iam::111122223333:\(arn),\(rest)"
    }

    static func report(_ rows: String...) -> String { ([columns] + rows).joined(separator: "\n") }

    static let root = row(
        "<root_account>",
        "2020-01-01T00:00:00+00:00,true,2024-05-01T10:00:00+00:00,not_supported,not_supported,true," + noKeys)
    static let rootLines = [
        "modify AWS::::Account aws:111122223333 - account", #"RootLastUsed = "2024-05-01T10:00:00Z""#,
        "RootPasswordEnabled = true", #"RootMFADevices + "credential-report""#, "RootAccessKeys = []",
    ]
    static let ada = row(
        "ada",
        "2023-01-01T00:00:00+00:00,true,no_information,2024-02-01T00:00:00+00:00,N/A,false,true,"
            + "2024-03-01T00:00:00+00:00,2024-04-01T00:00:00+00:00,eu-west-1,s3,false,2023-06-01T00:00:00+00:00,"
            + "N/A,N/A,N/A,false,N/A,false,N/A")
    static let adaLines = [
        "modify AWS::IAM::User aws:111122223333 - ada", "PasswordLastUsed = null",
        #"PasswordLastChanged = "2024-02-01T00:00:00Z""#, #"AccessKeyLastUsedDate = "2024-04-01T00:00:00Z""#,
        #"ReportedAccessKeys = [{"Active":true,"LastRotated":"2024-03-01T00:00:00Z","#
            + #""LastUsedDate":"2024-04-01T00:00:00Z"},{"Active":false,"LastRotated":"2023-06-01T00:00:00Z"}]"#,
        #"CreateDate = "2023-01-01T00:00:00Z""#, "PasswordEnabled = true", "MFADevices = []",
    ]
    static let robot = row(
        #""a,b""#, "2023-01-01T00:00:00+00:00,false,N/A,N/A,N/A,false," + noKeys)
    static func close(_ time: String, _ count: Int) -> String {
        "close AWS::IAM::User aws:111122223333  credential-report-111122223333-\(time) \(count)"
    }

    static let cases: [AWSCase] = [
        AWSCase(
            "root and a user", report(root, ada),
            rootLines + adaLines + [close("2024-05-01T10:00:00Z", 1)]),
        AWSCase(
            "a name in quotes, rows that end as on other systems",
            report(robot).replacing("\n", with: "\r\n"),
            [
                "modify AWS::IAM::User aws:111122223333 - a,b", "PasswordLastUsed = null",
                "PasswordLastChanged = null", "AccessKeyLastUsedDate = null", "ReportedAccessKeys = []",
                #"CreateDate = "2023-01-01T00:00:00Z""#, "PasswordEnabled = false", "AccessKeys = []",
                "MFADevices = []", close("2023-01-01T00:00:00Z", 1),
            ]),
        AWSCase(
            "the answer of the command line, in base64",
            #"{"Content":"\#(base64(report(root)))","ReportFormat":"text/csv","GeneratedTime":"2024-05-06T07:08:09+00:00"}"#,
            rootLines + [close("2024-05-06T07:08:09Z", 0)]),
        AWSCase(
            "the answer of an SDK, as text",
            #"{"Content":\#(EnvelopeTests.quoted(report(root))),"ReportFormat":"text/csv","GeneratedTime":"2024-05-06T07:08:09+00:00"}"#,
            rootLines + [close("2024-05-06T07:08:09Z", 0)]),
        AWSCase(
            "an answer that is no report", #"{"Content":"bm8=","ReportFormat":"text/csv"}"#,
            ["malformed bad-encoding: Content is no credential report"]),
        AWSCase(
            "a report without rows", columns + "\n",
            [
                "malformed bad-value: the credential report has no rows, no account or a quote too few"
            ]),
        AWSCase(
            "a quote that does not close", report(#""ada,arn:aws:iam::111122223333:user/ada"#),
            [
                "malformed bad-value: the credential report has no rows, no account or a quote too few"
            ]),
    ]

    @Test(arguments: cases) func `a credential report decodes to observations`(_ example: AWSCase) {
        #expect(decoded(example.record) == example.expected)
    }

    @Test func `a report without a time of its own was made when it was seen`() {
        let decoder = EventDecoder()
        decoder.observedAt = Timestamp(rfc3339: "2024-06-01T00:00:00Z") ?? .distantPast
        let lines = decoded(Array(Self.report(Self.root).utf8), decoder)
        #expect(lines.last == Self.close("2024-06-01T00:00:00Z", 0))
    }

    private static func base64(_ text: String) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        var output = ""
        var bits = 0
        var count = 0
        for byte in text.utf8 {
            bits = bits << 8 | Int(byte)
            count += 8
            while count >= 6 {
                count -= 6
                output.append(alphabet[bits >> count & 63])
            }
            bits &= (1 << count) - 1
        }
        if count > 0 { output.append(alphabet[bits << (6 - count) & 63]) }
        return output
    }
}
