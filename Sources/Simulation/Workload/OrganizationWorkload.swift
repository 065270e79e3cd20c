public import CloudModel

/// What an organisation's accounts record: trails of the management account that reach every member, members that join and go,
/// and something of the members' own.
public struct OrganizationWorkload {
    /// The account that has the organisation.
    public static let management = "111111111111"

    /// A record as it is fed.
    public struct Line: Sendable {
        /// Whose record it is, without its provider.
        public let account: String
        /// Its bytes.
        public let bytes: [UInt8]
    }

    /// The records in the order of their times.
    public private(set) var lines: [Line] = []
    private var generator: SeededGenerator
    private var time: Timestamp
    private let members: [String]
    private var counter = 0

    /// So many members and, after what an inventory saw of them, so many events. Everything follows from the seed.
    public init(seed: UInt64, members count: Int, events: Int, start: Timestamp) {
        generator = SeededGenerator(seed: seed)
        time = start
        members = (0..<count).map { String(222_222_222_222 + $0 * 1_111_111) }
        for account in [Self.management] + members { writeInventory(of: account) }
        for member in members where generator.chance(permille: 800) {
            item(
                Self.management, "AWS::Organizations::Account", member,
                #""AccountName":"m","Status":"ACTIVE""#, "")
        }
        for _ in 0..<events { writeEvent() }
    }

    private mutating func writeInventory(of account: String) {
        item(account, "AWS::::Account", account, #""EnabledRegions":["eu-west-1"]"#, "")
        item(
            account, "AWS::EC2::SecurityGroup", "sg-1",
            #""GroupName":"web","SecurityGroupIngress":[],"SecurityGroupEgress":[],"Tags":[]"#, "eu-west-1")
        close(account, "AWS::CloudTrail::Trail")
    }

    private mutating func writeEvent() {
        time = Timestamp(nanoseconds: time.nanoseconds + Int64(1 + generator.below(300)) * 1_000_000_000)
        let member = generator.pick(members)
        switch generator.below(10) {
        case 0, 1, 2: switchTrail()
        case 3: createTrail()
        case 4: updateTrail()
        case 5:
            event(
                Self.management, "cloudtrail", "DeleteTrail",
                #"{"name":"\#(trail(generator.pick(Self.names)))"}"#)
        case 6: changeMembership(of: member)
        case 7: close(member, "AWS::CloudTrail::Trail")
        default: changeGroup(of: generator.chance(permille: 200) ? Self.management : member)
        }
    }
}

/// The events.
extension OrganizationWorkload {
    private static let names = ["all", "audit"]

    private func trail(_ name: String) -> String {
        "arn:aws:cloudtrail:eu-west-1:\(Self.management):trail/\(name)"
    }

    private mutating func switchTrail() {
        let name = generator.chance(permille: 600) ? "StartLogging" : "StopLogging"
        event(Self.management, "cloudtrail", name, #"{"name":"\#(trail(generator.pick(Self.names)))"}"#)
    }

    private mutating func createTrail() {
        let name = generator.pick(Self.names)
        let reach = #""isMultiRegionTrail":\#(generator.chance(permille: 700)),"#
        let whose = #""isOrganizationTrail":\#(generator.chance(permille: 800))"#
        event(
            Self.management, "cloudtrail", "CreateTrail", #"{"name":"\#(name)","s3BucketName":"logs"}"#,
            #"{"name":"\#(name)","s3BucketName":"logs","trailARN":"\#(trail(name))",\#(reach)\#(whose),"#
                + #""logFileValidationEnabled":true}"#)
    }

    private mutating func updateTrail() {
        let name = generator.pick(Self.names)
        let flag = generator.chance(permille: 500) ? "isOrganizationTrail" : "isMultiRegionTrail"
        let change = #""\#(flag)":\#(generator.chance(permille: 500))"#
        event(
            Self.management, "cloudtrail", "UpdateTrail", #"{"name":"\#(trail(name))",\#(change)}"#,
            #"{"name":"\#(name)","trailARN":"\#(trail(name))",\#(change)}"#)
    }

    private mutating func changeMembership(of member: String) {
        if generator.chance(permille: 300) {
            let request = #"{"accountId":"\#(member)"}"#
            event(Self.management, "organizations", "RemoveAccountFromOrganization", request)
        } else {
            event(
                Self.management, "organizations", "CreateAccountResult", "null", "null",
                #""serviceEventDetails":{"createAccountStatus":{"state":"SUCCEEDED","accountName":"m","#
                    + #""accountId":"\#(member)"}},"#)
        }
    }

    private mutating func changeGroup(of account: String) {
        let name =
            generator.chance(permille: 600) ? "AuthorizeSecurityGroupIngress" : "RevokeSecurityGroupIngress"
        event(
            account, "ec2", name,
            #"{"groupId":"sg-1","ipPermissions":{"items":[{"ipProtocol":"tcp","fromPort":22,"toPort":22,"groups":{},"#
                + #""ipRanges":{"items":[{"cidrIp":"0.0.0.0/0"}]},"ipv6Ranges":{},"prefixListIds":{}}]}}"#)
    }

    private mutating func event(
        _ account: String, _ service: String, _ name: String, _ request: String, _ response: String = "null",
        _ more: String = ""
    ) {
        counter += 1
        add(
            account,
            #"{"eventVersion":"1.11","userIdentity":{"type":"IAMUser","arn":"arn:aws:iam::\#(account):user/ida","#
                + #""accountId":"\#(account)","userName":"ida"},"eventTime":"\#(time.rfc3339)","#
                + #""eventSource":"\#(service).amazonaws.com","eventName":"\#(name)","awsRegion":"eu-west-1","#
                + #""sourceIPAddress":"203.0.113.7","userAgent":"test","requestParameters":\#(request),"#
                + #""responseElements":\#(response),\#(more)"eventID":"e-\#(counter)","readOnly":false,"#
                + #""eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"\#(account)"}"#)
    }

    private mutating func item(
        _ account: String, _ kind: String, _ id: String, _ properties: String, _ region: String
    ) {
        add(
            account,
            #"{"inventory_id":"i-\#(time.nanoseconds)","account":"aws:\#(account)","region":"\#(region)","kind":"\#(kind)","#
                + #""id":"\#(id)","observed_at":"\#(time.rfc3339)","properties":{\#(properties)}}"#)
    }

    /// A complete list of the account's own resources of a kind, which are none.
    private mutating func close(_ account: String, _ kind: String) {
        counter += 1
        add(
            account,
            #"{"inventory_id":"c-\#(counter)","account":"aws:\#(account)","region":"eu-west-1","kind":"\#(kind)","#
                + #""started_at":"\#(time.rfc3339)","complete":true,"items":0}"#)
    }

    private mutating func add(_ account: String, _ text: String) {
        lines.append(Line(account: account, bytes: Array(text.utf8)))
    }
}
