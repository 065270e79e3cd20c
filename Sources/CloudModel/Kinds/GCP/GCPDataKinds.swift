extension KindCatalog {
    /// Where data lies: buckets, tables, clusters, and the keys they are encrypted with.
    static let gcpDataKinds: [KindSchema] = [
        gcp(
            "bigquery.googleapis.com/Dataset",
            [
                GCPProperty.location,
                .register(
                    "access",
                    .list(
                        .object([
                            "role": .string, "specialGroup": .string, "iamMember": .string,
                            "userByEmail": .string, "groupByEmail": .string, "domain": .string,
                        ]))),
                .register(
                    "defaultEncryptionConfiguration", .object(["kmsKeyName": .string]),
                    refersTo: .kind("cloudkms.googleapis.com/CryptoKey", at: "kmsKeyName")),
                GCPProperty.labels,
            ]),
        gcp(
            "bigquery.googleapis.com/Table",
            [
                .register("type", .string),
                .register(
                    "encryptionConfiguration", .object(["kmsKeyName": .string]),
                    refersTo: .kind("cloudkms.googleapis.com/CryptoKey", at: "kmsKeyName")),
                GCPProperty.labels,
            ]),
        gcp(
            "cloudkms.googleapis.com/CryptoKey",
            [
                .register("purpose", .string),
                .register("rotationPeriod", .string),
                .register("nextRotationTime", .timestamp),
                .register("primary", .object(["state": .string])),
                GCPProperty.iamPolicy, GCPProperty.labels,
            ]),
        gcp(
            "dataproc.googleapis.com/Cluster",
            [
                .register(
                    "config",
                    .object([
                        "encryptionConfig": .object(["gcePdKmsKeyName": .string, "kmsKey": .string])
                    ]),
                    refersTo: .kind(
                        "cloudkms.googleapis.com/CryptoKey", at: "encryptionConfig", "gcePdKmsKeyName"),
                    .kind("cloudkms.googleapis.com/CryptoKey", at: "encryptionConfig", "kmsKey")),
                GCPProperty.labels,
            ]),
        // Access settings stand at the top here, as the audit log shows them.
        gcp(
            "storage.googleapis.com/Bucket",
            [
                GCPProperty.location, GCPProperty.iamPolicy,
                .register("uniformBucketLevelAccess", .bool),
                .register("publicAccessPrevention", .string),
                .register("retentionPolicy", .object(["isLocked": .bool, "retentionPeriod": .int])),
                GCPProperty.labels,
            ]),
    ]
}
