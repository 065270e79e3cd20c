import CloudModel
internal import JSONTokens

/// The schema of VPC endpoints, as the decoders write it.
enum VPCEndpointKind {
    static let kind = KindCatalog.kind("AWS::EC2::VPCEndpoint")
    static let state = kind.property("State")
    static let policy = kind.property("PolicyDocument")
    static let tables = kind.property("RouteTableIds")
    static let tags = kind.property("Tags")

    /// Where a description of an endpoint holds them.
    static let described: [DescribedProperty] = [
        .text(kind.property("VpcId"), "vpcId"), .text(kind.property("ServiceName"), "serviceName"),
        .text(kind.property("VpcEndpointType"), "vpcEndpointType"),
        .value(state, "state") { token, shapes in
            // A pending endpoint becomes available without an event.
            let name = shapes.text(token)?.lowercased()
            return name == nil || name == "pending" ? nil : FlatValue(name ?? "")
        },
        .value(policy, "policyDocument") { PolicyDocument.value($0, $1.tape) },
        DescribedProperty.texts(tables, "routeTableIdSet", "routeTableIds", under: "routeTableId")
            .orEmpty,
        DescribedProperty.tags(tags, "tagSet").orEmpty,
    ]
}

/// The events that change VPC endpoints.
enum EC2EndpointEvents {
    static let folds: [String: AWSFold] = [
        "CreateVpcEndpoint": .creates(VPCEndpointKind.kind) { create($0) },
        "DeleteVpcEndpoints": .deletes(VPCEndpointKind.kind) { delete($0) },
        "ModifyVpcEndpoint": .writes(VPCEndpointKind.kind, VPCEndpointKind.policy, VPCEndpointKind.tables) {
            modify($0)
        },
    ]

    private static func create(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        guard let endpoint = event.answer("vpcEndpoint"),
            let id = shapes.text(shapes.member(endpoint, "vpcEndpointId"))
        else { return .blind([]) }
        let writes = shapes.writes(VPCEndpointKind.described, of: endpoint)
        let owner = shapes.text(shapes.member(endpoint, "ownerId"))
        return AWSEvent.outcome(event.change(VPCEndpointKind.kind, id, .create, writes, owner: owner))
    }

    private static func delete(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        let failed = shapes.texts(event.answer("unsuccessful"), under: "resourceId")
        let list = shapes.member(event.request, anyOf: ["vpcEndpointId", "vpcEndpointIds"])
        let ids = shapes.texts(list, under: "vpcEndpointId")
        let gone = ids.filter { !failed.contains($0) }
        if gone.isEmpty, !ids.isEmpty { return .irrelevant(.noGovernedProperty) }
        return AWSEvent.outcome(gone.map { event.change(VPCEndpointKind.kind, $0, .delete) })
    }

    private static func modify(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        guard let id = event.text("vpcEndpointId") else { return .blind([]) }
        let added = shapes.texts(
            shapes.member(event.request, "addRouteTableId", or: "addRouteTableIds"), under: "content")
        let removed = shapes.texts(
            shapes.member(event.request, "removeRouteTableId", or: "removeRouteTableIds"), under: "content")
        var writes: [PropertyWrite] = removed.map { .remove(VPCEndpointKind.tables, FlatValue($0)) }
        writes += added.map { .insert(VPCEndpointKind.tables, SetElement(FlatValue($0))) }
        if let policy = event.parameter("policyDocument") {
            let value = PolicyDocument.value(policy, shapes.tape)
            writes.append(
                value.map { .set(VPCEndpointKind.policy, $0) } ?? .unknown(VPCEndpointKind.policy))
        } else if shapes.bool(event.parameter("resetPolicy")) == true {
            writes.append(.unknown(VPCEndpointKind.policy))
        }
        if writes.isEmpty { return .irrelevant(.noGovernedProperty) }
        return AWSEvent.outcome(event.change(VPCEndpointKind.kind, id, .modify, writes))
    }
}
