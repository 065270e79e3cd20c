extension KindCatalog {
    /// Machines, their disks, and clusters of containers.
    static let azureComputeKinds: [KindSchema] = [
        azureResource(
            "Microsoft.Compute/disks",
            [
                AzureProperty.sku,
                .register("managedBy", .string, refersTo: "Microsoft.Compute/virtualMachines"),
                .register("diskState", .string),
                .register("encryption", .object(["type": .string, "diskEncryptionSetId": .string])),
                .register("networkAccessPolicy", .word(["AllowAll", "AllowPrivate", "DenyAll"])),
                AzureProperty.publicNetworkAccess,
                .register("dataAccessAuthMode", .word(["AzureActiveDirectory", "None"])),
            ]),
        azureResource(
            "Microsoft.Compute/virtualMachines",
            [
                AzureProperty.identity,
                .register(
                    "storageProfile", .object(["osDisk": machineDisk, "dataDisks": .list(machineDisk)]),
                    refersTo: .kind("Microsoft.Compute/disks", at: "osDisk", "managedDisk", "id"),
                    .kind("Microsoft.Compute/disks", at: "dataDisks", "managedDisk", "id")),
                .register(
                    "osProfile",
                    .object(["windowsConfiguration": patching, "linuxConfiguration": patching])),
                .register(
                    "securityProfile",
                    .object([
                        "securityType": .word(["TrustedLaunch", "ConfidentialVM", "Standard"]),
                        "uefiSettings": .object(["secureBootEnabled": .bool, "vTpmEnabled": .bool]),
                        "encryptionAtHost": .bool,
                    ])),
            ]),
        KindSchema(
            "Microsoft.Compute/virtualMachines/extensions", .azure, .global,
            [
                .register("parentId", .string, refersTo: "Microsoft.Compute/virtualMachines"),
                AzureProperty.name, AzureProperty.location,
                .register("publisher", .string),
                .register("type", .string),
                AzureProperty.tags,
            ]),
        azureResource(
            "Microsoft.ContainerService/managedClusters",
            [
                .register(
                    "securityProfile",
                    .object([
                        "defender": .object([
                            "logAnalyticsWorkspaceResourceId": .string,
                            "securityMonitoring": .object(["enabled": .bool]),
                        ])
                    ]))
            ]),
    ]

    private static let machineDisk = ValueType.object([
        "name": .string, "osType": .string, "managedDisk": AzureProperty.resourceID,
        "vhd": .object(["uri": .string]),
    ])

    private static let patching = ValueType.object([
        "patchSettings": .object(["patchMode": .string, "assessmentMode": .string])
    ])
}
