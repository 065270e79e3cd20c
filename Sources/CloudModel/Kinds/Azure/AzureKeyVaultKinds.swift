extension KindCatalog {
    /// Vaults, and what lies in them.
    static let azureKeyVaultKinds: [KindSchema] = [
        azureResource(
            "Microsoft.KeyVault/vaults",
            [
                AzureProperty.sku,
                .register("enableRbacAuthorization", .bool),
                .register("enablePurgeProtection", .bool),
                .register("enableSoftDelete", .bool),
                .register("softDeleteRetentionInDays", .int),
                AzureProperty.publicNetworkAccess, AzureProperty.networkAcls,
                AzureProperty.privateEndpointConnections,
            ]),
        azureChild(
            "Microsoft.KeyVault/vaults/keys",
            [
                vaultAttributes,
                .register(
                    "rotationPolicy",
                    .object([
                        "attributes": .object(["expiryTime": .string]),
                        "lifetimeActions": .list(
                            .object([
                                "action": .object(["type": .word(["rotate", "notify"])]),
                                "trigger": .object([
                                    "timeAfterCreate": .string, "timeBeforeExpiry": .string,
                                ]),
                            ])),
                    ])),
                AzureProperty.tags,
            ]),
        azureChild("Microsoft.KeyVault/vaults/secrets", [vaultAttributes, AzureProperty.tags]),
        // Only the vault's own service shows certificates; they are spelled as there.
        azureChild(
            "Microsoft.KeyVault/vaults/certificates",
            [
                vaultAttributes,
                .register("policy", .object(["x509_props": .object(["validity_months": .int])])),
                AzureProperty.tags,
            ]),
        azureResource("Microsoft.KeyVault/managedHSMs", [AzureProperty.publicNetworkAccess]),
    ]

    /// Times are seconds since 1970, as both APIs have them.
    private static let vaultAttributes = PropertySchema.register(
        "attributes",
        .object(["enabled": .bool, "exp": .int, "nbf": .int, "created": .int, "updated": .int]))
}
