import CloudModel
internal import JSONTokens

/// The tag calls of IAM, one pair a kind.
enum IAMTagEvents {
    static let folds: [String: AWSFold] = [
        "TagInstanceProfile": tagging(IAMKind.instanceProfile, "instanceProfileName"),
        "TagMFADevice": tagging(IAMKind.virtualMFADevice, "serialNumber"),
        "TagOpenIDConnectProvider": tagging(IAMKind.oidcProvider, "openIDConnectProviderArn"),
        "TagPolicy": tagging(IAMKind.managedPolicy, "policyArn"),
        "TagRole": tagging(IAMKind.role, "roleName"),
        "TagSAMLProvider": tagging(IAMKind.samlProvider, "sAMLProviderArn"),
        "TagServerCertificate": tagging(IAMKind.serverCertificate, "serverCertificateName"),
        "TagUser": tagging(IAMKind.user, "userName"),
        "UntagInstanceProfile": untagging(IAMKind.instanceProfile, "instanceProfileName"),
        "UntagMFADevice": untagging(IAMKind.virtualMFADevice, "serialNumber"),
        "UntagOpenIDConnectProvider": untagging(IAMKind.oidcProvider, "openIDConnectProviderArn"),
        "UntagPolicy": untagging(IAMKind.managedPolicy, "policyArn"),
        "UntagRole": untagging(IAMKind.role, "roleName"),
        "UntagSAMLProvider": untagging(IAMKind.samlProvider, "sAMLProviderArn"),
        "UntagServerCertificate": untagging(IAMKind.serverCertificate, "serverCertificateName"),
        "UntagUser": untagging(IAMKind.user, "userName"),
    ]

    private static func tagging(_ kind: ResourceKind, _ key: StaticString) -> AWSFold {
        let tags = kind.property("Tags")
        return .writes(kind, tags) { event in
            onResource(event, kind, key, ResourceTag.added(event.parameter("tags"), to: tags, event.shapes))
        }
    }

    private static func untagging(_ kind: ResourceKind, _ key: StaticString) -> AWSFold {
        let tags = kind.property("Tags")
        return .writes(kind, tags) { event in
            let keys = event.shapes.texts(event.parameter("tagKeys"), under: "tagKey")
            return onResource(event, kind, key, ResourceTag.removed(keys: keys, from: tags))
        }
    }

    private static func onResource(
        _ event: AWSEvent, _ kind: ResourceKind, _ key: StaticString, _ writes: [PropertyWrite]
    ) -> AWSFoldOutcome {
        guard let text = event.shapes.text(event.parameter(key)) else { return .blind([]) }
        let id = NativeID.resource(kind, account: event.account, region: "", id: text)
        let known = writes.isEmpty ? [.unknown(kind.property("Tags"))] : writes
        return .changes([AWSPendingChange(resource: id, writes: known)])
    }
}
