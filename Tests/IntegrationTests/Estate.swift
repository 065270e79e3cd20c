/// Accounts that each have one security group, and what happens to it.
struct Estate {
    let accounts: [String]
    static let control = "aws.ec2.sg-no-ipv4-public-admin-ports"

    init(_ range: Range<Int>) { accounts = range.map { String(111_122_220_000 + $0) } }

    /// Each group as an inventory saw it, closed.
    var inventory: [(key: String, value: String)] {
        accounts.map { account in
            (
                "aws:" + account,
                #"{"inventory_id":"i-1","account":"aws:\#(account)","region":"eu-west-1","#
                    + #""kind":"AWS::EC2::SecurityGroup","id":"sg-1","observed_at":"2026-02-02T02:40:00Z","#
                    + #""properties":{"GroupName":"web","SecurityGroupIngress":[],"SecurityGroupEgress":[],"Tags":[]}}"#
            )
        }
    }

    /// Somebody opens each group's SSH port to the world.
    var openings: [(key: String, value: String)] {
        accounts.map {
            ("aws:" + $0, Estate.event($0, "AuthorizeSecurityGroupIngress", "2026-02-02T02:50:00Z"))
        }
    }

    /// Somebody closes each group's port again.
    var closings: [(key: String, value: String)] {
        accounts.map { ("aws:" + $0, Estate.event($0, "RevokeSecurityGroupIngress", "2026-02-02T03:50:00Z")) }
    }

    private static func event(_ account: String, _ name: String, _ time: String) -> String {
        #"{"eventVersion":"1.11","userIdentity":{"type":"IAMUser","arn":"arn:aws:iam::\#(account):user/ida","#
            + #""accountId":"\#(account)","userName":"ida"},"eventTime":"\#(time)","#
            + #""eventSource":"ec2.amazonaws.com","eventName":"\#(name)","awsRegion":"eu-west-1","#
            + #""sourceIPAddress":"203.0.113.7","userAgent":"test","requestParameters":{"groupId":"sg-1","#
            + #""ipPermissions":{"items":[{"ipProtocol":"tcp","fromPort":22,"toPort":22,"groups":{},"#
            + #""ipRanges":{"items":[{"cidrIp":"0.0.0.0/0"}]},"ipv6Ranges":{},"prefixListIds":{}}]}},"#
            + #""responseElements":null,"eventID":"\#(name)-\#(account)","readOnly":false,"#
            + #""eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"\#(account)"}"#
    }

    /// The records of the control's findings.
    static func findings(_ outputs: [Output]) -> [Output] { outputs.filter { $0.text.contains(control) } }

    /// The records of findings that were closed.
    static func closed(_ outputs: [Output]) -> [Output] {
        findings(outputs).filter { $0.headers["ce_type"] == "plumbline.finding.closed" }
    }

    /// The groups of which the state has facts. Only behind them is an event sure to come after the inventory, which is
    /// another topic.
    static func known(_ states: [Output]) -> Set<String> {
        Set(states.map(\.key).filter { $0.hasPrefix("r\u{1F}AWS::EC2::SecurityGroup\u{1F}") })
    }

    /// The findings' uids among them.
    static func uids(_ outputs: [Output]) -> Set<String> { Set(findings(outputs).map(\.key)) }
}
