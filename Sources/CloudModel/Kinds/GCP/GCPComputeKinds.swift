extension KindCatalog {
    /// Machines and disks.
    static let gcpComputeKinds: [KindSchema] = [
        gcp(
            "compute.googleapis.com/Disk",
            [
                .register("diskEncryptionKey", GCPProperty.diskKey),
                .register("users", .list(.string), refersTo: "compute.googleapis.com/Instance"),
                GCPProperty.labels,
            ]),
        gcp(
            "compute.googleapis.com/Instance",
            [
                GCPProperty.name, .register("status", .string), .register("zone", .string),
                .register("canIpForward", .bool),
                .register(
                    "serviceAccounts", .list(.object(["email": .string, "scopes": .list(.string)]))),
                .register("metadata", metadata),
                .register(
                    "disks",
                    .list(
                        .object([
                            "boot": .bool, "source": .string, "diskEncryptionKey": GCPProperty.diskKey,
                        ])),
                    refersTo: .kind("compute.googleapis.com/Disk", at: "source")),
                .register(
                    "shieldedInstanceConfig",
                    .object([
                        "enableVtpm": .bool, "enableIntegrityMonitoring": .bool, "enableSecureBoot": .bool,
                    ])),
                .register(
                    "networkInterfaces",
                    .list(
                        .object([
                            "network": .string, "subnetwork": .string, "accessConfigs": .list(address),
                            "ipv6AccessConfigs": .list(address),
                        ])),
                    refersTo: .kind("compute.googleapis.com/Network", at: "network"),
                    .kind("compute.googleapis.com/Subnetwork", at: "subnetwork")),
                .register(
                    "confidentialInstanceConfig",
                    .object(["enableConfidentialCompute": .bool, "confidentialInstanceType": .string])),
                GCPProperty.labels,
            ]),
        // The project as Compute Engine sees it: what holds for all its machines.
        gcp(
            "compute.googleapis.com/Project",
            [.register("commonInstanceMetadata", metadata), .register("defaultServiceAccount", .string)]),
    ]

    private static let metadata = ValueType.object([
        "items": .list(.object(["key": .string, "value": .string]))
    ])

    private static let address = ValueType.object([
        "type": .string, "natIP": .string, "externalIpv6": .string,
    ])
}
