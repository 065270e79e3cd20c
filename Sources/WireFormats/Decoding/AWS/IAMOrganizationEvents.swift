import CloudModel
internal import JSONTokens

/// Central management of the root users of an organisation's accounts, which is switched in IAM.
enum IAMOrganizationEvents {
    static let folds: [String: AWSFold] = [
        "DisableOrganizationsRootCredentialsManagement": switching("RootCredentialsManagement", isOn: false),
        "DisableOrganizationsRootSessions": switching("RootSessions", isOn: false),
        "EnableOrganizationsRootCredentialsManagement": switching("RootCredentialsManagement", isOn: true),
        "EnableOrganizationsRootSessions": switching("RootSessions", isOn: true),
    ]

    private static func switching(_ feature: String, isOn: Bool) -> AWSFold {
        let property = OrganizationKind.rootFeatures
        return .writes(OrganizationKind.organization, property) { event in
            let shapes = event.shapes
            // The answer lists what is on now.
            if let list = event.answer("enabledFeatures") {
                let features = shapes.texts(list, under: "feature").map { SetElement(FlatValue($0)) }
                return .changes([OrganizationKind.change(event, [.replace(property, features)])])
            }
            let value = FlatValue(feature)
            let write = isOn ? PropertyWrite.insert(property, SetElement(value)) : .remove(property, value)
            return .changes([OrganizationKind.change(event, [write])])
        }
    }
}
