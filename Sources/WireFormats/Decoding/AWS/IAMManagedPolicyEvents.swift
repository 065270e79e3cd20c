import CloudModel
internal import JSONTokens

/// The events of managed policies and their versions.
enum IAMManagedPolicyEvents {
    static let folds: [String: AWSFold] = [
        "CreatePolicy": .creates(IAMKind.managedPolicy) { create($0) },
        "CreatePolicyVersion": .writes(
            IAMKind.managedPolicy, IAMKind.Policy.document, IAMKind.Policy.defaultVersion
        ) { createVersion($0) },
        "DeletePolicy": .deletes(IAMKind.managedPolicy) { event in onPolicy(event, .delete) { [] } },
        "SetDefaultPolicyVersion": .writes(
            IAMKind.managedPolicy, IAMKind.Policy.document, IAMKind.Policy.defaultVersion
        ) { event in
            // The call names a version whose document it does not show.
            onPolicy(event) {
                [.unknown(IAMKind.Policy.document), version(event.parameter("versionId"), event)]
            }
        },
    ]

    private static func onPolicy(
        _ event: AWSEvent, _ lifecycle: ResourceChange.Lifecycle = .modify, _ writes: () -> [PropertyWrite]
    ) -> AWSFoldOutcome {
        guard let arn = event.shapes.text(event.parameter("policyArn")) else { return .blind([]) }
        return .changes([event.iamChange(IAMKind.managedPolicy, arn, lifecycle, writes())])
    }

    private static func version(_ token: Token?, _ event: AWSEvent) -> PropertyWrite {
        event.shapes.text(token).map { .set(IAMKind.Policy.defaultVersion, FlatValue($0)) }
            ?? .unknown(IAMKind.Policy.defaultVersion)
    }

    private static func document(_ event: AWSEvent) -> PropertyWrite {
        event.policyDocument(event.parameter("policyDocument"))
            .map { .set(IAMKind.Policy.document, $0) } ?? .unknown(IAMKind.Policy.document)
    }

    private static func create(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        let policy = event.answer("policy")
        guard let arn = shapes.text(shapes.member(policy, "arn")) else { return .blind([]) }
        let version = shapes.text(shapes.member(policy, "defaultVersionId")) ?? "v1"
        return .changes([
            event.iamChange(
                IAMKind.managedPolicy, arn, .create,
                [
                    document(event), .set(IAMKind.Policy.defaultVersion, FlatValue(version)),
                    .replaceDefault(IAMKind.Policy.attached, []),
                    event.createdTags(IAMKind.managedPolicy.property("Tags")),
                ])
        ])
    }

    /// A version that is not made the default changes nothing that holds.
    private static func createVersion(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        let answer = event.answer("policyVersion")
        let isDefault =
            shapes.bool(event.parameter("setAsDefault"))
            ?? shapes.bool(
                shapes.member(answer, "isDefaultVersion"))
        guard isDefault == true else { return .irrelevant(.noGovernedProperty) }
        return onPolicy(event) { [document(event), version(shapes.member(answer, "versionId"), event)] }
    }
}
