extension KindCatalog {
    /// The kinds of GCP, named as Cloud Asset types or, with `cloudidentity:`, as resources of the directory; properties are
    /// spelled as in the REST resources.
    static let gcpKinds: [KindSchema] =
        gcpHierarchyKinds + gcpComputeKinds + gcpDataKinds + gcpIdentityKinds + gcpLoadBalancingKinds
        + gcpMonitoringKinds + gcpNetworkKinds + gcpServiceKinds + gcpSQLKinds

    static func gcp(_ name: String, _ properties: [PropertySchema]) -> KindSchema {
        KindSchema(name, .gcp, .global, properties)
    }
}

/// Properties and types that several kinds of GCP share.
///
/// `iamPolicy` has one element a role and member, `labels` one a key. Texts that name resources are brought into the form
/// of their ids.
enum GCPProperty {
    static let iamPolicy = PropertySchema.set(
        "iamPolicy", of: .object(["role": .string, "member": .string, "condition": .any]))
    static let auditConfigs = PropertySchema.register(
        "auditConfigs",
        .list(
            .object([
                "service": .string,
                "auditLogConfigs": .list(
                    .object([
                        "logType": .word(["ADMIN_READ", "DATA_WRITE", "DATA_READ"]),
                        "exemptedMembers": .list(.string),
                    ])),
            ])))
    static let labels = PropertySchema.set("labels", of: .object(["Key": .string, "Value": .string]))
    static let name = PropertySchema.register("name", .string)
    static let location = PropertySchema.register("location", .string)

    /// An encryption key of ours, or of the customer.
    static let diskKey = ValueType.object(["kmsKeyName": .string, "sha256": .string])
}
