import CloudModel
internal import JSONTokens

/// The events that change keys. Data calls are never blind.
enum KMSEvents {
    static let service = AWSService(
        folds: [
            "CreateKey": .creates(KMSKeyKind.kind) { create($0, answeredUnder: "keyMetadata") },
            "ReplicateKey": .creates(KMSKeyKind.kind) { replicate($0) },
            "EnableKeyRotation": .writes(KMSKeyKind.kind, KMSKeyKind.rotation) { event in
                onKey(event) { [.set(KMSKeyKind.rotation, FlatValue(true))] }
            },
            "DisableKeyRotation": .writes(KMSKeyKind.kind, KMSKeyKind.rotation) { event in
                onKey(event) { [.set(KMSKeyKind.rotation, FlatValue(false))] }
            },
            "EnableKey": .writes(KMSKeyKind.kind, KMSKeyKind.state, KMSKeyKind.enabled) { event in
                onKey(event) { state("Enabled", isEnabled: true) }
            },
            "DisableKey": .writes(KMSKeyKind.kind, KMSKeyKind.state, KMSKeyKind.enabled) { event in
                onKey(event) { state("Disabled", isEnabled: false) }
            },
            "ScheduleKeyDeletion": .writes(KMSKeyKind.kind, KMSKeyKind.state, KMSKeyKind.enabled) { event in
                onKey(event) { scheduled(event) }
            },
            "CancelKeyDeletion": .writes(KMSKeyKind.kind, KMSKeyKind.state, KMSKeyKind.enabled) { event in
                onKey(event) { state("Disabled", isEnabled: false) }
            },
            "DeleteKey": .deletes(KMSKeyKind.kind) { event in onKey(event, lifecycle: .delete) { [] } },
            "ImportKeyMaterial": .writes(KMSKeyKind.kind, KMSKeyKind.state, KMSKeyKind.enabled) { event in
                onKey(event) { unknownState }
            },
            "DeleteImportedKeyMaterial": .writes(KMSKeyKind.kind, KMSKeyKind.state, KMSKeyKind.enabled) {
                event in onKey(event) { unknownState }
            },
            "DeleteExpiredKeyMaterial": .writes(KMSKeyKind.kind, KMSKeyKind.state, KMSKeyKind.enabled) {
                event in onKey(event) { unknownState }
            },
            "SynchronizeMultiRegionKey": .writes(KMSKeyKind.kind, KMSKeyKind.rotation) { event in
                onKey(event) { [.unknown(KMSKeyKind.rotation)] }
            },
            "PutKeyPolicy": .writes(KMSKeyKind.kind, KMSKeyKind.policy) { event in
                onKey(event) { [policy(event) ?? .unknown(KMSKeyKind.policy)] }
            },
            // The key is in a state of its own until its regions have changed places.
            "UpdatePrimaryRegion": .writes(KMSKeyKind.kind, KMSKeyKind.state, KMSKeyKind.enabled) { event in
                onKey(event) { unknownState }
            },
            "TagResource": .writes(KMSKeyKind.kind, KMSKeyKind.tags) { event in
                onKey(event) { addedTags(event) }
            },
            "UntagResource": .writes(KMSKeyKind.kind, KMSKeyKind.tags) { event in
                onKey(event) { removedTags(event) }
            },
        ],
        withoutEffect: [
            "UpdateKeyDescription", "RotateKey", "RotateKeyOnDemand",
            "CreateGrant", "RetireGrant", "RevokeGrant", "CreateAlias", "UpdateAlias", "DeleteAlias",
        ],
        kindWords: ["Key"],
        otherWords: ["DataKey", "CustomKeyStore", "GetPublicKey", "Encrypt", "Decrypt"],
        touch: { event in
            guard let (id, owner) = key(event) else { return [] }
            return [AWSPendingChange(resource: id, lifecycle: .touch, owner: owner)]
        })

    /// Importing and expiring material moves the state only from some states, which the event does not show.
    private static let unknownState: [PropertyWrite] = [
        .unknown(KMSKeyKind.state), .unknown(KMSKeyKind.enabled),
    ]

    /// The key that a call names by id or ARN. An alias is no identity: then only `resources` or the answer tell it.
    static func key(_ event: AWSEvent) -> (ResourceID, owner: String?)? {
        let shapes = event.shapes
        let details = shapes.member(event.root, "serviceEventDetails")
        let candidates = [
            event.listedResource("AWS::KMS::Key")?.arn, shapes.text(event.answer("keyId")),
            shapes.text(event.parameter("keyId")), shapes.text(shapes.member(details, "keyId")),
        ]
        for case let text? in candidates {
            if let arn = AWSARN(text) {
                guard arn.resourceType == "key" else { continue }
                return (id(event, region: arn.region, arn.resourceID), arn.account)
            }
            if !text.hasPrefix("alias/"), !text.contains(":") {
                return (id(event, region: event.region, text), event.listedResource("AWS::KMS::Key")?.owner)
            }
        }
        return nil
    }

    private static func id(_ event: AWSEvent, region: String, _ key: String) -> ResourceID {
        let region = region.isEmpty ? event.region : region
        return ResourceID(kind: KMSKeyKind.kind, account: event.account, region: region, nativeID: key)
    }

    private static func onKey(
        _ event: AWSEvent, lifecycle: ResourceChange.Lifecycle = .modify, _ writes: () -> [PropertyWrite]
    ) -> AWSFoldOutcome {
        guard let (id, owner) = key(event) else { return .blind([]) }
        return .changes([
            AWSPendingChange(resource: id, lifecycle: lifecycle, writes: writes(), owner: owner)
        ])
    }

    private static func state(_ name: String, isEnabled: Bool) -> [PropertyWrite] {
        [.set(KMSKeyKind.state, FlatValue(name)), .set(KMSKeyKind.enabled, FlatValue(isEnabled))]
    }

    /// A primary key with replicas waits for them in a state of its own, which the answer names.
    private static func scheduled(_ event: AWSEvent) -> [PropertyWrite] {
        state(event.shapes.text(event.answer("keyState")) ?? "PendingDeletion", isEnabled: false)
    }

    /// A replica shares its primary's rotation, which the answer does not tell. It is `Creating` for a while, and no record
    /// says when it is not any more.
    private static func replicate(_ event: AWSEvent) -> AWSFoldOutcome {
        let facts = event.answer("replicaKeyMetadata")
        let isComing = event.shapes.text(event.shapes.member(facts, "keyState")) == "Creating"
        let open = [KMSKeyKind.rotation] + (isComing ? [KMSKeyKind.state, KMSKeyKind.enabled] : [])
        return create(event, answeredUnder: "replicaKeyMetadata", open: open)
    }

    /// A new key as its answer describes it; `open` is what that does not settle, whatever it says.
    private static func create(
        _ event: AWSEvent, answeredUnder field: StaticString, open: [PropertyID] = []
    ) -> AWSFoldOutcome {
        let shapes = event.shapes
        guard let facts = event.answer(field) else { return .blind([]) }
        let arn = shapes.text(shapes.member(facts, "arn")).flatMap { AWSARN($0) }
        guard let key = arn?.resourceID ?? shapes.text(shapes.member(facts, "keyId")) else {
            return .blind([])
        }
        var writes: [PropertyWrite] = KMSKeyKind.texts.map { entry in
            let token =
                shapes.member(facts, anyOf: entry.fields) ?? shapes.member(event.request, anyOf: entry.fields)
            return .set(entry.property, FlatValue(shapes.text(token) ?? entry.standard))
        }
        writes += [
            .set(KMSKeyKind.enabled, FlatValue(shapes.bool(shapes.member(facts, "enabled")) ?? true)),
            .set(KMSKeyKind.state, FlatValue(shapes.text(shapes.member(facts, "keyState")) ?? "Enabled")),
            .set(
                KMSKeyKind.multiRegion, FlatValue(shapes.bool(shapes.member(facts, "multiRegion")) ?? false)),
            .setDefault(KMSKeyKind.rotation, FlatValue(false)),
        ]
        writes = writes.map { open.contains($0.property) ? .unknown($0.property) : $0 }
        let tags = event.parameter("tags")
        writes.append(
            shapes.isMasked(tags)
                ? .unknown(KMSKeyKind.tags) : .replace(KMSKeyKind.tags, ResourceTag.elements(tags, shapes)))
        let resource = id(event, region: arn?.region ?? event.region, key)
        writes.append(policy(event) ?? standardPolicy(of: resource))
        return .changes([
            AWSPendingChange(resource: resource, lifecycle: .create, writes: writes, owner: arn?.account)
        ])
    }

    /// The policy that a call sends; nil if it sends none.
    private static func policy(_ event: AWSEvent) -> PropertyWrite? {
        guard let policy = event.parameter("policy") else { return nil }
        guard !event.shapes.isMasked(policy), let value = PolicyDocument.value(policy, event.shapes.tape)
        else { return .unknown(KMSKeyKind.policy) }
        return .set(KMSKeyKind.policy, value)
    }

    private static func standardPolicy(of key: ResourceID) -> PropertyWrite {
        .setDefault(
            KMSKeyKind.policy, KMSKeyKind.standardPolicy(of: key.account.id, in: key.partition))
    }

    private static func addedTags(_ event: AWSEvent) -> [PropertyWrite] {
        let writes = ResourceTag.added(event.parameter("tags"), to: KMSKeyKind.tags, event.shapes)
        return writes.isEmpty ? [.unknown(KMSKeyKind.tags)] : writes
    }

    private static func removedTags(_ event: AWSEvent) -> [PropertyWrite] {
        let keys = event.shapes.texts(event.parameter("tagKeys"), under: "tagKey")
        let writes = ResourceTag.removed(keys: keys, from: KMSKeyKind.tags)
        return writes.isEmpty ? [.unknown(KMSKeyKind.tags)] : writes
    }
}
