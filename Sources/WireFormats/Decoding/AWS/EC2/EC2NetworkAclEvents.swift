import CloudModel
internal import JSONTokens

/// The schema of network ACLs, as the decoders write it.
enum NetworkAclKind {
    static let kind = KindCatalog.kind("AWS::EC2::NetworkAcl")
    static let entries = kind.property("Entries")
    static let tags = kind.property("Tags")

    /// Where a description of an ACL holds them.
    static let described: [DescribedProperty] = [
        .text(kind.property("VpcId"), "vpcId"),
        .flag(kind.property("IsDefault"), "isDefault", "default"),
        .elements(entries, "entrySet", "entries", by: entry),
        DescribedProperty.tags(tags, "tagSet").orEmpty,
    ]

    /// What entries of one ACL are told apart by: their direction and number. Nil if the record names none.
    static func entryID(_ entry: Token?, _ shapes: AWSShapes) -> String? {
        guard let number = shapes.int(shapes.member(entry, "ruleNumber")) else { return nil }
        let isEgress = shapes.bool(shapes.member(entry, "egress")) ?? false
        return (isEgress ? "egress:" : "ingress:") + String(number)
    }

    /// One entry; nil if it is unreadable. Protocols are numbers, `-1` is every one; without ports all ports count.
    @Sendable static func entry(_ entry: Token, _ shapes: AWSShapes) -> SetElement? {
        guard let id = entryID(entry, shapes), let number = shapes.int(shapes.member(entry, "ruleNumber")),
            let name = shapes.text(shapes.member(entry, "aclProtocol", or: "protocol")),
            let action = shapes.text(shapes.member(entry, "ruleAction"))
        else { return nil }
        var members = [
            ("RuleNumber", FlatValue(number)), ("Protocol", FlatValue(protocolNumber(name))),
            ("RuleAction", FlatValue(action.lowercased())),
            ("Egress", FlatValue(shapes.bool(shapes.member(entry, "egress")) ?? false)),
        ]
        if let block = shapes.text(shapes.member(entry, "cidrBlock")) {
            members.append(("CidrBlock", FlatValue(AddressBlock.canonicalIPv4(block) ?? block)))
        }
        if let block = shapes.text(shapes.member(entry, "ipv6CidrBlock")) {
            members.append(("Ipv6CidrBlock", FlatValue(AddressBlock.canonicalIPv6(block) ?? block)))
        }
        let range = shapes.member(entry, "portRange") ?? entry
        for (name, keys) in [("FromPort", ["from", "fromPort"]), ("ToPort", ["to", "toPort"])]
            as [(String, [StaticString])]
        {
            guard let port = shapes.int(shapes.member(range, anyOf: keys)) else { continue }
            members.append((name, FlatValue(port)))
        }
        return SetElement(FlatValue(map: members), id: id)
    }

    private static func protocolNumber(_ text: String) -> String {
        switch text.lowercased() {
        case "tcp": "6"
        case "udp": "17"
        case "icmp": "1"
        case "icmpv6": "58"
        case "all": "-1"
        default: text.lowercased()
        }
    }
}

/// The events that change network ACLs. Which subnets use one is no property of it.
enum EC2NetworkAclEvents {
    static let folds: [String: AWSFold] = [
        "CreateNetworkAcl": .creates(NetworkAclKind.kind) { create($0) },
        "CreateNetworkAclEntry": .writes(NetworkAclKind.kind, NetworkAclKind.entries) { entry($0) },
        "DeleteNetworkAcl": .deletes(NetworkAclKind.kind) { event in
            AWSEvent.outcome(
                event.text("networkAclId").map { event.change(NetworkAclKind.kind, $0, .delete) })
        },
        "DeleteNetworkAclEntry": .writes(NetworkAclKind.kind, NetworkAclKind.entries) { deleteEntry($0) },
        "ReplaceNetworkAclEntry": .writes(NetworkAclKind.kind, NetworkAclKind.entries) { entry($0) },
    ]

    private static func create(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        guard let acl = event.answer("networkAcl"), let id = shapes.text(shapes.member(acl, "networkAclId"))
        else { return .blind([]) }
        let writes = shapes.writes(NetworkAclKind.described, of: acl)
        let owner = shapes.text(shapes.member(acl, "ownerId"))
        return AWSEvent.outcome(event.change(NetworkAclKind.kind, id, .create, writes, owner: owner))
    }

    private static func entry(_ event: AWSEvent) -> AWSFoldOutcome {
        guard let id = event.text("networkAclId"), let request = event.request else { return .blind([]) }
        let write: PropertyWrite =
            NetworkAclKind.entry(request, event.shapes).map { entry in
                .modify(NetworkAclKind.entries, id: entry.id ?? "", entry.value)
            } ?? .unknown(NetworkAclKind.entries)
        return AWSEvent.outcome(event.change(NetworkAclKind.kind, id, writes: write))
    }

    private static func deleteEntry(_ event: AWSEvent) -> AWSFoldOutcome {
        guard let id = event.text("networkAclId") else { return .blind([]) }
        let write: PropertyWrite =
            NetworkAclKind.entryID(event.request, event.shapes).map {
                .removeID(NetworkAclKind.entries, id: $0)
            } ?? .unknown(NetworkAclKind.entries)
        return AWSEvent.outcome(event.change(NetworkAclKind.kind, id, writes: write))
    }
}
