extension KindCatalog {
    /// Alerts, diagnostic settings and application insights.
    static let azureMonitorKinds: [KindSchema] =
        [
            azureResource(
                "Microsoft.Insights/activityLogAlerts",
                [
                    .register("enabled", .bool),
                    .register("scopes", .list(.string)),
                    .register(
                        "condition",
                        .object([
                            "allOf": .list(
                                .object([
                                    "field": .string, "equals": .string, "containsAny": .list(.string),
                                    "anyOf": .list(.object(["field": .string, "equals": .string])),
                                ]))
                        ])),
                    .register(
                        "actions", .object(["actionGroups": .list(.object(["actionGroupId": .string]))])),
                ]),
            azureResource(
                "Microsoft.Insights/components",
                [
                    .register("kind", .string), .register("Application_Type", .string),
                    .register("WorkspaceResourceId", .string),
                ]),
        ] + ["Microsoft.Insights", "microsoft.aadiam", "microsoft.intune"].map(diagnosticSettings)

    /// Settings of a resource, a subscription, or (`microsoft.aadiam`, `microsoft.intune`) a tenant.
    private static func diagnosticSettings(_ namespace: String) -> KindSchema {
        let parents = [
            "Microsoft.Databricks/workspaces", "Microsoft.KeyVault/vaults",
            "Microsoft.Storage/storageAccounts",
            "Microsoft.Web/sites",
        ]
        let isOfResources = namespace == "Microsoft.Insights"
        return azureExtension(
            namespace + "/diagnosticSettings", of: isOfResources ? parents : [],
            [
                .register(
                    "logs",
                    .list(
                        .object([
                            "category": .string, "categoryGroup": .string, "enabled": .bool,
                            "retentionPolicy": AzureProperty.retention,
                        ]))),
                .register("storageAccountId", .string, refersTo: "Microsoft.Storage/storageAccounts"),
                .register("workspaceId", .string),
                .register("eventHubAuthorizationRuleId", .string),
                .register("eventHubName", .string),
                .register("marketplacePartnerId", .string),
            ])
    }
}
