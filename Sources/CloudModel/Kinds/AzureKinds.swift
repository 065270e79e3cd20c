extension KindCatalog {
    /// The kinds of Azure, named as ARM resource types; properties are spelled as in ARM JSON.
    static let azureKinds: [KindSchema] = [
        KindSchema("Microsoft.Resources/subscriptions", .azure, .account, []),
        KindSchema(
            "Microsoft.Network/networkSecurityGroups", .azure, .global,
            [
                .register("location", .string),
                .set("securityRules", of: securityRule),
                .set("tags", of: .object(["Key": .string, "Value": .string])),
            ]),
        KindSchema(
            "Microsoft.Storage/storageAccounts", .azure, .global,
            [
                .register("location", .string),
                .register("supportsHttpsTrafficOnly", .bool),
                .register("minimumTlsVersion", .string),
                .register("allowBlobPublicAccess", .bool),
                .register("publicNetworkAccess", .string),
                .register("allowSharedKeyAccess", .bool),
                .register(
                    "networkAcls",
                    .object([
                        "defaultAction": .string, "bypass": .string, "ipRules": .list(.any),
                        "virtualNetworkRules": .list(.any),
                    ])),
                .set("tags", of: .object(["Key": .string, "Value": .string])),
            ]),
    ]

    /// One rule with its name; lists hold what ARM holds, singular and plural fields both kept.
    private static let securityRule = ValueType.object([
        "name": .string, "access": .string, "direction": .string, "protocol": .string, "priority": .int,
        "sourceAddressPrefix": .string, "sourceAddressPrefixes": .list(.string), "sourcePortRange": .string,
        "sourcePortRanges": .list(.string), "destinationAddressPrefix": .string,
        "destinationAddressPrefixes": .list(.string), "destinationPortRange": .string,
        "destinationPortRanges": .list(.string),
    ])
}
