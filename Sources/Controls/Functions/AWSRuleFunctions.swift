internal import CloudModel
internal import Expressions
internal import JSONTokens

/// Rules of AWS security groups, as the properties SecurityGroupIngress and SecurityGroupEgress hold them.
///
/// - `rule.admitsIPv4Internet()`: true if the rule's CidrIp is as wide as the internet; unknown if the rule points at
///   a prefix list, whose content is not known. Example:
///   `resource.SecurityGroupIngress.exists(r, r.admitsIPv4Internet())`.
/// - `rule.admitsIPv6Internet()`: the same for CidrIpv6.
/// - `rule.admitsPort(protocol, port)`: true if the rule's protocol is the given one (`'tcp'`, `'udp'`) or every one, and
///   its port range contains the port. Example: `r.admitsPort('tcp', 22)`.
/// - `rule.ipPermission()`: the rule as the EC2 API takes it in `IpPermissions`. Example: `[item.ipPermission()]`.
enum AWSRuleFunctions {
    static let all = ["SecurityGroupIngress", "SecurityGroupEgress"].flatMap { property in
        declarations(on: KindTypes.elementType(of: "AWS::EC2::SecurityGroup", property))
    }

    private static func declarations(on rule: ExpressionType) -> [FunctionDeclaration] {
        [
            FunctionDeclaration(
                method: "admitsIPv4Internet", on: rule, returns: .bool,
                .unary { admitsInternet($0, "CidrIp") }),
            FunctionDeclaration(
                method: "admitsIPv6Internet", on: rule, returns: .bool,
                .unary { admitsInternet($0, "CidrIpv6") }),
            FunctionDeclaration(
                method: "admitsPort", on: rule, [.string, .int], returns: .bool,
                .general { .bool(admits($0[0], $0[1].readText, $0[2].readInt ?? -1)) }),
            FunctionDeclaration(
                method: "ipPermission", on: rule, returns: .map(.string, .dyn),
                .unary { Value(flat: permission($0)) }),
        ]
    }

    private static func admitsInternet(_ rule: Value, _ field: String) -> Value {
        guard let view = rule.view else { return .bool(false) }
        if let list = view.member("SourcePrefixListId")?.string {
            return .unknown(UnknownSet("the content of prefix list \(list)"))
        }
        guard let block = view.member(field) else { return .bool(false) }
        if block.equals("0.0.0.0/0") || block.equals("::/0") { return .bool(true) }
        return .bool(block.string.map(AddressBlock.isInternet) ?? false)
    }

    private static func admits(_ rule: Value, _ wanted: String, _ port: Int64) -> Bool {
        guard let view = rule.view, let given = view.member("IpProtocol") else { return false }
        guard let text = given.string ?? given.texts.first else { return false }
        let name = protocolName(text)
        if name == "-1" { return true }
        guard name == protocolName(wanted) else { return false }
        let first = view.member("FromPort")?.int ?? -1
        let last = view.member("ToPort")?.int ?? -1
        // Without a range, and with -1, EC2 means every port.
        if first < 0 { return true }
        return first <= port && port <= (last < 0 ? first : last)
    }

    private static func protocolName(_ text: String) -> String {
        switch text {
        case "tcp", "6": "tcp"
        case "udp", "17": "udp"
        case "-1": "-1"
        default: text.lowercased() == "all" ? "-1" : text.lowercased()
        }
    }

    private static func permission(_ rule: Value) -> FlatValue {
        guard let view = rule.view else { return .null }
        var members: [(String, FlatValue)] = []
        for name in ["IpProtocol", "FromPort", "ToPort"] {
            if let value = view.member(name), !value.isNull { members.append((name, value.value)) }
        }
        if let text = view.member("CidrIp") { members.append(("IpRanges", one(("CidrIp", text)))) }
        if let text = view.member("CidrIpv6") { members.append(("Ipv6Ranges", one(("CidrIpv6", text)))) }
        if let list = view.member("SourcePrefixListId") ?? view.member("DestinationPrefixListId") {
            members.append(("PrefixListIds", one(("PrefixListId", list))))
        }
        if let group = view.member("SourceSecurityGroupId") ?? view.member("DestinationSecurityGroupId") {
            let owner = view.member("SourceSecurityGroupOwnerId").map { [("UserId", $0)] } ?? []
            members.append(("UserIdGroupPairs", list([("GroupId", group)] + owner)))
        }
        return FlatValue(map: members)
    }

    private static func one(_ member: (String, FlatView)) -> FlatValue { list([member]) }

    private static func list(_ members: [(String, FlatView)]) -> FlatValue {
        FlatValue(list: [FlatValue(map: members.map { ($0.0, $0.1.value) })])
    }
}
