import CloudModel
internal import JSONTokens

/// What is known of the events of EC2.
enum EC2Events {
    static let service = AWSService(
        folds: [
            EC2AccountEvents.folds, EC2EndpointEvents.folds, EC2FlowLogEvents.folds,
            EC2InstanceEvents.folds, EC2NetworkAclEvents.folds, EC2NetworkInterfaceEvents.folds,
            EC2PeeringEvents.folds, EC2PrefixListEvents.folds, EC2RouteEvents.folds,
            EC2SecurityGroupEvents.folds, EC2TagEvents.folds, EC2VPCEvents.folds,
        ].reduce(into: [:]) { $0.merge($1) { first, _ in first } },
        withoutEffect: [
            "AssociateSecurityGroupVpc", "AssociateSubnetCidrBlock", "AttachClassicLinkVpc",
            "AttachInternetGateway", "CreateSubnetCidrReservation", "DeleteSubnetCidrReservation",
            "DetachClassicLinkVpc", "DetachInternetGateway", "DisassociateSecurityGroupVpc",
            "DisassociateSubnetCidrBlock", "ModifyEbsDefaultKmsKeyId", "ModifySubnetAttribute",
            "ModifyVpcAttribute", "ModifyVpcEndpointPayerResponsibility", "ModifyVpcPeeringConnectionOptions",
            "ModifyVpcTenancy", "RebootInstances", "ReplaceNetworkAclAssociation", "ResetEbsDefaultKmsKeyId",
            "UpdateSecurityGroupRuleDescriptionsEgress", "UpdateSecurityGroupRuleDescriptionsIngress",
        ],
        kindWords: [
            "EbsEncryptionByDefault", "FlowLog", "IamInstanceProfile", "InstanceMetadata",
            "ManagedPrefixList", "NetworkAcl", "NetworkInterfaceAttachment", "RouteTable", "SecurityGroup",
            "SubnetAttribute", "VpcAttribute", "VpcCidrBlock", "VpcEndpoint", "VpcPeering",
        ],
        otherWords: [
            "ClientVpn", "LocalGateway", "RelatedSecurityGroups", "TransitGateway",
            "VpcEndpointConnection", "VpcEndpointService",
        ],
        touch: { event in
            event.shapes.resourceIDs(event.request).map { event.change($0.kind, $0.id, .touch) }
        })

    /// The kind of the resource with this id, by the word that the id begins with.
    static func kind(of id: String) -> ResourceKind? {
        guard let dash = id.firstIndex(of: "-") else { return nil }
        return kinds[String(id[..<dash])]
    }

    static let kinds: [String: ResourceKind] = [
        "acl": NetworkAclKind.kind, "eni": NetworkInterfaceKind.kind, "fl": FlowLogKind.kind,
        "i": InstanceKind.kind, "pcx": PeeringKind.kind, "pl": PrefixListKind.kind,
        "rtb": RouteTableKind.kind, "sg": SecurityGroupKind.kind, "subnet": SubnetKind.kind,
        "vpc": VPCKind.kind, "vpce": VPCEndpointKind.kind,
    ]
}

extension AWSShapes {
    /// The ids of EC2's resources anywhere in a body, each once, in document order.
    func resourceIDs(_ body: Token?) -> [(kind: ResourceKind, id: String)] {
        guard let body else { return [] }
        var found: [(kind: ResourceKind, id: String)] = []
        collect(body, into: &found)
        return found
    }

    private func collect(_ token: Token, into found: inout [(kind: ResourceKind, id: String)]) {
        switch token.kind {
        case .string:
            guard let text = tape.string(token), let kind = EC2Events.kind(of: text),
                !found.contains(where: { $0.id == text })
            else { return }
            found.append((kind, text))
        case .array: for element in tape.elements(token) { collect(element, into: &found) }
        case .object: for (_, value) in tape.members(token) { collect(value, into: &found) }
        default: return
        }
    }
}
