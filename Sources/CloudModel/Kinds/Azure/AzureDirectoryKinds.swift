extension KindCatalog {
    /// The tenant's directory, as Microsoft Graph shows it.
    static let azureDirectoryKinds: [KindSchema] = [
        graph(
            "accessReviewScheduleDefinition",
            [
                .register("displayName", .string), .register("status", .string), .register("scope", .any),
                .register("settings", .object(["recurrence": .any])),
            ]),
        graph(
            "authenticationMethodsPolicy",
            [
                .register(
                    "authenticationMethodConfigurations",
                    .list(.object(["id": .string, "state": .word(["enabled", "disabled"])])))
            ]),
        graph(
            "authorizationPolicy",
            [
                .register("allowInvitesFrom", .string),
                .register("guestUserRoleId", .string),
                .register(
                    "defaultUserRolePermissions",
                    .object([
                        "allowedToCreateApps": .bool, "allowedToCreateSecurityGroups": .bool,
                        "allowedToCreateTenants": .bool, "permissionGrantPoliciesAssigned": .list(.string),
                    ])),
            ]),
        graph(
            "conditionalAccessPolicy",
            [
                .register("displayName", .string),
                .register("state", .word(["enabled", "disabled", "enabledForReportingButNotEnforced"])),
                .register("conditions", accessConditions),
                .register(
                    "grantControls",
                    .object([
                        "operator": .string, "builtInControls": .list(.string),
                        "authenticationStrength": .any,
                    ])),
                .register(
                    "sessionControls",
                    .object([
                        "secureSignInSession": .object(["isEnabled": .bool]), "signInFrequency": .any,
                    ])),
            ]),
        graph("deviceRegistrationPolicy", [.register("multiFactorAuthConfiguration", .string)]),
        graph(
            "directoryRole",
            [
                .register("displayName", .string), .register("roleTemplateId", .string),
                .set(
                    "members", of: .object(["id": .string, "userPrincipalName": .string]),
                    refersTo: .kind("graph:user", at: "id")),
            ]),
        graph(
            "groupSetting",
            [
                .register("displayName", .string), .register("templateId", .string),
                .register("values", .list(.object(["name": .string, "value": .string]))),
            ]),
        graph("identitySecurityDefaultsEnforcementPolicy", [.register("isEnabled", .bool)]),
        graph(
            "namedLocation",
            [
                .register("displayName", .string), .register("isTrusted", .bool),
                .register("ipRanges", .list(.object(["cidrAddress": .string]))),
                .register("countriesAndRegions", .list(.string)),
            ]),
        // The user, with what the report of registered authentication methods says of it.
        graph(
            "user",
            [
                .register("userPrincipalName", .string), .register("displayName", .string),
                .register("accountEnabled", .bool), .register("userType", .word(["Member", "Guest"])),
                .register("isAdmin", .bool), .register("isMfaCapable", .bool),
                .register("perUserMfaState", .word(["enabled", "disabled", "enforced"])),
            ]),
    ]

    private static func graph(_ name: String, _ properties: [PropertySchema]) -> KindSchema {
        KindSchema("graph:" + name, .azure, .global, properties)
    }

    private static func chosen(_ things: String...) -> ValueType {
        var members: [String: ValueType] = [:]
        for thing in things {
            members["include" + thing] = .list(.string)
            members["exclude" + thing] = .list(.string)
        }
        return .object(members)
    }

    private static let accessConditions = ValueType.object([
        "users": chosen("Users", "Groups", "Roles"), "applications": chosen("Applications", "UserActions"),
        "locations": chosen("Locations"), "platforms": chosen("Platforms"),
        "authenticationFlows": .object(["transferMethods": .string]), "clientAppTypes": .list(.string),
        "signInRiskLevels": .list(.string), "userRiskLevels": .list(.string),
    ])
}
