import CloudModel
internal import JSONTokens

/// The events that change route tables, routes and the subnets that use a table.
enum EC2RouteEvents {
    static let folds: [String: AWSFold] = [
        "AssociateRouteTable": .creates(RouteTableKind.association) { associate($0) },
        "CreateRoute": .writes(RouteTableKind.kind, RouteTableKind.routes) { route($0) },
        "CreateRouteTable": .creates(RouteTableKind.kind) { create($0) },
        "DeleteRoute": .writes(RouteTableKind.kind, RouteTableKind.routes) { deleteRoute($0) },
        "DeleteRouteTable": .deletes(RouteTableKind.kind) { event in
            AWSEvent.outcome(
                event.text("routeTableId").map { event.change(RouteTableKind.kind, $0, .delete) })
        },
        "DisassociateRouteTable": .deletes(RouteTableKind.association) { event in
            AWSEvent.outcome(
                event.text("associationId").map { event.change(RouteTableKind.association, $0, .delete) })
        },
        "ReplaceRoute": .writes(RouteTableKind.kind, RouteTableKind.routes) { route($0) },
        "ReplaceRouteTableAssociation": .reaches(
            .creation(of: RouteTableKind.association), .writing(RouteTableKind.kind, RouteTableKind.isMain)
        ) { replaceAssociation($0) },
    ]

    private static func create(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        guard let table = event.answer("routeTable"),
            let id = shapes.text(shapes.member(table, "routeTableId"))
        else { return .blind([]) }
        let writes = shapes.writes(RouteTableKind.described, of: table)
        let owner = shapes.text(shapes.member(table, "ownerId"))
        return AWSEvent.outcome(event.change(RouteTableKind.kind, id, .create, writes, owner: owner))
    }

    /// A route that is new or has a new target: either way the table has one with this destination.
    private static func route(_ event: AWSEvent) -> AWSFoldOutcome {
        guard let id = event.text("routeTableId"), let request = event.request else { return .blind([]) }
        let write: PropertyWrite =
            RouteTableKind.route(request, event.shapes).map { route in
                .modify(RouteTableKind.routes, id: route.id ?? "", route.value)
            } ?? .unknown(RouteTableKind.routes)
        return AWSEvent.outcome(event.change(RouteTableKind.kind, id, writes: write))
    }

    private static func deleteRoute(_ event: AWSEvent) -> AWSFoldOutcome {
        guard let id = event.text("routeTableId") else { return .blind([]) }
        let write: PropertyWrite =
            RouteTableKind.destination(event.request, event.shapes).map {
                .removeID(RouteTableKind.routes, id: $0)
            } ?? .unknown(RouteTableKind.routes)
        return AWSEvent.outcome(event.change(RouteTableKind.kind, id, writes: write))
    }

    private static func associate(_ event: AWSEvent) -> AWSFoldOutcome {
        guard let table = event.text("routeTableId"),
            let id = event.shapes.text(event.answer("associationId"))
        else { return .blind([]) }
        let writes: [PropertyWrite] = [
            .set(RouteTableKind.table, FlatValue(table)),
            .set(RouteTableKind.subnet, event.text("subnetId").map { FlatValue($0) } ?? .null),
        ]
        return AWSEvent.outcome(event.change(RouteTableKind.association, id, .create, writes))
    }

    /// The new association is of the old one's subnet, which the record does not name. The old one may have been the
    /// VPC's main one.
    private static func replaceAssociation(_ event: AWSEvent) -> AWSFoldOutcome {
        guard let old = event.text("associationId"), let table = event.text("routeTableId") else {
            return .blind([])
        }
        var changes = [
            event.change(RouteTableKind.association, old, .delete),
            event.change(RouteTableKind.kind, table, writes: .unknown(RouteTableKind.isMain)),
        ]
        if let id = event.shapes.text(event.answer("newAssociationId")) {
            let writes: [PropertyWrite] = [
                .set(RouteTableKind.table, FlatValue(table)), .unknown(RouteTableKind.subnet),
            ]
            changes.append(event.change(RouteTableKind.association, id, .create, writes))
        }
        return .changes(changes)
    }
}
