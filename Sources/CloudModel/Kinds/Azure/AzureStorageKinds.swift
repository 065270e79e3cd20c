extension KindCatalog {
    /// Storage accounts and the services in them.
    static let azureStorageKinds: [KindSchema] = [
        azureResource(
            "Microsoft.Storage/storageAccounts",
            [
                .register("supportsHttpsTrafficOnly", .bool),
                .register("minimumTlsVersion", .string),
                .register("allowBlobPublicAccess", .bool),
                AzureProperty.publicNetworkAccess,
                .register("allowSharedKeyAccess", .bool),
                AzureProperty.networkAcls,
                .register("allowCrossTenantReplication", .bool),
                .register("defaultToOAuthAuthentication", .bool),
                .register(
                    "encryption",
                    .object([
                        "keySource": .word(["Microsoft.Keyvault", "Microsoft.Storage"]),
                        "requireInfrastructureEncryption": .bool,
                    ])),
                .register("keyCreationTime", .object(["key1": .timestamp, "key2": .timestamp])),
                .register("keyPolicy", .object(["keyExpirationPeriodInDays": .int])),
                .register("kind", .string),
                AzureProperty.privateEndpointConnections,
                .register(
                    "sasPolicy", .object(["sasExpirationPeriod": .string, "expirationAction": .string])),
                AzureProperty.sku,
            ]),
        azureChild(
            "Microsoft.Storage/storageAccounts/blobServices",
            [
                .register("deleteRetentionPolicy", AzureProperty.retention),
                .register("containerDeleteRetentionPolicy", AzureProperty.retention),
                .register("isVersioningEnabled", .bool),
            ]),
        azureChild(
            "Microsoft.Storage/storageAccounts/blobServices/containers",
            [.register("publicAccess", .word(["None", "Blob", "Container"]))]),
        azureChild(
            "Microsoft.Storage/storageAccounts/fileServices",
            [
                .register("shareDeleteRetentionPolicy", AzureProperty.retention),
                .register(
                    "protocolSettings",
                    .object([
                        "smb": .object([
                            "versions": .string, "channelEncryption": .string,
                            "authenticationMethods": .string, "kerberosTicketEncryption": .string,
                        ])
                    ])),
            ]),
    ]
}
