extension KindCatalog {
    /// Networks and what stands at their edges.
    static let azureNetworkKinds: [KindSchema] =
        azureGatewayKinds + [
            azureResource(
                "Microsoft.Network/networkSecurityGroups", [.set("securityRules", of: securityRule)]),
            azureResource("Microsoft.Network/networkSecurityPerimeters", []),
            azureChild(
                "Microsoft.Network/networkSecurityPerimeters/resourceAssociations",
                [
                    .register("accessMode", .string),
                    .register("privateLinkResource", AzureProperty.resourceID),
                ]),
            azureResource("Microsoft.Network/networkWatchers", [.register("provisioningState", .string)]),
            KindSchema(
                "Microsoft.Network/networkWatchers/flowLogs", .azure, .global,
                [
                    .register("parentId", .string, refersTo: "Microsoft.Network/networkWatchers"),
                    AzureProperty.name, AzureProperty.location,
                    .register(
                        "targetResourceId", .string, refersTo: "Microsoft.Network/networkSecurityGroups",
                        "Microsoft.Network/virtualNetworks", "Microsoft.Network/virtualNetworks/subnets"),
                    .register("enabled", .bool),
                    .register("retentionPolicy", AzureProperty.retention),
                    .register("storageId", .string, refersTo: "Microsoft.Storage/storageAccounts"),
                    .register(
                        "flowAnalyticsConfiguration",
                        .object([
                            "networkWatcherFlowAnalyticsConfiguration": .object([
                                "enabled": .bool, "workspaceResourceId": .string,
                                "trafficAnalyticsInterval": .int,
                            ])
                        ])),
                    AzureProperty.tags,
                ]),
            azureResource(
                "Microsoft.Network/privateEndpoints",
                [
                    linkConnections("privateLinkServiceConnections"),
                    linkConnections("manualPrivateLinkServiceConnections"),
                    .register(
                        "subnet", AzureProperty.resourceID,
                        refersTo: .kind("Microsoft.Network/virtualNetworks/subnets", at: "id")),
                ]),
            azureResource(
                "Microsoft.Network/publicIPAddresses",
                [
                    AzureProperty.sku,
                    .register("ipAddress", .string),
                    .register("ipConfiguration", AzureProperty.resourceID),
                    .register("publicIPAllocationMethod", .word(["Static", "Dynamic"])),
                ]),
            azureResource(
                "Microsoft.Network/virtualNetworks",
                [
                    .register("addressSpace", .object(["addressPrefixes": .list(.string)])),
                    .register("enableDdosProtection", .bool),
                    .register("ddosProtectionPlan", AzureProperty.resourceID),
                ]),
            azureChild(
                "Microsoft.Network/virtualNetworks/subnets",
                [
                    .register("addressPrefix", .string),
                    .register("addressPrefixes", .list(.string)),
                    .register(
                        "networkSecurityGroup", AzureProperty.resourceID,
                        refersTo: .kind("Microsoft.Network/networkSecurityGroups", at: "id")),
                ]),
        ]

    private static func linkConnections(_ name: String) -> PropertySchema {
        let kinds = [
            "Microsoft.Databricks/workspaces", "Microsoft.DocumentDB/databaseAccounts",
            "Microsoft.KeyVault/vaults", "Microsoft.Storage/storageAccounts",
        ]
        return .register(
            name,
            .list(
                .object([
                    "properties": .object([
                        "privateLinkServiceId": .string, "groupIds": .list(.string),
                        "privateLinkServiceConnectionState": .object(["status": .string]),
                    ])
                ])),
            refersTo: kinds.map { .kind($0, at: "properties", "privateLinkServiceId") })
    }

    /// One rule with its name; lists hold what ARM holds, singular and plural fields both kept.
    private static let securityRule = ValueType.object([
        "name": .string, "access": .word(["Allow", "Deny"]), "direction": .word(["Inbound", "Outbound"]),
        "protocol": .string, "priority": .int,
        "sourceAddressPrefix": .string, "sourceAddressPrefixes": .list(.string), "sourcePortRange": .string,
        "sourcePortRanges": .list(.string), "destinationAddressPrefix": .string,
        "destinationAddressPrefixes": .list(.string), "destinationPortRange": .string,
        "destinationPortRanges": .list(.string),
    ])
}
