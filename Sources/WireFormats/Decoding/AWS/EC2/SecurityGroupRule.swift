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

    /// The element of the set, as CloudFormation names its fields; written by rising name.
    func element(isEgress: Bool) -> FlatValue {
        var writer = FlatWriter()
        writer.reserve(192)
        let map = writer.beginMap()
        var count = 1
        func write(_ key: StaticString, _ value: String) {
            writer.write(key: key)
            writer.write(value)
            count += 1
        }
        func write(_ key: StaticString, _ value: Int64?) {
            guard let value else { return }
            writer.write(key: key)
            writer.write(value)
            count += 1
        }
        if case .ipv4(let block) = source { write("CidrIp", block) }
        if case .ipv6(let block) = source { write("CidrIpv6", block) }
        if isEgress, case .prefixList(let id) = source { write("DestinationPrefixListId", id) }
        if isEgress, case .group(let id, _) = source { write("DestinationSecurityGroupId", id) }
        write("FromPort", fromPort)
        writer.write(key: "IpProtocol")
        writer.write(ipProtocol)
        if !isEgress, case .prefixList(let id) = source { write("SourcePrefixListId", id) }
        if !isEgress, case .group(let id, let owner) = source {
            write("SourceSecurityGroupId", id)
            if let owner { write("SourceSecurityGroupOwnerId", owner) }
        }
        write("ToPort", toPort)
        writer.endMap(map, count: count)
        return writer.finish()
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
        let hasPorts = SecurityGroupRule.hasPorts(ipProtocol)
        let first = hasPorts ? shapes.member(fields, "fromPort") : nil
        let last = hasPorts ? shapes.member(fields, "toPort") : nil
        fromPort = shapes.int(first)
        toPort = shapes.int(last)
        if first != nil && fromPort == nil || last != nil && toPort == nil { return nil }
        self.source = source
    }

    private static func hasPorts(_ name: String) -> Bool {
        switch name {
        case "tcp", "udp", "icmp", "icmpv6": true
        default: false
        }
    }

    private static func canonicalProtocol(_ text: String) -> String {
        if hasPorts(text) { return text }
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
        if let block = shapes.text(shapes.member(rule, "cidrIpv4", or: "cidrIp")) {
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
                    shapes.text(shapes.member(range, "cidrIpv6", or: "cidrIp")) ?? shapes.text(range)
                guard let block, let source = address(block) else { return nil }
                sources.append(source)
            }
        }
        for item in shapes.items(shapes.member(permission, "prefixListIds")) {
            let id = shapes.text(shapes.member(item, "prefixListId")) ?? shapes.text(item)
            guard let id else { return nil }
            sources.append(.prefixList(id))
        }
        for pair in shapes.items(shapes.member(permission, "groups", or: "userIdGroupPairs")) {
            guard let source = group(pair, shapes, owner: nil, account: account) else { return nil }
            sources.append(source)
        }
        return sources
    }
}
