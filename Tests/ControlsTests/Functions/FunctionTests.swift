import JSONTokens
import Testing

@testable import Controls

@Suite struct FunctionTests {
    @Test(arguments: [
        ("0.0.0.0/0", true), ("0.0.0.0/1", true), ("128.0.0.0/1", true), ("2.0.0.0/7", true),
        ("10.0.0.0/8", false),
        ("224.0.0.0/3", false), ("240.0.0.0/4", false), ("203.0.113.7/32", false), ("203.0.113.7", false),
        ("::/0", true), ("::/1", true), ("2000::/3", true), ("2600::/8", true), ("8000::/1", false),
        ("2001:db8::/32", false), ("fc00::/7", false), ("fe80::/10", false), ("4000::/3", false),
        ("0.0.0.0/33", false), ("0.0.0/0", false), ("::/129", false), ("", false), ("0.0.0.0/0/0", false),
        ("1:2:3:4:5:6:7:8:9/0", false), ("::ffff:0.0.0.0/96", false), ("+0.0.0.0/0", false),
    ])
    func `a block is the internet if no single owner holds as much`(text: String, isInternet: Bool) throws {
        #expect(try ExpressionProbe.value("'\(text)'.isInternetRange()") == "\(isInternet)")
    }

    static let rule = #"{"IpProtocol":"tcp","FromPort":20,"ToPort":25,"CidrIp":"0.0.0.0/0"}"#

    @Test(arguments: [
        ("dyn($x).admitsIPv4Internet()", rule, "true"), ("dyn($x).admitsIPv6Internet()", rule, "false"),
        ("dyn($x).admitsPort('tcp', 22)", rule, "true"), ("dyn($x).admitsPort('tcp', 26)", rule, "false"),
        ("dyn($x).admitsPort('udp', 22)", rule, "false"),
        ("dyn($x).admitsPort('udp', 22)", #"{"IpProtocol":"-1"}"#, "true"),
        ("dyn($x).admitsPort('tcp', 22)", #"{"IpProtocol":"6"}"#, "true"),
        ("dyn($x).admitsPort('tcp', 22)", #"{"IpProtocol":"icmp","FromPort":22,"ToPort":22}"#, "false"),
        ("dyn($x).admitsIPv4Internet()", #"{"IpProtocol":"-1","SourcePrefixListId":"pl-1"}"#, "unknown"),
        (
            "dyn($x).ipPermission()", rule,
            #"{"FromPort":20,"IpProtocol":"tcp","IpRanges":[{"CidrIp":"0.0.0.0/0"}],"ToPort":25}"#
        ),
        (
            "dyn($x).ipPermission()", #"{"IpProtocol":"-1","DestinationPrefixListId":"pl-1"}"#,
            #"{"IpProtocol":"-1","PrefixListIds":[{"PrefixListId":"pl-1"}]}"#
        ),
    ])
    func `rules of security groups are read`(text: String, x: String, value: String) throws {
        #expect(try ExpressionProbe.value(text, x: x) == value)
    }

    @Test(arguments: [
        ("22", 22, true), ("20-25", 22, true), ("20 - 25", 25, true), ("*", 65535, true),
        ("23-25", 22, false),
        ("25-20", 22, false), ("x", 22, false), ("", 22, false), ("1-2-3", 2, false),
    ])
    func `port ranges are read`(text: String, port: Int64, contains: Bool) {
        #expect((PortRange(text)?.contains(port) ?? false) == contains)
    }

    @Test(arguments: [
        ("[]", "[]", true), (#"[{"ReadWriteType":"All","IncludeManagementEvents":true}]"#, "[]", true),
        (#"[{"ReadWriteType":"WriteOnly"}]"#, "[]", false),
        (#"[{"IncludeManagementEvents":false}]"#, "[]", false),
        ("[]", #"[{"FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]}]}]"#, true),
        ("[]", #"[{"fieldSelectors":[{"field":"eventCategory","equals":["Management"]}]}]"#, true),
        ("[]", #"[{"FieldSelectors":[{"Field":"eventCategory","Equals":["Data"]}]}]"#, false),
        (
            "[]",
            #"[{"FieldSelectors":[{"Field":"eventCategory","Equals":["Management"]},{"Field":"readOnly","Equals":["true"]}]}]"#,
            false
        ),
    ])
    func `selectors of trails are read`(basic: String, advanced: String, logsAll: Bool) throws {
        #expect(try ExpressionProbe.value("logsAllManagementEvents(\(basic), \(advanced))") == "\(logsAll)")
    }

    @Test(arguments: [
        ("logsAllObjectEvents([], [], 'Read')", "false"),
        ("mapWith({'a': 1}, 'b', 2)", #"{"a":1,"b":2}"#), ("mapWith({'a': 1}, 'a', 2)", #"{"a":2}"#),
        ("mapWithout({'a': 1, 'b': 2}, 'b')", #"{"a":1}"#),
        ("passwordPolicyParameters({'MaxPasswordAge': 0, 'HardExpiry': false})", #"{"HardExpiry":false}"#),
        ("dyn({'IPProtocol': 'tcp'}).admitsFirewallPort('tcp', 22)", "true"),
        ("dyn({'IPProtocol': 'tcp', 'ports': ['80']}).admitsFirewallPort('tcp', 22)", "false"),
    ])
    func `maps are made`(text: String, value: String) throws {
        #expect(try ExpressionProbe.value(text) == value)
    }

    @Test func `the denial of plain HTTP is added beside what a policy says`() throws {
        let text = try ExpressionProbe.value(
            "policyDenyingPlainHTTP({'Statement': {'Sid': 'keep', 'Effect': 'Allow', 'Action': 's3:List*'}}, 'b')"
        )
        let inner = try #require(try FlatValue(json: text).view.string)
        let statements = try FlatValue(json: inner).view.member("Statement")?.value.view
        #expect(statements?.count == 2)
        #expect(statements?.element(0)?.member("Sid")?.string == "keep")
        let again = try ExpressionProbe.value(
            "policyStatements(dyn('''\(inner)''')).exists(s, s.deniesPlainHTTP() && s.coversARN('arn:aws:s3:::b/*'))"
        )
        #expect(again == "true")
    }

    @Test(arguments: [
        ("*", "", true), ("a*c", "abbc", true), ("a*c", "abcd", false), ("a?c", "abc", true),
        ("", "a", false),
        ("*a*b*", "xxaxxbxx", true), ("a", "a", true), ("a**", "a", true),
    ])
    func `wildcards match as in policies`(pattern: String, text: String, matches: Bool) {
        #expect(Wildcard.matches(pattern, text) == matches)
    }

    @Test(arguments: [
        ("severty", "severity"), ("AWS::S3::Buket", "AWS::S3::Bucket"),
        ("completely different", nil as String?),
    ])
    func `the nearest known word is suggested if one is near`(word: String, known: String?) {
        #expect(Suggestion.nearest(to: word, among: ["severity", "AWS::S3::Bucket", "title"]) == known)
    }
}
