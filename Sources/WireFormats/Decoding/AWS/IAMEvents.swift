import CloudModel
internal import JSONTokens

/// The events of IAM, in one table.
enum IAMEvents {
    static let service = AWSService(
        folds: [
            IAMAccountEvents.folds, IAMCertificateEvents.folds, IAMDeviceEvents.folds, IAMKeyEvents.folds,
            IAMManagedPolicyEvents.folds, IAMOrganizationEvents.folds, IAMPasswordEvents.folds,
            IAMPolicyEvents.folds, IAMProviderEvents.folds, IAMRoleEvents.folds, IAMTagEvents.folds,
            IAMUserEvents.folds,
        ].reduce(into: [:]) { table, folds in table.merge(folds) { first, _ in first } },
        withoutEffect: [
            // Only versions that are not the default can be deleted.
            "DeletePolicyVersion", "ResyncMFADevice", "UpdateRole", "UpdateRoleDescription",
            "UpdateOpenIDConnectProviderThumbprint", "GenerateOrganizationsAccessReport",
            "GenerateServiceLastAccessedDetails",
        ],
        kindWords: [
            "AccessKey", "AccountPasswordPolicy", "Group", "InstanceProfile", "LoginProfile", "MFADevice",
            "OpenIDConnectProvider", "OrganizationsRoot", "PermissionsBoundary", "Policy", "Role",
            "SAMLProvider", "ServerCertificate", "User",
        ],
        otherWords: [], touch: touched)

    private static let names: [(kind: ResourceKind, key: StaticString)] = [
        (IAMKind.user, "userName"), (IAMKind.group, "groupName"), (IAMKind.role, "roleName"),
        (IAMKind.managedPolicy, "policyArn"), (IAMKind.instanceProfile, "instanceProfileName"),
        (IAMKind.serverCertificate, "serverCertificateName"), (IAMKind.accessKey, "accessKeyId"),
        (IAMKind.virtualMFADevice, "serialNumber"), (IAMKind.samlProvider, "sAMLProviderArn"),
        (IAMKind.oidcProvider, "openIDConnectProviderArn"),
    ]

    private static func touched(_ event: AWSEvent) -> [AWSPendingChange] {
        let changes = names.compactMap { entry -> AWSPendingChange? in
            guard let text = event.shapes.text(event.parameter(entry.key)) else { return nil }
            let id = NativeID.resource(entry.kind, account: event.account, region: "", id: text)
            return AWSPendingChange(resource: id, lifecycle: .touch)
        }
        guard changes.isEmpty, event.action.contains("AccountPasswordPolicy") else { return changes }
        return [AWSAccountKind.change(event, lifecycle: .touch, [])]
    }
}
