extension KindCatalog {
    /// People, service accounts and their keys.
    static let gcpIdentityKinds: [KindSchema] = [
        gcp(
            "apikeys.googleapis.com/Key",
            [
                .register("displayName", .string), .register("createTime", .timestamp),
                .register(
                    "restrictions",
                    .object([
                        "browserKeyRestrictions": .object(["allowedReferrers": .list(.string)]),
                        "serverKeyRestrictions": .object(["allowedIps": .list(.string)]),
                        "androidKeyRestrictions": .object(["allowedApplications": .list(.any)]),
                        "iosKeyRestrictions": .object(["allowedBundleIds": .list(.string)]),
                        "apiTargets": .list(.object(["service": .string, "methods": .list(.string)])),
                    ])),
            ]),
        gcp(
            "cloudidentity:User",
            [
                .register("primaryEmail", .string), .register("isAdmin", .bool),
                .register("isEnrolledIn2Sv", .bool), .register("isEnforcedIn2Sv", .bool),
                .register("suspended", .bool),
            ]),
        gcp(
            "iam.googleapis.com/ServiceAccount",
            [.register("email", .string), .register("disabled", .bool), GCPProperty.iamPolicy]),
        gcp(
            "iam.googleapis.com/ServiceAccountKey",
            [
                // The account whose key it is, from the key's name.
                .register("parent", .string, refersTo: "iam.googleapis.com/ServiceAccount"),
                .register("keyType", .word(["USER_MANAGED", "SYSTEM_MANAGED"])),
                .register("validAfterTime", .timestamp), .register("validBeforeTime", .timestamp),
                .register("disabled", .bool),
            ]),
    ]
}
