import Controls
import Testing

/// Which changes of a profile check less than before.
@Suite struct ProfileNarrowingTests {
    static let base =
        #""provider":"AWS","version":"3.0","levels":["L1"],"regions":["eu-west-1"],"accounts":["111122223333"]"#
    static let excluding =
        #"{"provider":"AWS","resources":[{"type":"S3_BUCKET","exclusions":[{"tag_key":"E","values":["D"]}]}]}"#

    static let severity =
        #"{"provider":"AWS","controls":[{"id":"aws.ec2.sg-no-ipv4-public-admin-ports","severity":"low"}]}"#
    static let parameter =
        #"{"provider":"AWS","controls":[{"id":"aws.ec2.sg-no-ipv4-public-admin-ports","params":{"ports":[3389]}}]}"#
    static let automation = #""auto_remediation_enabled":true"#

    static let cases: [(former: String, new: String, fields: [String])] = [
        ("{\(base)}", "{\(base)}", []),
        ("{\(base)}", #"{"provider":"AWS","version":"3.0.0","levels":["L2"]}"#, []),
        (#"{"provider":"AWS","version":"3.0"}"#, "{\(base)}", ["regions", "accounts"]),
        (#"{"provider":"AWS","levels":["L2"]}"#, #"{"provider":"AWS"}"#, ["levels"]),
        (#"{"provider":"AWS","version":"3.0"}"#, #"{"provider":"AWS","version":"1.5"}"#, ["version"]),
        (#"{"provider":"AWS"}"#, #"{"provider":"GCP"}"#, ["provider"]),
        (#"{"provider":"AWS"}"#, excluding, ["resources"]),
        (excluding, #"{"provider":"AWS"}"#, []),
        (excluding, excluding.replacing(#"["D"]"#, with: #"["D","T"]"#), ["resources"]),
        (excluding.replacing(#"["D"]"#, with: #"["D","T"]"#), excluding, []),
        (excluding, excluding.replacing("S3_BUCKET", with: "EC2_INSTANCE"), ["resources"]),
        (
            #"{"provider":"AWS"}"#,
            #"{"provider":"AWS","controls":[{"id":"aws.ec2.sg-no-ipv4-public-admin-ports","enabled":false}]}"#,
            ["controls"]
        ),
        (parameter.replacing("3389", with: "22"), parameter, ["controls"]),
        (severity.replacing("low", with: "high"), severity, ["controls"]),
        (severity, #"{"provider":"AWS"}"#, ["controls"]),
        (
            #"{"provider":"AWS","floor":["aws.ec2.sg-no-ipv4-public-admin-ports"]}"#, #"{"provider":"AWS"}"#,
            ["floor"]
        ),
        (
            #"{"provider":"AWS","account_environments":[{"accounts":["111122223333"],"value":"Production"}]}"#,
            #"{"provider":"AWS"}"#, ["account_environments"]
        ),
        (
            #"{"provider":"AWS"}"#, #"{"provider":"AWS","auto_remediation_enabled":true}"#,
            ["auto_remediation_enabled"]
        ),
        (#"{"provider":"AWS","auto_remediation_enabled":true}"#, #"{"provider":"AWS"}"#, []),
        ("{\(base),\(automation)}", "{\(base),\(automation)}", []),
        // More in the scope of an automated profile is repaired unattended.
        (
            "{\(base),\(automation)}", #"{"provider":"AWS","version":"3.0","levels":["L2"],\#(automation)}"#,
            ["auto_remediation_enabled"]
        ),
        (
            "{\(automation),\(excluding.dropFirst())", #"{"provider":"AWS",\#(automation)}"#,
            ["auto_remediation_enabled"]
        ),
        (#"{"provider":"AWS",\#(automation)}"#, "{\(automation),\(excluding.dropFirst())", ["resources"]),
    ]

    @Test(arguments: cases)
    func `the fields that narrow are named`(former: String, new: String, fields: [String]) throws {
        let (former, new) = (try Profile(json: Array(former.utf8)), try Profile(json: Array(new.utf8)))
        #expect(new.narrowing(of: former) == fields)
    }
}
