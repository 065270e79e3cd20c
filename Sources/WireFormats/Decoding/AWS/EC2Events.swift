import CloudModel
internal import JSONTokens

/// What is known of the events of EC2.
enum EC2Events {
    static let service = AWSService(
        folds: EC2SecurityGroupEvents.folds.merging(EC2AccountEvents.folds) { first, _ in first }
            .merging(EC2TagEvents.folds) { first, _ in first },
        withoutEffect: [
            "UpdateSecurityGroupRuleDescriptionsIngress", "UpdateSecurityGroupRuleDescriptionsEgress",
            "AssociateSecurityGroupVpc", "DisassociateSecurityGroupVpc", "CreateVpc", "CreateDefaultVpc",
            "DeleteVpc", "ModifyEbsDefaultKmsKeyId", "ResetEbsDefaultKmsKeyId",
        ],
        kindWords: ["SecurityGroup", "EbsEncryptionByDefault"],
        otherWords: ["ClientVpn", "NetworkInterface", "Instance", "RelatedSecurityGroups"],
        touch: { event in
            event.shapes.securityGroupIDs(event.request).map {
                EC2SecurityGroupEvents.change(event, $0, lifecycle: .touch)
            }
        })
}

extension AWSShapes {
    /// The ids of security groups anywhere in a body, each once, in document order.
    func securityGroupIDs(_ body: Token?) -> [String] {
        guard let body else { return [] }
        var found: [String] = []
        collect(body, "sg-", into: &found)
        return found
    }

    private func collect(_ token: Token, _ prefix: String, into found: inout [String]) {
        switch token.kind {
        case .string:
            guard let text = tape.string(token), text.hasPrefix(prefix), !found.contains(text) else { return }
            found.append(text)
        case .array: for element in tape.elements(token) { collect(element, prefix, into: &found) }
        case .object: for (_, value) in tape.members(token) { collect(value, prefix, into: &found) }
        default: return
        }
    }
}
