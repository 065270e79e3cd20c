extension KindCatalog {
    /// Projects, folders and the organization, with who may do what in them.
    static let gcpHierarchyKinds: [KindSchema] = [
        KindSchema(
            "cloudresourcemanager.googleapis.com/Project", .gcp, .account,
            [
                GCPProperty.iamPolicy, GCPProperty.auditConfigs, GCPProperty.labels,
                .register("projectNumber", .string),
            ]),
        gcp(
            "cloudresourcemanager.googleapis.com/Folder",
            [
                .register("displayName", .string), .register("parent", .string), GCPProperty.iamPolicy,
                GCPProperty.auditConfigs,
            ]),
        gcp(
            "cloudresourcemanager.googleapis.com/Organization",
            [.register("displayName", .string), GCPProperty.iamPolicy, GCPProperty.auditConfigs]),
        gcp(
            "accessapproval.googleapis.com/AccessApprovalSettings",
            [
                .register(
                    "enrolledServices",
                    .list(.object(["cloudProduct": .string, "enrollmentLevel": .string]))),
                .register("enrolledAncestor", .bool),
            ]),
        gcp(
            "accesscontextmanager.googleapis.com/ServicePerimeter",
            [
                .register("title", .string), .register("perimeterType", .string),
                .register(
                    "status",
                    .object(["restrictedServices": .list(.string), "resources": .list(.string)])),
            ]),
        gcp(
            "essentialcontacts.googleapis.com/Contact",
            [
                .register("email", .string),
                .register("notificationCategorySubscriptions", .list(.string)),
            ]),
        gcp(
            "orgpolicy.googleapis.com/Policy",
            [
                GCPProperty.name,
                .register(
                    "spec",
                    .object([
                        "inheritFromParent": .bool,
                        "rules": .list(
                            .object([
                                "enforce": .bool, "allowAll": .bool, "denyAll": .bool,
                                "values": .object([
                                    "allowedValues": .list(.string), "deniedValues": .list(.string),
                                ]),
                            ])),
                    ])),
            ]),
    ]
}
