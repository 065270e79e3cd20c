extension KindCatalog {
    /// Who may do what, and what nobody may.
    static let azureAuthorizationKinds: [KindSchema] = [
        azureExtension(
            "Microsoft.Authorization/locks", of: ["Microsoft.Storage/storageAccounts"],
            [.register("level", .word(["CanNotDelete", "ReadOnly", "NotSpecified"]))]),
        azureExtension(
            "Microsoft.Authorization/policyAssignments", of: [],
            [
                .register("displayName", .string),
                .register("enforcementMode", .word(["Default", "DoNotEnforce"])),
                .register("parameters", .map(.object(["value": .any]))),
                .register("policyDefinitionId", .string),
                .register("scope", .string),
            ]),
        azureExtension(
            "Microsoft.Authorization/roleAssignments", of: [],
            [
                .register(
                    "roleDefinitionId", .string, refersTo: "Microsoft.Authorization/roleDefinitions"),
                .register("principalId", .string, refersTo: "graph:user"),
                .register("principalType", .string),
                .register("scope", .string),
            ]),
        azureExtension(
            "Microsoft.Authorization/roleDefinitions", of: [],
            [
                .register("roleName", .string),
                .register("type", .word(["BuiltInRole", "CustomRole"])),
                .register(
                    "permissions",
                    .list(
                        .object([
                            "actions": .list(.string), "notActions": .list(.string),
                            "dataActions": .list(.string), "notDataActions": .list(.string),
                        ]))),
                .register("assignableScopes", .list(.string)),
            ]),
        // Facts about a tenant.
        KindSchema(
            "Microsoft.Subscription/policies", .azure, .global,
            [
                .register("blockSubscriptionsLeavingTenant", .bool),
                .register("blockSubscriptionsIntoTenant", .bool),
                .register("exemptedPrincipals", .list(.string), refersTo: "graph:user"),
            ]),
    ]
}
