import CloudModel
internal import JSONTokens

/// What is known of the events of Glacier.
enum VaultEvents {
    private static let kind = KindCatalog.kind("AWS::Glacier::Vault")
    private static let policy = kind.property("Policy")
    private static let tags = kind.property("Tags")

    static let service = AWSService(
        folds: [
            "AddTagsToVault": .writes(kind, tags) { event in
                let writes = ResourceTag.added(event.parameter("tags"), to: tags, event.shapes)
                return on(event, .modify, writes.isEmpty ? [.unknown(tags)] : writes)
            },
            "CreateVault": .creates(kind) { event in
                let name = event.text("vaultName").map { FlatValue($0) } ?? .null
                return on(
                    event, .create,
                    [
                        .set(kind.property("VaultName"), name), .setDefault(policy, .null),
                        .replaceDefault(tags, []),
                    ])
            },
            "DeleteVault": .deletes(kind) { on($0, .delete, []) },
            "DeleteVaultAccessPolicy": .writes(kind, policy) { on($0, .modify, [.set(policy, .null)]) },
            "RemoveTagsFromVault": .writes(kind, tags) { event in
                let keys = event.shapes.texts(event.parameter("tagKeys"), under: "key")
                let writes = ResourceTag.removed(keys: keys, from: tags)
                return on(event, .modify, writes.isEmpty ? [.unknown(tags)] : writes)
            },
            "SetVaultAccessPolicy": .writes(kind, policy) { event in
                let outer = event.parameter("policy")
                let text = event.shapes.member(outer, "policy") ?? outer
                let value = text.flatMap { PolicyDocument.value($0, event.shapes.tape) }
                return on(event, .modify, [value.map { .set(policy, $0) } ?? .unknown(policy)])
            },
        ],
        withoutEffect: [
            "AbortVaultLock", "CompleteVaultLock", "DeleteVaultNotifications", "InitiateVaultLock",
            "SetVaultNotifications",
        ],
        kindWords: ["Vault"], otherWords: ["Lock", "Notification"],
        touch: { event in
            event.text("vaultName").map { [event.change(kind, $0, .touch)] } ?? []
        })

    private static func on(
        _ event: AWSEvent, _ lifecycle: ResourceChange.Lifecycle, _ writes: [PropertyWrite]
    ) -> AWSFoldOutcome {
        AWSEvent.outcome(event.text("vaultName").map { event.change(kind, $0, lifecycle, writes) })
    }
}
