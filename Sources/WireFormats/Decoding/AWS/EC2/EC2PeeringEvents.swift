import CloudModel
internal import JSONTokens

/// The schema of peering connections, as the decoders write it.
enum PeeringKind {
    static let kind = KindCatalog.kind("AWS::EC2::VPCPeeringConnection")
    static let status = kind.property("StatusCode")
    static let tags = kind.property("Tags")
    private static let requester = kind.property("RequesterCidrBlocks")
    private static let accepter = kind.property("AccepterCidrBlocks")

    /// Everything but the tags.
    static let described = kind.schema.properties.indices.map { PropertyID(index: $0) }.filter { $0 != tags }

    /// What a description of a connection says. The accepter's blocks are not told before it accepts.
    static func writes(_ connection: Token?, _ shapes: AWSShapes) -> [PropertyWrite] {
        let ours = shapes.member(connection, "requesterVpcInfo")
        let theirs = shapes.member(connection, "accepterVpcInfo")
        var writes = shapes.writes([.text(kind.property("VpcId"), "vpcId")], of: ours)
        writes += shapes.writes(
            [
                .text(kind.property("PeerVpcId"), "vpcId"), .text(kind.property("PeerOwnerId"), "ownerId"),
                .text(kind.property("PeerRegion"), "region"),
            ], of: theirs)
        if let blocks = blocks(ours, shapes) { writes.append(.set(requester, blocks)) }
        if let blocks = blocks(theirs, shapes) { writes.append(.set(accepter, blocks)) }
        if let code = shapes.text(shapes.member(shapes.member(connection, "status"), "code")) {
            writes.append(.set(status, FlatValue(code)))
        }
        return writes
    }

    private static func blocks(_ side: Token?, _ shapes: AWSShapes) -> FlatValue? {
        var blocks = Set(shapes.texts(shapes.member(side, "cidrBlockSet"), under: "cidrBlock"))
        blocks.formUnion(shapes.texts(shapes.member(side, "ipv6CidrBlockSet"), under: "ipv6CidrBlock"))
        if let block = shapes.text(shapes.member(side, "cidrBlock")) { blocks.insert(block) }
        return blocks.isEmpty ? nil : FlatValue(list: blocks.sorted().map { FlatValue($0) })
    }
}

/// The events that change peering connections. Either account has its own copy of the connection; an acceptance is
/// recorded at the accepter's.
enum EC2PeeringEvents {
    static let folds: [String: AWSFold] = [
        "AcceptVpcPeeringConnection": AWSFold(reach: [.writing(PeeringKind.kind, PeeringKind.described)]) {
            event in
            guard let id = event.text("vpcPeeringConnectionId") else { return .blind([]) }
            var writes = PeeringKind.writes(event.answer("vpcPeeringConnection"), event.shapes)
            if writes.isEmpty { writes = [.set(PeeringKind.status, FlatValue("active"))] }
            return AWSEvent.outcome(event.change(PeeringKind.kind, id, .modify, writes))
        },
        "CreateVpcPeeringConnection": .creates(PeeringKind.kind) { create($0) },
        "DeleteVpcPeeringConnection": .deletes(PeeringKind.kind) { event in
            AWSEvent.outcome(
                event.text("vpcPeeringConnectionId").map { event.change(PeeringKind.kind, $0, .delete) })
        },
        "RejectVpcPeeringConnection": .writes(PeeringKind.kind, PeeringKind.status) { event in
            AWSEvent.outcome(
                event.text("vpcPeeringConnectionId").map {
                    event.change(
                        PeeringKind.kind, $0, writes: .set(PeeringKind.status, FlatValue("rejected")))
                })
        },
    ]

    private static func create(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        let connection = event.answer("vpcPeeringConnection")
        guard let id = shapes.text(shapes.member(connection, "vpcPeeringConnectionId")) else {
            return .blind([])
        }
        var writes = PeeringKind.writes(connection, shapes)
        writes.append(EC2TagEvents.createdTags(event, PeeringKind.tags))
        return AWSEvent.outcome(event.change(PeeringKind.kind, id, .create, writes))
    }
}
