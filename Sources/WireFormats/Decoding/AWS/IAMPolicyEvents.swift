import CloudModel
internal import JSONTokens

/// Policies of users, groups and roles: attached ones, inline ones, boundaries; and tags.
enum IAMPolicyEvents {
    static let folds: [String: AWSFold] = [
        "AttachGroupPolicy": attaching(.group),
        "AttachRolePolicy": attaching(.role),
        "AttachUserPolicy": attaching(.user),
        "DeleteGroupPolicy": deleting(.group),
        "DeleteRolePermissionsBoundary": unbounding(.role),
        "DeleteRolePolicy": deleting(.role),
        "DeleteUserPermissionsBoundary": unbounding(.user),
        "DeleteUserPolicy": deleting(.user),
        "DetachGroupPolicy": detaching(.group),
        "DetachRolePolicy": detaching(.role),
        "DetachUserPolicy": detaching(.user),
        "PutGroupPolicy": putting(.group),
        "PutRolePermissionsBoundary": bounding(.role),
        "PutRolePolicy": putting(.role),
        "PutUserPermissionsBoundary": bounding(.user),
        "PutUserPolicy": putting(.user),
    ]

    private static func attaching(_ identity: IAMIdentity) -> AWSFold {
        .reaches(.writing(identity.kind, identity.managedPolicies), attachedReach) { event in
            attachment(event, identity) { .insert($0, SetElement($1)) }
        }
    }

    private static func detaching(_ identity: IAMIdentity) -> AWSFold {
        .reaches(.writing(identity.kind, identity.managedPolicies), attachedReach) { event in
            attachment(event, identity) { .remove($0, $1) }
        }
    }

    private static let attachedReach = FoldReach.writing(IAMKind.managedPolicy, IAMKind.Policy.attached)

    /// An attachment is a fact of both ends, so that neither has to be looked for from the other.
    private static func attachment(
        _ event: AWSEvent, _ identity: IAMIdentity, _ write: (PropertyID, FlatValue) -> PropertyWrite
    ) -> AWSFoldOutcome {
        guard let name = event.iamName(identity.nameKey) else { return .blind([]) }
        guard let policy = event.shapes.text(event.parameter("policyArn")) else {
            return .changes([event.iamChange(identity.kind, name, [.unknown(identity.managedPolicies)])])
        }
        let entity = FlatValue("\(identity.word)/\(name)")
        return .changes([
            event.iamChange(identity.kind, name, [write(identity.managedPolicies, FlatValue(policy))]),
            event.iamChange(IAMKind.managedPolicy, policy, [write(IAMKind.Policy.attached, entity)]),
        ])
    }

    private static func putting(_ identity: IAMIdentity) -> AWSFold {
        .writes(identity.kind, identity.inlinePolicies) { event in
            event.onIAM(identity.kind, identity.nameKey) { _ in
                guard let name = event.shapes.text(event.parameter("policyName")) else {
                    return [.unknown(identity.inlinePolicies)]
                }
                // A document that cannot be read leaves the policy known by its name.
                let document = event.policyDocument(event.parameter("policyDocument")) ?? .null
                return [
                    .modify(
                        identity.inlinePolicies, id: name, InlinePolicy.element(name, document).value)
                ]
            }
        }
    }

    private static func deleting(_ identity: IAMIdentity) -> AWSFold {
        .writes(identity.kind, identity.inlinePolicies) { event in
            event.onIAM(identity.kind, identity.nameKey) { _ in
                let name = event.shapes.text(event.parameter("policyName"))
                return [
                    name.map { .removeID(identity.inlinePolicies, id: $0) }
                        ?? .unknown(identity.inlinePolicies)
                ]
            }
        }
    }

    private static func bounding(_ identity: IAMIdentity) -> AWSFold {
        .writes(identity.kind, identity.boundary) { event in
            event.onIAM(identity.kind, identity.nameKey) { _ in
                let policy = event.shapes.text(event.parameter("permissionsBoundary"))
                return [
                    policy.map { .set(identity.boundary, FlatValue($0)) } ?? .unknown(identity.boundary)
                ]
            }
        }
    }

    private static func unbounding(_ identity: IAMIdentity) -> AWSFold {
        .writes(identity.kind, identity.boundary) { event in
            event.onIAM(identity.kind, identity.nameKey) { _ in [.set(identity.boundary, .null)] }
        }
    }
}

extension AWSEvent {
    /// A change without a lifecycle of its own.
    func iamChange(_ kind: ResourceKind, _ name: String, _ writes: [PropertyWrite]) -> AWSPendingChange {
        iamChange(kind, name, .modify, writes)
    }
}
