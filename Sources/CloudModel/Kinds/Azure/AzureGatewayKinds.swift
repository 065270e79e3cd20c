extension KindCatalog {
    /// Gateways and the firewalls of web applications.
    static let azureGatewayKinds: [KindSchema] = [
        azureResource(
            "Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies",
            [
                .register(
                    "policySettings",
                    .object(["state": AzureProperty.enabled, "mode": .string, "requestBodyCheck": .bool])),
                .register(
                    "managedRules",
                    .object([
                        "managedRuleSets": .list(
                            .object(["ruleSetType": .string, "ruleSetVersion": .string]))
                    ])),
            ]),
        azureResource(
            "Microsoft.Network/applicationGateways",
            [
                AzureProperty.sku,
                .register("enableHttp2", .bool),
                .register(
                    "firewallPolicy", AzureProperty.resourceID,
                    refersTo: .kind(
                        "Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies", at: "id")),
                .register(
                    "sslPolicy",
                    .object([
                        "policyType": .string, "policyName": .string, "minProtocolVersion": .string,
                        "cipherSuites": .list(.string),
                    ])),
                .register(
                    "webApplicationFirewallConfiguration",
                    .object(["enabled": .bool, "firewallMode": .string, "requestBodyCheck": .bool])),
            ]),
        azureResource("Microsoft.Network/bastionHosts", [AzureProperty.sku]),
        azureResource(
            "Microsoft.Network/virtualNetworkGateways",
            [
                .register("gatewayType", .string),
                .register(
                    "vpnClientConfiguration", .object(["vpnAuthenticationTypes": .list(.string)])),
            ]),
    ]
}
