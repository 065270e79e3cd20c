internal import JSONTokens

/// One permission towards one source: only the fields that identify it, in one form whatever the record's spelling.
struct SecurityGroupRule {
    /// `tcp`, `udp`, `icmp`, `icmpv6`, `-1`, or another protocol's number.
    let ipProtocol: String
    /// First port or ICMP type; nil where the protocol has none.
    let fromPort: Int64?
    /// Last port or ICMP code; nil where the protocol has none.
    let toPort: Int64?
    /// The other side.
    let source: Source

    /// The other side of a permission.
    enum Source {
        case ipv4(String)
        case ipv6(String)
        case prefixList(String)
        /// The owner is set only if it is another account.
        case group(String, owner: String?)
    }

    /// Everything to the IPv4 internet: what a new group of a VPC lets out.
    static let allIPv4 = SecurityGroupRule(
        ipProtocol: "-1", fromPort: nil, toPort: nil, source: .ipv4("0.0.0.0/0"))

    /// The element of the set, as CloudFormation names its fields.
    func element(isEgress: Bool) -> FlatValue {
        var members: [(String, FlatValue)] = [("IpProtocol", FlatValue(ipProtocol))]
        if let fromPort { members.append(("FromPort", FlatValue(fromPort))) }
        if let toPort { members.append(("ToPort", FlatValue(toPort))) }
        let side = isEgress ? "Destination" : "Source"
        switch source {
        case .ipv4(let block): members.append(("CidrIp", FlatValue(block)))
        case .ipv6(let block): members.append(("CidrIpv6", FlatValue(block)))
        case .prefixList(let id): members.append((side + "PrefixListId", FlatValue(id)))
        case .group(let id, let owner):
            members.append((side + "SecurityGroupId", FlatValue(id)))
            if let owner, !isEgress { members.append(("SourceSecurityGroupOwnerId", FlatValue(owner))) }
        }
        return FlatValue(map: members)
    }
}

extension SecurityGroupRule {
    /// The rule of a record that names one source in flat fields: an answer's `securityGroupRuleSet`, an old request, a
    /// CloudFormation property. Nil if it has no source or an unreadable one.
    init?(flat rule: Token, _ shapes: AWSShapes, account: String) {
        guard let source = SecurityGroupRule.flatSource(rule, shapes, account: account) else { return nil }
        self.init(rule, shapes, source: source)
    }

    /// Every rule of a permission with lists of sources; nil if one of them is unreadable.
    static func rules(
        ofPermission permission: Token, _ shapes: AWSShapes, account: String
    ) -> [SecurityGroupRule]? {
        guard let sources = listedSources(permission, shapes, account: account) else { return nil }
        if sources.isEmpty {
            return SecurityGroupRule(flat: permission, shapes, account: account).map { [$0] }
        }
        var rules: [SecurityGroupRule] = []
        for source in sources {
            guard let rule = SecurityGroupRule(permission, shapes, source: source) else { return nil }
            rules.append(rule)
        }
        return rules
    }

    private init?(_ fields: Token, _ shapes: AWSShapes, source: Source) {
        guard let name = shapes.text(shapes.member(fields, "ipProtocol")) else { return nil }
        ipProtocol = SecurityGroupRule.canonicalProtocol(name)
        let hasPorts = ["tcp", "udp", "icmp", "icmpv6"].contains(ipProtocol)
        let ports = [shapes.member(fields, "fromPort"), shapes.member(fields, "toPort")]
        let numbers = ports.map { shapes.int($0) }
        for index in 0..<2 where hasPorts && ports[index] != nil && numbers[index] == nil { return nil }
        fromPort = hasPorts ? numbers[0] : nil
        toPort = hasPorts ? numbers[1] : nil
        self.source = source
    }

    private static func canonicalProtocol(_ text: String) -> String {
        let name = text.lowercased()
        return switch name {
        case "6": "tcp"
        case "17": "udp"
        case "1": "icmp"
        case "58": "icmpv6"
        case "all": "-1"
        default: name
        }
    }

    private static func flatSource(_ rule: Token, _ shapes: AWSShapes, account: String) -> Source? {
        if let block = shapes.text(shapes.member(rule, "cidrIpv6")) {
            return AddressBlock.canonicalIPv6(block).map { .ipv6($0) }
        }
        if let block = shapes.text(shapes.member(rule, anyOf: ["cidrIpv4", "cidrIp"])) {
            return address(block)
        }
        let lists: [StaticString] = ["prefixListId", "sourcePrefixListId", "destinationPrefixListId"]
        if let list = shapes.text(shapes.member(rule, anyOf: lists)) { return .prefixList(list) }
        let groups: [StaticString] = [
            "referencedGroupInfo", "referencedGroupId", "sourceSecurityGroupId", "destinationSecurityGroupId",
        ]
        guard let group = shapes.member(rule, anyOf: groups) else { return nil }
        let owner = shapes.text(shapes.member(rule, "sourceSecurityGroupOwnerId"))
        return self.group(group, shapes, owner: owner, account: account)
    }

    /// A block given in a field for IPv4 may still be one of IPv6 in hand-made records.
    private static func address(_ block: String) -> Source? {
        if let block = AddressBlock.canonicalIPv4(block) { return .ipv4(block) }
        return AddressBlock.canonicalIPv6(block).map { .ipv6($0) }
    }

    private static func group(
        _ group: Token, _ shapes: AWSShapes, owner: String?, account: String
    ) -> Source? {
        let id =
            shapes.text(shapes.member(group, "groupId")) ?? (group.kind == .string ? shapes.text(group) : nil)
        guard var id else { return nil }
        var owner = shapes.text(shapes.member(group, "userId")) ?? owner
        if let slash = id.firstIndex(of: "/") {
            owner = owner ?? String(id[..<slash])
            id = String(id[id.index(after: slash)...])
        }
        return .group(id, owner: owner == account ? nil : owner)
    }

    private static func listedSources(
        _ permission: Token, _ shapes: AWSShapes, account: String
    ) -> [Source]? {
        var sources: [Source] = []
        for list in ["ipv4Ranges", "ipRanges", "ipv6Ranges"] as [StaticString] {
            for range in shapes.items(shapes.member(permission, list)) {
                let block =
                    shapes.text(shapes.member(range, anyOf: ["cidrIpv6", "cidrIp"])) ?? shapes.text(range)
                guard let block, let source = address(block) else { return nil }
                sources.append(source)
            }
        }
        for item in shapes.items(shapes.member(permission, "prefixListIds")) {
            let id = shapes.text(shapes.member(item, "prefixListId")) ?? shapes.text(item)
            guard let id else { return nil }
            sources.append(.prefixList(id))
        }
        for pair in shapes.items(shapes.member(permission, anyOf: ["groups", "userIdGroupPairs"])) {
            guard let source = group(pair, shapes, owner: nil, account: account) else { return nil }
            sources.append(source)
        }
        return sources
    }
}
