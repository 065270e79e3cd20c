extension KindCatalog {
    /// Instances of Cloud SQL.
    static let gcpSQLKinds: [KindSchema] = [
        gcp(
            "sqladmin.googleapis.com/Instance",
            [
                GCPProperty.name, .register("databaseVersion", .string), .register("instanceType", .string),
                .register("state", .string),
                .register("ipAddresses", .list(.object(["ipAddress": .string, "type": .string]))),
                .register(
                    "settings",
                    .object([
                        "databaseFlags": .list(.object(["name": .string, "value": .string])),
                        "ipConfiguration": .object([
                            "ipv4Enabled": .bool, "requireSsl": .bool, "sslMode": .string,
                            "privateNetwork": .string,
                            "authorizedNetworks": .list(.object(["name": .string, "value": .string])),
                        ]),
                        "backupConfiguration": .object([
                            "enabled": .bool, "pointInTimeRecoveryEnabled": .bool, "binaryLogEnabled": .bool,
                        ]),
                        "deletionProtectionEnabled": .bool, "userLabels": .map(.string),
                    ]),
                    refersTo: .kind(
                        "compute.googleapis.com/Network", at: "ipConfiguration", "privateNetwork")),
                GCPProperty.labels,
            ])
    ]
}
