import CloudModel
internal import JSONTokens

/// Policies of an organisation and what they are attached to.
enum OrganizationPolicyEvents {
    static let folds: [String: AWSFold] = [
        "AttachPolicy": .writes(kind, OrganizationKind.targets) { event in
            target(event) { .insert(OrganizationKind.targets, SetElement($0)) }
        },
        "CreatePolicy": .creates(kind) { create($0) },
        "DeletePolicy": .deletes(kind) { event in onPolicy(event, .delete) { [] } },
        "DeleteResourcePolicy": .deletes(resourcePolicy) { event in
            .changes([OrganizationKind.change(event, resourcePolicy, "resource-policy", .delete, [])])
        },
        "DetachPolicy": .writes(kind, OrganizationKind.targets) { event in
            target(event) { .remove(OrganizationKind.targets, $0) }
        },
        // The call makes the policy or replaces it.
        "PutResourcePolicy": .writes(
            resourcePolicy, resourcePolicy.property("Content"), resourcePolicy.property("Tags")
        ) { event in
            let content = resourcePolicy.property("Content")
            let document = event.policyDocument(event.parameter("content"))
            var writes = [document.map { PropertyWrite.set(content, $0) } ?? .unknown(content)]
            writes += ResourceTag.added(
                event.parameter("tags"), to: resourcePolicy.property("Tags"), event.shapes)
            return .changes([OrganizationKind.change(event, resourcePolicy, "resource-policy", writes)])
        },
        "UpdatePolicy": .writes(kind, OrganizationKind.content, OrganizationKind.policyName) { update($0) },
    ]

    private static let kind = OrganizationKind.policy
    private static let resourcePolicy = OrganizationKind.resourcePolicy

    private static func onPolicy(
        _ event: AWSEvent, _ lifecycle: ResourceChange.Lifecycle = .modify, _ writes: () -> [PropertyWrite]
    ) -> AWSFoldOutcome {
        guard let id = event.shapes.text(event.parameter("policyId")) else { return .blind([]) }
        return .changes([OrganizationKind.change(event, kind, id, lifecycle, writes())])
    }

    private static func target(_ event: AWSEvent, _ write: (FlatValue) -> PropertyWrite) -> AWSFoldOutcome {
        onPolicy(event) {
            let target = event.shapes.text(event.parameter("targetId"))
            return [target.map { write(FlatValue($0)) } ?? .unknown(OrganizationKind.targets)]
        }
    }

    private static func create(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        let summary = shapes.member(event.answer("policy"), "policySummary")
        guard let id = shapes.text(shapes.member(summary, "id")) else { return .blind([]) }
        let document = event.policyDocument(event.parameter("content"))
        func text(_ key: StaticString, _ property: PropertyID) -> PropertyWrite {
            let token = event.parameter(key) ?? shapes.member(summary, key)
            return shapes.text(token).map { .set(property, FlatValue($0)) } ?? .unknown(property)
        }
        return .changes([
            OrganizationKind.change(
                event, kind, id, .create,
                [
                    text("name", OrganizationKind.policyName), text("type", kind.property("Type")),
                    document.map { .set(OrganizationKind.content, $0) } ?? .unknown(OrganizationKind.content),
                    .replaceDefault(OrganizationKind.targets, []),
                    event.createdTags(kind.property("Tags")),
                ])
        ])
    }

    private static func update(_ event: AWSEvent) -> AWSFoldOutcome {
        var writes: [PropertyWrite] = []
        if let name = event.shapes.text(event.parameter("name")) {
            writes.append(.set(OrganizationKind.policyName, FlatValue(name)))
        }
        if let content = event.parameter("content") {
            writes.append(
                event.policyDocument(content).map { .set(OrganizationKind.content, $0) }
                    ?? .unknown(OrganizationKind.content))
        }
        return writes.isEmpty ? .irrelevant(.noGovernedProperty) : onPolicy(event) { writes }
    }
}
