import CloudModel
internal import JSONTokens

/// What an organisation is switched to: features, policy types, services that may act in it, who administers them.
enum OrganizationSettingEvents {
    static let folds: [String: AWSFold] = [
        "CreateOrganization": .creates(kind) { create($0) },
        "DeleteOrganization": .deletes(kind) { event in
            .changes([OrganizationKind.change(event, lifecycle: .delete, [])])
        },
        "DeregisterDelegatedAdministrator": .writes(kind, OrganizationKind.administrators) { event in
            administrator(event) { .remove(OrganizationKind.administrators, $0) }
        },
        "DisableAWSServiceAccess": member(OrganizationKind.services, "servicePrincipal", isOn: false),
        "DisablePolicyType": member(OrganizationKind.policyTypes, "policyType", isOn: false),
        "EnableAWSServiceAccess": member(OrganizationKind.services, "servicePrincipal", isOn: true),
        // Takes effect only when every invited account has agreed.
        "EnableAllFeatures": .writes(kind, OrganizationKind.featureSet) { event in
            .changes([OrganizationKind.change(event, [.unknown(OrganizationKind.featureSet)])])
        },
        "EnablePolicyType": member(OrganizationKind.policyTypes, "policyType", isOn: true),
        "RegisterDelegatedAdministrator": .writes(kind, OrganizationKind.administrators) { event in
            administrator(event) { .insert(OrganizationKind.administrators, SetElement($0)) }
        },
    ]

    private static let kind = OrganizationKind.organization

    private static func member(_ property: PropertyID, _ key: StaticString, isOn: Bool) -> AWSFold {
        .writes(kind, property) { event in
            let text = event.shapes.text(event.parameter(key))
            let write = text.map { text -> PropertyWrite in
                let value = FlatValue(text)
                return isOn ? .insert(property, SetElement(value)) : .remove(property, value)
            }
            return .changes([OrganizationKind.change(event, [write ?? .unknown(property)])])
        }
    }

    private static func administrator(
        _ event: AWSEvent, _ write: (FlatValue) -> PropertyWrite
    ) -> AWSFoldOutcome {
        let shapes = event.shapes
        guard let account = shapes.text(event.parameter("accountId")),
            let service = shapes.text(event.parameter("servicePrincipal"))
        else {
            return .changes([OrganizationKind.change(event, [.unknown(OrganizationKind.administrators)])])
        }
        let value = FlatValue(map: [
            ("AccountId", FlatValue(account)), ("ServicePrincipal", FlatValue(service)),
        ])
        return .changes([OrganizationKind.change(event, [write(value)])])
    }

    private static func create(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        let answer = event.answer("organization")
        func text(_ keys: [StaticString], _ name: String) -> PropertyWrite {
            let property = kind.property(name)
            let token = shapes.member(answer, anyOf: keys)
            return shapes.text(token).map { .set(property, FlatValue($0)) } ?? .unknown(property)
        }
        return .changes([
            OrganizationKind.change(
                event, lifecycle: .create,
                [
                    text(["id"], "Id"), text(["featureSet"], "FeatureSet"),
                    text(["managementAccountId", "masterAccountId"], "ManagementAccountId"),
                    .replaceDefault(OrganizationKind.services, []),
                    .replaceDefault(OrganizationKind.rootFeatures, []),
                    .replaceDefault(OrganizationKind.policyTypes, []),
                    .replaceDefault(OrganizationKind.administrators, []),
                ])
        ])
    }
}
