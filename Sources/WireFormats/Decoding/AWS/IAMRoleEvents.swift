import CloudModel
internal import JSONTokens

/// The events of roles and of the profiles that hand them to instances.
enum IAMRoleEvents {
    static let folds: [String: AWSFold] = [
        "AddRoleToInstanceProfile": .writes(IAMKind.instanceProfile, roles) { event in
            onProfile(event) { .insert(roles, SetElement($0)) }
        },
        "CreateInstanceProfile": .creates(IAMKind.instanceProfile) { event in
            event.onIAM(IAMKind.instanceProfile, "instanceProfileName", .create) { _ in
                [
                    .replaceDefault(roles, []),
                    event.createdTags(IAMKind.instanceProfile.property("Tags")),
                ]
            }
        },
        "CreateRole": .creates(IAMKind.role) { create($0) },
        "CreateServiceLinkedRole": .creates(IAMKind.role) { createServiceLinked($0) },
        "DeleteInstanceProfile": .deletes(IAMKind.instanceProfile) {
            $0.onIAM(IAMKind.instanceProfile, "instanceProfileName", .delete) { _ in [] }
        },
        "DeleteRole": .deletes(IAMKind.role) { $0.onIAM(IAMKind.role, "roleName", .delete) { _ in [] } },
        // The deletion runs on and may fail, which no event tells.
        "DeleteServiceLinkedRole": .writes(IAMKind.role) {
            $0.onIAM(IAMKind.role, "roleName", .touch) { _ in [] }
        },
        "RemoveRoleFromInstanceProfile": .writes(IAMKind.instanceProfile, roles) { event in
            onProfile(event) { .remove(roles, $0) }
        },
        "UpdateAssumeRolePolicy": .writes(IAMKind.role, IAMKind.Role.trust) { event in
            event.onIAM(IAMKind.role, "roleName") { _ in [trust(event.parameter("policyDocument"), event)] }
        },
    ]

    private static let roles = IAMKind.instanceProfile.property("Roles")

    private static func onProfile(
        _ event: AWSEvent, _ write: (FlatValue) -> PropertyWrite
    ) -> AWSFoldOutcome {
        let role = event.iamName("roleName").map { FlatValue($0) }
        return event.onIAM(IAMKind.instanceProfile, "instanceProfileName") { _ in
            [role.map(write) ?? .unknown(roles)]
        }
    }

    private static func trust(_ token: Token?, _ event: AWSEvent) -> PropertyWrite {
        event.policyDocument(token).map { .set(IAMKind.Role.trust, $0) } ?? .unknown(IAMKind.Role.trust)
    }

    private static func create(_ event: AWSEvent) -> AWSFoldOutcome {
        event.onIAM(IAMKind.role, "roleName", .create) { _ in
            let shapes = event.shapes
            let answer = event.answer("role")
            let document = event.parameter("assumeRolePolicyDocument")
            let path = shapes.text(shapes.member(answer, "path")) ?? shapes.text(event.parameter("path"))
            return [
                .set(IAMKind.Role.path, FlatValue(path ?? "/")),
                .set(IAMKind.Role.createDate, event.iamDate(shapes.member(answer, "createDate"))),
                trust(document ?? shapes.member(answer, "assumeRolePolicyDocument"), event),
            ] + IAMIdentity.role.createdWrites(event)
        }
    }

    /// The service brings a policy along that no event names.
    private static func createServiceLinked(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        let answer = event.answer("role")
        guard let name = shapes.text(shapes.member(answer, "roleName")) else { return .blind([]) }
        let path = shapes.text(shapes.member(answer, "path"))
        return .changes([
            event.iamChange(
                IAMKind.role, name, .create,
                [
                    .set(IAMKind.Role.path, FlatValue(path ?? "/aws-service-role/")),
                    .set(IAMKind.Role.createDate, event.iamDate(shapes.member(answer, "createDate"))),
                    trust(shapes.member(answer, "assumeRolePolicyDocument"), event),
                    .unknown(IAMIdentity.role.managedPolicies),
                    .replaceDefault(IAMIdentity.role.inlinePolicies, []),
                    .setDefault(IAMIdentity.role.boundary, .null),
                    .replaceDefault(IAMIdentity.role.tags, []),
                ])
        ])
    }
}
