internal import JSONTokens

/// A rule of a security group as the EC2 API takes it.
enum IPPermission {
    static func flat(_ rule: FlatView?) -> FlatValue {
        guard let view = rule else { return .null }
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
