import CloudModel
internal import JSONTokens

/// The tagging service of resource groups: one call names any number of resources of any service.
enum TaggingEvents {
    static let service = AWSService(
        folds: [
            "TagResources": AWSFold(reach: reach) { event in
                succeeded(event, AWSTagEvents.added(event, arns: ["resourceARNList"], tags: ["tags"]))
            },
            "UntagResources": AWSFold(reach: reach) { event in
                succeeded(event, AWSTagEvents.removed(event, arns: ["resourceARNList"], keys: ["tagKeys"]))
            },
        ],
        withoutEffect: [], kindWords: [], otherWords: [], touch: { _ in [] })

    private static let reach = (ARNForm.kinds + [IAMKind.managedPolicy, IAMKind.virtualMFADevice]).compactMap
    { kind in
        kind.schema.property(named: "Tags").map { FoldReach.writing(kind, [$0]) }
    }

    /// The changes without those of resources that the answer lists as failed.
    private static func succeeded(_ event: AWSEvent, _ outcome: AWSFoldOutcome) -> AWSFoldOutcome {
        guard case .changes(let changes) = outcome, let failed = event.answer("failedResourcesMap"),
            failed.kind == .object
        else { return outcome }
        let names = event.shapes.tape.members(failed).compactMap { event.shapes.tape.string($0.key) }
        let gone = names.compactMap { event.change(arn: $0)?.resource }
        let rest = changes.filter { !gone.contains($0.resource) }
        return rest.isEmpty ? .irrelevant(.notGoverned) : .changes(rest)
    }
}
