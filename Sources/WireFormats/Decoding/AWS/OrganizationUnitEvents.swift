import CloudModel
internal import JSONTokens

/// The tree of organisational units.
enum OrganizationUnitEvents {
    static let folds: [String: AWSFold] = [
        "CreateOrganizationalUnit": .creates(kind) { create($0) },
        "DeleteOrganizationalUnit": .deletes(kind) { event in onUnit(event, .delete) { [] } },
        "UpdateOrganizationalUnit": .writes(kind, OrganizationKind.unitName) { event in
            onUnit(event) {
                let name = event.shapes.text(event.parameter("name"))
                return name.map { [.set(OrganizationKind.unitName, FlatValue($0))] }
                    ?? [.unknown(OrganizationKind.unitName)]
            }
        },
    ]

    private static let kind = OrganizationKind.unit

    private static func onUnit(
        _ event: AWSEvent, _ lifecycle: ResourceChange.Lifecycle = .modify, _ writes: () -> [PropertyWrite]
    ) -> AWSFoldOutcome {
        guard let id = event.shapes.text(event.parameter("organizationalUnitId")) else { return .blind([]) }
        return .changes([OrganizationKind.change(event, kind, id, lifecycle, writes())])
    }

    private static func create(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        let unit = event.answer("organizationalUnit")
        guard let id = shapes.text(shapes.member(unit, "id")) else { return .blind([]) }
        func text(_ key: StaticString, _ property: PropertyID) -> PropertyWrite {
            shapes.text(event.parameter(key)).map { .set(property, FlatValue($0)) } ?? .unknown(property)
        }
        return .changes([
            OrganizationKind.change(
                event, kind, id, .create,
                [
                    text("name", OrganizationKind.unitName), text("parentId", OrganizationKind.unitParent),
                    event.createdTags(kind.property("Tags")),
                ])
        ])
    }
}
