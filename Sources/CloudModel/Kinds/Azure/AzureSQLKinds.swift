extension KindCatalog {
    /// SQL servers, their databases, and the settings that are resources of their own.
    static let azureSQLKinds: [KindSchema] = [
        azureResource(
            "Microsoft.Sql/servers",
            [
                AzureProperty.publicNetworkAccess,
                .register("minimalTlsVersion", .string),
                .register(
                    "administrators",
                    .object([
                        "administratorType": .string, "login": .string, "azureADOnlyAuthentication": .bool,
                    ])),
            ]),
        azureChild(
            "Microsoft.Sql/servers/administrators",
            [.register("administratorType", .string), .register("login", .string)]),
        azureChild(
            "Microsoft.Sql/servers/auditingSettings",
            [
                .register("state", AzureProperty.enabled),
                .register("retentionDays", .int),
                .register("isAzureMonitorTargetEnabled", .bool),
                .register("storageEndpoint", .string),
            ]),
        KindSchema(
            "Microsoft.Sql/servers/databases", .azure, .global,
            [
                .register("parentId", .string, refersTo: "Microsoft.Sql/servers"),
                AzureProperty.name, AzureProperty.location, AzureProperty.sku, AzureProperty.tags,
            ]),
        // `status` is the older name of `state`.
        azureChild(
            "Microsoft.Sql/servers/databases/transparentDataEncryption",
            [.register("state", AzureProperty.enabled), .register("status", AzureProperty.enabled)]),
        azureChild(
            "Microsoft.Sql/servers/encryptionProtector",
            [
                .register("serverKeyType", .word(["AzureKeyVault", "ServiceManaged"])),
                .register("serverKeyName", .string),
                .register("autoRotationEnabled", .bool),
            ]),
        azureChild("Microsoft.Sql/servers/firewallRules", AzureProperty.addressRange),
        azureChild(
            "Microsoft.Sql/servers/securityAlertPolicies",
            [
                .register("state", AzureProperty.enabled),
                .register("emailAccountAdmins", .bool),
                .register("emailAddresses", .list(.string)),
                .register("disabledAlerts", .list(.string)),
            ]),
        azureChild(
            "Microsoft.Sql/servers/vulnerabilityAssessments",
            [
                .register("storageContainerPath", .string),
                .register(
                    "recurringScans",
                    .object([
                        "isEnabled": .bool, "emailSubscriptionAdmins": .bool, "emails": .list(.string),
                    ])),
            ]),
    ]
}
