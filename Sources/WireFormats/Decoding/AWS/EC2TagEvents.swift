import CloudModel
internal import JSONTokens

/// Tags of EC2 resources: one call names any number of resources.
enum EC2TagEvents {
    static let folds: [String: AWSFold] = [
        "CreateTags": .writes(SecurityGroupKind.kind, SecurityGroupKind.tags) { event in
            tagged(event) { _ in added(event) }
        },
        "DeleteTags": .writes(SecurityGroupKind.kind, SecurityGroupKind.tags) { event in
            tagged(event) { _ in removed(event) }
        },
    ]

    /// The tags of a call that creates a security group.
    static func createdTags(_ event: AWSEvent, _ property: PropertyID) -> PropertyWrite {
        let shapes = event.shapes
        let specifications = shapes.member(event.request, "tagSpecificationSet", or: "tagSpecification")
        if shapes.isMasked(specifications) { return .unknown(property) }
        let elements = shapes.items(specifications).flatMap { specification in
            ResourceTag.elements(shapes.member(specification, "tags", or: "tag"), shapes)
        }
        return .replace(property, elements)
    }

    private static func tagged(_ event: AWSEvent, _ writes: (String) -> [PropertyWrite]) -> AWSFoldOutcome {
        let shapes = event.shapes
        let failed = shapes.texts(event.answer("unsuccessfulSet"), under: "resourceId")
        let ids = shapes.texts(
            shapes.member(event.request, "resourcesSet", or: "resourceId"), under: "resourceId")
        let changes = ids.filter { $0.hasPrefix("sg-") && !failed.contains($0) }.map {
            EC2SecurityGroupEvents.change(event, $0, writes: writes($0))
        }
        return changes.isEmpty ? .irrelevant(.notGoverned) : .changes(changes)
    }

    private static func added(_ event: AWSEvent) -> [PropertyWrite] {
        let tags = event.shapes.member(event.request, anyOf: ["tagsSet", "tagSet", "tag"])
        return ResourceTag.added(tags, to: SecurityGroupKind.tags, event.shapes)
    }

    /// Without a value the key goes whatever its value; without tags all of them go.
    private static func removed(_ event: AWSEvent) -> [PropertyWrite] {
        let shapes = event.shapes
        let property = SecurityGroupKind.tags
        let list = shapes.member(event.request, anyOf: ["tagsSet", "tagSet", "tag"])
        if shapes.isMasked(list) { return [.unknown(property)] }
        let pairs = shapes.items(list).compactMap { ResourceTag.pair($0, shapes) }
        if pairs.isEmpty { return [.replace(property, [])] }
        return pairs.map { pair in
            guard let value = pair.value else { return .removeID(property, id: pair.key) }
            return .remove(property, ResourceTag.element(pair.key, value).value)
        }
    }
}
