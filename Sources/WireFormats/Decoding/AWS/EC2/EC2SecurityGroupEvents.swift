import CloudModel
internal import JSONTokens

/// The events that change security groups and their rules.
enum EC2SecurityGroupEvents {
    static let folds: [String: AWSFold] = [
        "CreateSecurityGroup": .creates(SecurityGroupKind.kind) { create($0) },
        "DeleteSecurityGroup": .deletes(SecurityGroupKind.kind) { delete($0) },
        "AuthorizeSecurityGroupIngress": .writes(SecurityGroupKind.kind, SecurityGroupKind.ingress) {
            authorize($0, isEgress: false)
        },
        "AuthorizeSecurityGroupEgress": .writes(SecurityGroupKind.kind, SecurityGroupKind.egress) {
            authorize($0, isEgress: true)
        },
        "RevokeSecurityGroupIngress": .writes(SecurityGroupKind.kind, SecurityGroupKind.ingress) {
            revoke($0, isEgress: false)
        },
        "RevokeSecurityGroupEgress": .writes(SecurityGroupKind.kind, SecurityGroupKind.egress) {
            revoke($0, isEgress: true)
        },
        "ModifySecurityGroupRules": .writes(
            SecurityGroupKind.kind, SecurityGroupKind.ingress, SecurityGroupKind.egress
        ) { modify($0) },
    ]

    /// A change of the group with this id in the event's account and region.
    static func change(
        _ event: AWSEvent, _ id: String, lifecycle: ResourceChange.Lifecycle = .modify,
        writes: [PropertyWrite] = [], owner: String? = nil
    ) -> AWSPendingChange {
        let resource = ResourceID(
            kind: SecurityGroupKind.kind, account: event.account, region: event.region, nativeID: id)
        return AWSPendingChange(resource: resource, lifecycle: lifecycle, writes: writes, owner: owner)
    }

    private static func create(_ event: AWSEvent) -> AWSFoldOutcome {
        guard let id = event.shapes.text(event.answer("groupId")) else { return .blind([]) }
        var writes: [PropertyWrite] = []
        let registers: [(PropertyID, Token?)] = [
            (SecurityGroupKind.name, event.parameter("groupName")),
            (
                SecurityGroupKind.description,
                event.shapes.member(event.request, "groupDescription", or: "description")
            ),
            (SecurityGroupKind.vpc, event.parameter("vpcId")),
        ]
        for (property, token) in registers {
            if let text = event.shapes.text(token) { writes.append(.set(property, FlatValue(text))) }
        }
        writes.append(.replaceDefault(SecurityGroupKind.ingress, []))
        let openEgress = SetElement(SecurityGroupRule.allIPv4.element(isEgress: true))
        writes.append(.replaceDefault(SecurityGroupKind.egress, [openEgress]))
        writes.append(EC2TagEvents.createdTags(event, SecurityGroupKind.tags))
        return .changes([change(event, id, lifecycle: .create, writes: writes)])
    }

    private static func delete(_ event: AWSEvent) -> AWSFoldOutcome {
        let id = event.shapes.text(event.parameter("groupId")) ?? event.shapes.text(event.answer("groupId"))
        guard let id else { return .blind([]) }
        return .changes([change(event, id, lifecycle: .delete)])
    }

    /// New rules. The answer lists them with their ids; older records have only the request.
    private static func authorize(_ event: AWSEvent, isEgress: Bool) -> AWSFoldOutcome {
        let shapes = event.shapes
        let property = SecurityGroupKind.rules(isEgress: isEgress)
        let answered = shapes.items(event.answer("securityGroupRuleSet"))
        guard let id = groupID(event, answered) else { return .blind([]) }
        var writes: [PropertyWrite]?
        if answered.isEmpty {
            writes = requestedRules(event)?.map {
                .insert(property, SetElement($0.element(isEgress: isEgress)))
            }
        } else {
            writes = elements(answered, event, isEgress: isEgress)?.map { .insert(property, $0) }
        }
        if let found = writes, found.isEmpty { writes = nil }
        let owner = answered.first.flatMap { shapes.text(shapes.member($0, "groupOwnerId")) }
        return .changes([change(event, id, writes: writes ?? [.unknown(property)], owner: owner)])
    }

    /// Rules that go: by the answer's content, by the request's content, by id.
    private static func revoke(_ event: AWSEvent, isEgress: Bool) -> AWSFoldOutcome {
        let shapes = event.shapes
        let property = SecurityGroupKind.rules(isEgress: isEgress)
        let answered = shapes.items(event.answer("revokedSecurityGroupRuleSet"))
        guard let id = groupID(event, answered) else { return .blind([]) }
        // A removal by an id that nobody has seen makes other rules uncertain, so it is left out where the content says it.
        let told = Set(answered.compactMap { shapes.text(shapes.member($0, "securityGroupRuleId")) })
        let ids = ruleIDs(event).filter { !told.contains($0) }
        var writes: [PropertyWrite] = ids.map { .removeID(property, id: $0) }
        var isReadable = true
        if !answered.isEmpty {
            if let gone = elements(answered, event, isEgress: isEgress) {
                writes += gone.map { .remove(property, $0.value) }
            } else {
                isReadable = false
            }
        } else if let rules = requestedRules(event) {
            writes += rules.map { .remove(property, $0.element(isEgress: isEgress)) }
        } else {
            isReadable = false
        }
        if !isReadable || writes.isEmpty { writes = [.unknown(property)] }
        return .changes([change(event, id, writes: writes)])
    }

    /// New content for rules that are named by id alone. The record does not say the direction: both sets get the edit,
    /// and the one that has the id takes it.
    private static func modify(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        guard let id = shapes.text(event.parameter("groupId")) else { return .blind([]) }
        let updates = shapes.items(
            shapes.member(event.request, "securityGroupRules", or: "securityGroupRule"))
        var writes: [PropertyWrite] = []
        for update in updates {
            guard let ruleID = shapes.text(shapes.member(update, "securityGroupRuleId")),
                let content = shapes.member(update, "securityGroupRule"),
                let rule = SecurityGroupRule(flat: content, shapes, account: event.accountID)
            else {
                writes = []
                break
            }
            writes.append(.edit(SecurityGroupKind.ingress, id: ruleID, rule.element(isEgress: false)))
            writes.append(.edit(SecurityGroupKind.egress, id: ruleID, rule.element(isEgress: true)))
        }
        if writes.isEmpty {
            writes = [.unknown(SecurityGroupKind.ingress), .unknown(SecurityGroupKind.egress)]
        }
        return .changes([change(event, id, writes: writes)])
    }

    /// The group that the call names; by name only, the answered rules may still tell its id.
    private static func groupID(_ event: AWSEvent, _ answered: [Token]) -> String? {
        event.shapes.text(event.parameter("groupId"))
            ?? answered.lazy.compactMap { event.shapes.text(event.shapes.member($0, "groupId")) }.first
    }

    private static func ruleIDs(_ event: AWSEvent) -> [String] {
        let shapes = event.shapes
        let list = shapes.member(event.request, "securityGroupRuleIds", or: "securityGroupRuleId")
        return shapes.texts(list, under: "securityGroupRuleId")
    }

    /// The answered rules with their ids; nil if one is unreadable.
    private static func elements(
        _ answered: [Token], _ event: AWSEvent, isEgress: Bool
    ) -> [SetElement]? {
        var elements: [SetElement] = []
        for item in answered {
            guard let rule = SecurityGroupRule(flat: item, event.shapes, account: event.accountID) else {
                return nil
            }
            let id = event.shapes.text(event.shapes.member(item, "securityGroupRuleId"))
            elements.append(SetElement(rule.element(isEgress: isEgress), id: id))
        }
        return elements
    }

    /// The rules that the request spells out: lists of permissions, or the flat fields of old calls; nil if one is
    /// unreadable.
    private static func requestedRules(_ event: AWSEvent) -> [SecurityGroupRule]? {
        let shapes = event.shapes
        guard let request = event.request else { return nil }
        var rules: [SecurityGroupRule] = []
        for permission in shapes.items(shapes.member(request, "ipPermissions")) {
            guard
                let found = SecurityGroupRule.rules(
                    ofPermission: permission, shapes, account: event.accountID)
            else { return nil }
            rules += found
        }
        if rules.isEmpty, shapes.text(shapes.member(request, "ipProtocol")) != nil {
            guard let rule = SecurityGroupRule(flat: request, shapes, account: event.accountID) else {
                return nil
            }
            rules.append(rule)
        }
        return rules
    }
}
