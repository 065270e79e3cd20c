import CloudModel
internal import JSONTokens

/// The events that make, rename and remove users and groups, and say who is in which.
enum IAMUserEvents {
    static let folds: [String: AWSFold] = [
        "AddUserToGroup": .writes(IAMKind.user, IAMKind.User.groups) { event in
            member(event) { .insert(IAMKind.User.groups, SetElement($0)) }
        },
        "CreateGroup": .creates(IAMKind.group) { createGroup($0) },
        "CreateUser": .creates(IAMKind.user) { createUser($0) },
        "DeleteGroup": .deletes(IAMKind.group) { $0.onIAM(IAMKind.group, "groupName", .delete) { _ in [] } },
        "DeleteUser": .deletes(IAMKind.user) { $0.onIAM(IAMKind.user, "userName", .delete) { _ in [] } },
        "RemoveUserFromGroup": .writes(IAMKind.user, IAMKind.User.groups) { event in
            member(event) { .remove(IAMKind.User.groups, $0) }
        },
        "UpdateGroup": .creates(IAMKind.group) {
            IAMRename.outcome($0, IAMKind.group, from: "groupName", to: "newGroupName")
        },
        "UpdateUser": .creates(IAMKind.user) {
            IAMRename.outcome($0, IAMKind.user, from: "userName", to: "newUserName")
        },
    ]

    private static func member(_ event: AWSEvent, _ write: (FlatValue) -> PropertyWrite) -> AWSFoldOutcome {
        let group = event.iamName("groupName").map { FlatValue($0) }
        return event.onIAM(IAMKind.user, "userName") { _ in
            [group.map(write) ?? .unknown(IAMKind.User.groups)]
        }
    }

    /// A new user has neither password nor keys nor policies.
    private static func createUser(_ event: AWSEvent) -> AWSFoldOutcome {
        event.onIAM(IAMKind.user, "userName", .create) { _ in
            let answer = event.answer("user")
            return [
                .set(IAMKind.User.createDate, event.iamDate(event.shapes.member(answer, "createDate"))),
                .setDefault(IAMKind.User.passwordEnabled, FlatValue(false)),
                .setDefault(IAMKind.User.passwordLastUsed, .null),
                .setDefault(IAMKind.User.passwordLastChanged, .null),
                .replaceDefault(IAMKind.User.mfaDevices, []),
                .replaceDefault(IAMKind.User.accessKeys, []),
                .setDefault(IAMKind.User.keyLastUsed, .null),
                .setDefault(IAMKind.User.reportedKeys, .null),
                .replaceDefault(IAMKind.User.groups, []),
            ] + IAMIdentity.user.createdWrites(event)
        }
    }

    private static func createGroup(_ event: AWSEvent) -> AWSFoldOutcome {
        event.onIAM(IAMKind.group, "groupName", .create) { _ in
            [
                .replaceDefault(IAMIdentity.group.managedPolicies, []),
                .replaceDefault(IAMIdentity.group.inlinePolicies, []),
            ]
        }
    }
}

extension IAMIdentity {
    /// What a new user or role has of policies, boundary and tags.
    func createdWrites(_ event: AWSEvent) -> [PropertyWrite] {
        let boundary = event.shapes.text(event.parameter("permissionsBoundary"))
        return [
            .replaceDefault(managedPolicies, []), .replaceDefault(inlinePolicies, []),
            .setDefault(self.boundary, boundary.map { FlatValue($0) } ?? .null),
            event.createdTags(tags),
        ]
    }
}

/// A name is what a resource is known by, so a new one is another resource of which nothing is known yet.
enum IAMRename {
    static func outcome(
        _ event: AWSEvent, _ kind: ResourceKind, from key: StaticString, to newKey: StaticString
    ) -> AWSFoldOutcome {
        guard let name = event.iamName(key) else { return .blind([]) }
        guard let newName = event.iamName(newKey), newName != name else {
            return .irrelevant(.noGovernedProperty)
        }
        let unknown = kind.schema.allProperties.properties.map { PropertyWrite.unknown($0) }
        return .changes([
            event.iamChange(kind, name, .delete), event.iamChange(kind, newName, .create, unknown),
        ])
    }
}
