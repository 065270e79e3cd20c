extension KindCatalog {
    /// The kinds of Azure, named as ARM resource types or, with `graph:`, as Microsoft Graph resources; properties are
    /// spelled as in their JSON.
    static let azureKinds: [KindSchema] =
        [KindSchema("Microsoft.Resources/subscriptions", .azure, .account, [])]
        + azureAuthorizationKinds + azureComputeKinds + azureDatabaseKinds + azureDatabricksKinds
        + azureDirectoryKinds + azureKeyVaultKinds + azureMonitorKinds + azureNetworkKinds
        + azureSecurityKinds + azureSQLKinds + azureStorageKinds + azureWebKinds

    /// A resource with a place and tags of its own.
    static func azureResource(_ name: String, _ properties: [PropertySchema]) -> KindSchema {
        KindSchema(name, .azure, .global, [AzureProperty.location] + properties + [AzureProperty.tags])
    }

    /// A resource that is part of the one whose type stands before the last slash.
    static func azureChild(_ name: String, _ properties: [PropertySchema]) -> KindSchema {
        let parent = name.split(separator: "/").dropLast().joined(separator: "/")
        return azureExtension(name, of: [parent], properties)
    }

    /// A resource that stands at another one of these kinds, at a subscription or at a tenant.
    static func azureExtension(
        _ name: String, of parents: [String], _ properties: [PropertySchema]
    ) -> KindSchema {
        let parent = PropertySchema.register(
            "parentId", .string, refersTo: parents.map { PropertyReference(stringLiteral: $0) })
        return KindSchema(name, .azure, .global, [parent, AzureProperty.name] + properties)
    }
}

/// Properties and types that several kinds of Azure share.
///
/// What ARM writes beside `properties` keeps its name too: `name`, `location`, `sku`, `kind`, `identity`, `managedBy`,
/// `tags`. `parentId` is the folded id without its last type and name. Ids that name resources are folded.
enum AzureProperty {
    static let location = PropertySchema.register("location", .string)
    static let name = PropertySchema.register("name", .string)
    static let tags = PropertySchema.set("tags", of: .object(["Key": .string, "Value": .string]))
    static let sku = PropertySchema.register("sku", .object(["name": .string, "tier": .string]))
    static let identity = PropertySchema.register("identity", .object(["type": .string]))
    static let publicNetworkAccess = PropertySchema.register("publicNetworkAccess", enabled)
    static let privateEndpointConnections = PropertySchema.register(
        "privateEndpointConnections",
        .list(
            .object([
                "properties": .object([
                    "privateEndpoint": .object(["id": .string]),
                    "privateLinkServiceConnectionState": .object([
                        "status": .word(["Approved", "Pending", "Rejected", "Disconnected"])
                    ]),
                ])
            ])),
        refersTo: .kind("Microsoft.Network/privateEndpoints", at: "properties", "privateEndpoint", "id"))

    static let networkAcls = PropertySchema.register(
        "networkAcls",
        .object([
            "defaultAction": .word(["Allow", "Deny"]), "bypass": .string, "ipRules": .list(.any),
            "virtualNetworkRules": .list(.any),
        ]))

    /// A switch as ARM mostly spells it.
    static let enabled = ValueType.word(["Enabled", "Disabled"])
    /// A switch as the database services spell it.
    static let onOff = ValueType.word(["On", "Off"])
    /// How long something is kept.
    static let retention = ValueType.object(["enabled": .bool, "days": .int])
    /// An object that holds another resource's id.
    static let resourceID = ValueType.object(["id": .string])
}
