import CloudModel
internal import JSONTokens

/// The events of access keys. A key's id is never used again, so a key has one life.
enum IAMKeyEvents {
    static let folds: [String: AWSFold] = [
        "CreateAccessKey": .reaches(keyReach, userReach, accountReach) { create($0) },
        "DeleteAccessKey": .reaches(.deletion(of: IAMKind.accessKey), userReach, accountReach) {
            delete($0)
        },
        "UpdateAccessKey": .reaches(keyReach, userReach, accountReach) { update($0) },
    ]

    private static let keyReach = FoldReach.writing(
        IAMKind.accessKey, IAMKind.Key.userName, IAMKind.Key.status, IAMKind.Key.createDate,
        IAMKind.Key.lastUsed)
    private static let userReach = FoldReach.writing(
        IAMKind.user, IAMKind.User.accessKeys, IAMKind.User.reportedKeys)
    private static let accountReach = FoldReach.writing(AWSAccountKind.kind, AWSAccountKind.rootKeys)

    private static func create(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        let key = event.answer("accessKey")
        guard let id = shapes.text(shapes.member(key, "accessKeyId")) else { return ownerUnknown(event) }
        let named = shapes.text(shapes.member(key, "userName")).map { IAMCredentialOwner.user($0) }
        let owner = event.credentialOwner ?? named
        var writes: [PropertyWrite] = [
            .set(IAMKind.Key.status, FlatValue(shapes.text(shapes.member(key, "status")) ?? "Active")),
            .set(IAMKind.Key.createDate, event.iamDate(shapes.member(key, "createDate"))),
        ]
        if let name = name(of: owner) { writes.append(.set(IAMKind.Key.userName, FlatValue(name))) }
        var unused = event.iamChange(IAMKind.accessKey, id, [.setDefault(IAMKind.Key.lastUsed, .null)])
        // A use in the same hour is stamped with the hour's beginning and outranks this default.
        unused.cause = CredentialUse.cause(hourOf: event.time)
        return .changes(
            [event.iamChange(IAMKind.accessKey, id, writes), unused]
                + holder(event, owner, .insert(IAMKind.User.accessKeys, SetElement(FlatValue(id)))))
    }

    private static func update(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        guard let id = shapes.text(event.parameter("accessKeyId")) else { return ownerUnknown(event) }
        let owner = event.credentialOwner
        var writes: [PropertyWrite] = [
            shapes.text(event.parameter("status")).map { .set(IAMKind.Key.status, FlatValue($0)) }
                ?? .unknown(IAMKind.Key.status)
        ]
        if let name = name(of: owner) { writes.append(.set(IAMKind.Key.userName, FlatValue(name))) }
        return .changes(
            [event.iamChange(IAMKind.accessKey, id, writes)]
                + holder(event, owner, .insert(IAMKind.User.accessKeys, SetElement(FlatValue(id)))))
    }

    private static func delete(_ event: AWSEvent) -> AWSFoldOutcome {
        guard let id = event.shapes.text(event.parameter("accessKeyId")) else { return ownerUnknown(event) }
        return .changes(
            [event.iamChange(IAMKind.accessKey, id, .delete)]
                + holder(event, event.credentialOwner, .remove(IAMKind.User.accessKeys, FlatValue(id))))
    }

    private static func name(of owner: IAMCredentialOwner?) -> String? {
        switch owner {
        case .root: IAMKind.rootName
        case .user(let name): name
        case nil: nil
        }
    }

    /// The change of whoever holds the key; a report of the keys is out of date from then on.
    private static func holder(
        _ event: AWSEvent, _ owner: IAMCredentialOwner?, _ write: PropertyWrite
    ) -> [AWSPendingChange] {
        switch owner {
        case .user(let name):
            return [event.iamChange(IAMKind.user, name, [write, .set(IAMKind.User.reportedKeys, .null)])]
        case .root:
            guard case .remove(_, let id) = write else {
                guard case .insert(_, let element) = write else { return [] }
                return [AWSAccountKind.change(event, [.insert(AWSAccountKind.rootKeys, element)])]
            }
            return [
                AWSAccountKind.change(
                    event,
                    [
                        .remove(AWSAccountKind.rootKeys, id),
                        .remove(AWSAccountKind.rootKeys, FlatValue(IAMKind.reported)),
                    ])
            ]
        case nil: return []
        }
    }

    /// The call says too little: what it may have changed at its owner is open.
    private static func ownerUnknown(_ event: AWSEvent) -> AWSFoldOutcome {
        switch event.credentialOwner {
        case .user(let name):
            .changes([event.iamChange(IAMKind.user, name, [.unknown(IAMKind.User.accessKeys)])])
        case .root: .changes([AWSAccountKind.change(event, [.unknown(AWSAccountKind.rootKeys)])])
        case nil: .blind([])
        }
    }
}
