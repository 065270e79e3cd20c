extension KindCatalog {
    /// The kinds of GCP, named as Cloud Asset types; properties are spelled as in the REST resources.
    static let gcpKinds: [KindSchema] = [
        KindSchema("cloudresourcemanager.googleapis.com/Project", .gcp, .account, []),
        KindSchema(
            "compute.googleapis.com/Firewall", .gcp, .global,
            [
                .register("network", .string, refersTo: "compute.googleapis.com/Network"),
                .register("direction", .string),
                .register("disabled", .bool),
                .register("priority", .int),
                .register("sourceRanges", .list(.string)),
                .register("sourceTags", .list(.string)),
                .register("sourceServiceAccounts", .list(.string)),
                .register("allowed", .list(firewallProtocol)),
                .register("denied", .list(firewallProtocol)),
            ]),
        KindSchema(
            "storage.googleapis.com/Bucket", .gcp, .global,
            [
                .register("location", .string),
                .set("iamPolicy", of: .object(["role": .string, "member": .string, "condition": .any])),
                .register("uniformBucketLevelAccess", .bool),
                .register("publicAccessPrevention", .string),
                .set("labels", of: .object(["Key": .string, "Value": .string])),
            ]),
    ]

    private static let firewallProtocol = ValueType.object(["IPProtocol": .string, "ports": .list(.string)])
}
