import CloudModel
internal import JSONTokens

/// What is known of the events of Secrets Manager. A secret is known by its name, which calls may give as an ARN.
enum SecretEvents {
    private static let kind = KindCatalog.kind("AWS::SecretsManager::Secret")
    private static let policy = kind.property("Policy")
    private static let deleted = kind.property("DeletedDate")
    private static let tags = kind.property("Tags")

    static let service = AWSService(
        folds: [
            "CreateSecret": .creates(kind) { create($0) },
            "DeleteResourcePolicy": .writes(kind, policy) { on($0, .modify, [.set(policy, .null)]) },
            "DeleteSecret": .reaches(.creation(of: kind)) { delete($0) },
            "PutResourcePolicy": .writes(kind, policy) { event in
                let value = event.parameter("resourcePolicy").flatMap {
                    PolicyDocument.value($0, event.shapes.tape)
                }
                return on(event, .modify, [value.map { .set(policy, $0) } ?? .unknown(policy)])
            },
            "RestoreSecret": .writes(kind, deleted) { on($0, .modify, [.set(deleted, .null)]) },
            "TagResource": .writes(kind, tags) { event in
                let writes = ResourceTag.added(event.parameter("tags"), to: tags, event.shapes)
                return on(event, .modify, writes.isEmpty ? [.unknown(tags)] : writes)
            },
            "UntagResource": .writes(kind, tags) { event in
                let keys = event.shapes.texts(event.parameter("tagKeys"), under: "key")
                let writes = ResourceTag.removed(keys: keys, from: tags)
                return on(event, .modify, writes.isEmpty ? [.unknown(tags)] : writes)
            },
        ],
        withoutEffect: [
            "CancelRotateSecret", "PutSecretValue", "RemoveRegionsFromReplication",
            "ReplicateSecretToRegions", "RotateSecret", "StopReplicationToReplica", "UpdateSecret",
            "UpdateSecretVersionStage",
        ],
        kindWords: ["ResourcePolicy"], otherWords: ["Validate"],
        touch: { event in name(event).map { [event.change(kind, $0, .touch)] } ?? [] })

    private static func name(_ event: AWSEvent) -> String? {
        if let name = event.shapes.text(event.answer("name")) { return name }
        guard let text = event.text("secretId") ?? event.shapes.text(event.answer("arn")) else { return nil }
        return event.change(arn: text)?.resource.nativeID ?? text
    }

    private static func on(
        _ event: AWSEvent, _ lifecycle: ResourceChange.Lifecycle, _ writes: [PropertyWrite]
    ) -> AWSFoldOutcome {
        let owner = event.text("secretId").flatMap { AWSARN($0)?.account }
        return AWSEvent.outcome(name(event).map { event.change(kind, $0, lifecycle, writes, owner: owner) })
    }

    private static func create(_ event: AWSEvent) -> AWSFoldOutcome {
        guard let name = event.text("name") ?? name(event) else { return .blind([]) }
        let list = event.parameter("tags")
        let write: PropertyWrite =
            event.shapes.isMasked(list)
            ? .unknown(tags) : .replace(tags, ResourceTag.elements(list, event.shapes))
        return AWSEvent.outcome(
            event.change(
                kind, name, .create,
                [
                    .set(kind.property("Name"), FlatValue(name)), .setDefault(policy, .null),
                    .setDefault(deleted, .null), write,
                ]))
    }

    /// A secret is deleted at once only by force; else it waits and can be restored.
    private static func delete(_ event: AWSEvent) -> AWSFoldOutcome {
        if event.shapes.bool(event.parameter("forceDeleteWithoutRecovery")) == true {
            return on(event, .delete, [])
        }
        let date = event.shapes.text(event.answer("deletionDate"))
        return on(event, .modify, [.set(deleted, FlatValue(date ?? "scheduled"))])
    }
}
