import CloudModel
internal import JSONTokens

/// The events that change VPCs and subnets.
enum EC2VPCEvents {
    static let folds: [String: AWSFold] = [
        "AssociateVpcCidrBlock": .writes(VPCKind.kind, VPCKind.blocks) { associate($0) },
        "CreateDefaultSubnet": .creates(SubnetKind.kind) { createSubnet($0) },
        "CreateDefaultVpc": .creates(VPCKind.kind) { create($0) },
        "CreateSubnet": .creates(SubnetKind.kind) { createSubnet($0) },
        "CreateVpc": .creates(VPCKind.kind) { create($0) },
        "DeleteSubnet": .deletes(SubnetKind.kind) { event in
            AWSEvent.outcome(event.text("subnetId").map { event.change(SubnetKind.kind, $0, .delete) })
        },
        "DeleteVpc": .deletes(VPCKind.kind) { event in
            AWSEvent.outcome(event.text("vpcId").map { event.change(VPCKind.kind, $0, .delete) })
        },
        "DisassociateVpcCidrBlock": .writes(VPCKind.kind, VPCKind.blocks) { disassociate($0) },
    ]

    /// A new VPC brings a default group, a default network ACL and a main route table along, and the record names none of
    /// them: their kinds' schemas say so (`firstborn`), and the graph misses them until they are seen.
    private static func create(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        guard let vpc = event.answer("vpc"), let id = shapes.text(shapes.member(vpc, "vpcId")) else {
            return .blind([])
        }
        var writes = shapes.writes(VPCKind.described, of: vpc)
        writes.append(
            VPCKind.blocks(vpc, shapes).map { .replace(VPCKind.blocks, $0) } ?? .unknown(VPCKind.blocks))
        let owner = shapes.text(shapes.member(vpc, "ownerId"))
        return AWSEvent.outcome(event.change(VPCKind.kind, id, .create, writes, owner: owner))
    }

    private static func createSubnet(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        guard let subnet = event.answer("subnet"), let id = shapes.text(shapes.member(subnet, "subnetId"))
        else { return .blind([]) }
        let writes = shapes.writes(SubnetKind.described, of: subnet)
        let owner = shapes.text(shapes.member(subnet, "ownerId"))
        return AWSEvent.outcome(event.change(SubnetKind.kind, id, .create, writes, owner: owner))
    }

    private static func associate(_ event: AWSEvent) -> AWSFoldOutcome {
        guard let id = event.text("vpcId") else { return .blind([]) }
        let block = association(event).flatMap { VPCKind.block($0, event.shapes) }
        // A block of Amazon's own or of a pool is not in the request.
        let write: PropertyWrite = block.map { .insert(VPCKind.blocks, $0) } ?? .unknown(VPCKind.blocks)
        return AWSEvent.outcome(event.change(VPCKind.kind, id, writes: write))
    }

    private static func disassociate(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        guard let id = shapes.text(event.answer("vpcId")) else { return .blind([]) }
        let association =
            event.text("associationId")
            ?? association(event).flatMap { shapes.text(shapes.member($0, "associationId")) }
        let write: PropertyWrite =
            association.map { .removeID(VPCKind.blocks, id: $0) } ?? .unknown(VPCKind.blocks)
        return AWSEvent.outcome(event.change(VPCKind.kind, id, writes: write))
    }

    private static func association(_ event: AWSEvent) -> Token? {
        event.shapes.member(event.response, "cidrBlockAssociation", or: "ipv6CidrBlockAssociation")
    }
}
