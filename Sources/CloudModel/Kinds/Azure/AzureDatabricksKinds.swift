extension KindCatalog {
    /// Databricks workspaces. Clusters, tokens and catalogues are settings of the workspace's own service.
    static let azureDatabricksKinds: [KindSchema] = [
        azureResource(
            "Microsoft.Databricks/workspaces",
            [
                AzureProperty.sku,
                .register(
                    "parameters",
                    .object([
                        "customVirtualNetworkId": .object(["value": .string]),
                        "customPublicSubnetName": .object(["value": .string]),
                        "customPrivateSubnetName": .object(["value": .string]),
                        "enableNoPublicIp": .object(["value": .bool]),
                        "encryption": .object(["value": .object(["keySource": .string])]),
                    ]),
                    refersTo: .kind(
                        "Microsoft.Network/virtualNetworks", at: "customVirtualNetworkId", "value")),
                .register(
                    "encryption",
                    .object([
                        "entities": .object([
                            "managedServices": .object(["keySource": .string]),
                            "managedDisk": .object(["keySource": .string]),
                        ])
                    ])),
                AzureProperty.publicNetworkAccess, AzureProperty.privateEndpointConnections,
            ])
    ]
}
