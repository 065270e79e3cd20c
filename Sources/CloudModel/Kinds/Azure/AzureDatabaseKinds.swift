extension KindCatalog {
    /// MySQL, PostgreSQL and Cosmos DB. A server's settings are resources of their own, one a setting.
    static let azureDatabaseKinds: [KindSchema] =
        ["Microsoft.DBforMySQL", "Microsoft.DBforPostgreSQL"].flatMap { namespace in
            [
                azureResource(
                    namespace + "/flexibleServers", [AzureProperty.sku, .register("version", .string)]),
                azureResource(
                    namespace + "/servers",
                    [
                        AzureProperty.sku, .register("version", .string),
                        .register("sslEnforcement", AzureProperty.enabled),
                        .register("minimalTlsVersion", .string),
                        .register("infrastructureEncryption", AzureProperty.enabled),
                        AzureProperty.publicNetworkAccess,
                    ]),
            ]
                + ["flexibleServers", "servers"].flatMap { type in
                    [
                        azureChild(
                            "\(namespace)/\(type)/configurations",
                            [.register("value", .string), .register("source", .string)]),
                        azureChild("\(namespace)/\(type)/firewallRules", AzureProperty.addressRange),
                    ]
                }
        } + [
            azureResource(
                "Microsoft.DocumentDB/databaseAccounts",
                [
                    .register("isVirtualNetworkFilterEnabled", .bool),
                    .register("ipRules", .list(.object(["ipAddressOrRange": .string]))),
                    AzureProperty.publicNetworkAccess, AzureProperty.privateEndpointConnections,
                    .register("disableLocalAuth", .bool),
                ])
        ]
}

extension AzureProperty {
    /// The ends of a range of addresses that a database's firewall admits.
    static let addressRange: [PropertySchema] = [
        .register("startIpAddress", .string), .register("endIpAddress", .string),
    ]
}
