import CloudModel
internal import JSONTokens

/// Tags of EC2 resources: one call names any number of resources.
enum EC2TagEvents {
    static let folds: [String: AWSFold] = [
        "CreateTags": AWSFold(reach: reach) { event in tagged(event) { added(event, $0) } },
        "DeleteTags": AWSFold(reach: reach) { event in tagged(event) { removed(event, $0) } },
    ]

    private static let reach = EC2Events.kinds.values.sorted { $0.name < $1.name }.map { kind in
        FoldReach.writing(kind, [kind.property("Tags")])
    }

    /// The tags of a call that creates one kind of resource.
    static func createdTags(_ event: AWSEvent, _ property: PropertyID) -> PropertyWrite {
        let shapes = event.shapes
        let specifications = shapes.member(event.request, "tagSpecificationSet", or: "tagSpecification")
        if shapes.isMasked(specifications) { return .unknown(property) }
        let elements: [SetElement] = shapes.items(specifications).flatMap { specification in
            // The nested style numbers its lists under `tag`, beside the tags under `Tag`.
            let tags = specification.kind == .object ? shapes.tape.member(specification, "Tag") : nil
            return ResourceTag.elements(tags ?? shapes.member(specification, "tags", or: "tag"), shapes)
        }
        return .replace(property, elements)
    }

    private static func tagged(
        _ event: AWSEvent, _ writes: (PropertyID) -> [PropertyWrite]
    ) -> AWSFoldOutcome {
        let shapes = event.shapes
        let failed = shapes.texts(event.answer("unsuccessfulSet"), under: "resourceId")
        let ids = shapes.texts(
            shapes.member(event.request, "resourcesSet", or: "resourceId"), under: "resourceId")
        var changes: [AWSPendingChange] = []
        for id in ids where !failed.contains(id) {
            guard let kind = EC2Events.kind(of: id), let tags = kind.schema.property(named: "Tags") else {
                continue
            }
            let writes = writes(tags)
            changes.append(event.change(kind, id, .modify, writes.isEmpty ? [.unknown(tags)] : writes))
        }
        return changes.isEmpty ? .irrelevant(.notGoverned) : .changes(changes)
    }

    private static func added(_ event: AWSEvent, _ property: PropertyID) -> [PropertyWrite] {
        let tags = event.shapes.member(event.request, anyOf: ["tagsSet", "tagSet", "tag"])
        return ResourceTag.added(tags, to: property, event.shapes)
    }

    /// Without a value the key goes whatever its value; without tags all of them go.
    private static func removed(_ event: AWSEvent, _ property: PropertyID) -> [PropertyWrite] {
        let shapes = event.shapes
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
