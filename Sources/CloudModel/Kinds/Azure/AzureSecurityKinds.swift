extension KindCatalog {
    /// Defender for Cloud: plans, contacts, exports and assessments.
    static let azureSecurityKinds: [KindSchema] = [
        azureResource("Microsoft.Easm/workspaces", [.register("provisioningState", .string)]),
        azureExtension(
            "Microsoft.Security/assessments", of: ["Microsoft.Compute/virtualMachines"],
            [
                .register("displayName", .string),
                .register("status", .object(["code": .string, "cause": .string])),
            ]),
        azureExtension(
            "Microsoft.Security/autoProvisioningSettings", of: [],
            [.register("autoProvision", AzureProperty.onOff)]),
        azureResource(
            "Microsoft.Security/automations",
            [
                .register("isEnabled", .bool),
                .register("scopes", .list(.object(["scopePath": .string]))),
                .register("sources", .list(.object(["eventSource": .string]))),
                .register(
                    "actions",
                    .list(
                        .object([
                            "actionType": .string, "eventHubResourceId": .string,
                            "workspaceResourceId": .string,
                        ]))),
            ]),
        azureResource(
            "Microsoft.Security/iotSecuritySolutions",
            [.register("status", AzureProperty.enabled), .register("iotHubs", .list(.string))]),
        azureExtension(
            "Microsoft.Security/pricings", of: [],
            [
                .register("pricingTier", .word(["Standard", "Free"])),
                .register("subPlan", .string),
                // The switch of an extension is a word in this API.
                .register(
                    "extensions",
                    .list(.object(["name": .string, "isEnabled": .word(["True", "False"])]))),
            ]),
        azureExtension(
            "Microsoft.Security/securityContacts", of: [],
            [
                .register("emails", .string),
                .register("phone", .string),
                .register(
                    "notificationsByRole",
                    .object(["state": AzureProperty.onOff, "roles": .list(.string)])),
                .register(
                    "notificationsSources",
                    .list(
                        .object([
                            "sourceType": .string, "minimalSeverity": .string, "minimalRiskLevel": .string,
                        ]))),
                .register(
                    "alertNotifications",
                    .object(["state": AzureProperty.onOff, "minimalSeverity": .string])),
            ]),
        azureExtension(
            "Microsoft.Security/serverVulnerabilityAssessmentsSettings", of: [],
            [.register("selectedProvider", .string)]),
        azureExtension("Microsoft.Security/settings", of: [], [.register("enabled", .bool)]),
    ]
}
