extension KindCatalog {
    /// An organisation as its management account sees it; all of it lies under that account's key.
    static let organizationsKinds: [KindSchema] = [
        KindSchema(
            "AWS::Organizations::Account", .aws, .global, id: .lastPart,
            [
                .register("AccountName", .string),
                .register("Status", .string),
                .register(
                    "ParentId", .string,
                    refersTo: "AWS::Organizations::OrganizationalUnit"),
                .set("Tags", of: tag),
            ]),
        // There is one of it, so its native id says no more than that.
        KindSchema(
            "AWS::Organizations::Organization", .aws, .global, id: .fixed("organization"),
            [
                .register("Id", .string),
                .register("FeatureSet", .string),
                .register("ManagementAccountId", .string),
                // The services that may act in the organisation: `iam.amazonaws.com`.
                .set("ServiceAccess", of: .string),
                // RootCredentialsManagement and RootSessions of IAM.
                .set("RootAccessFeatures", of: .string),
                .set("EnabledPolicyTypes", of: .string),
                .set(
                    "DelegatedAdministrators",
                    of: .object(["AccountId": .string, "ServicePrincipal": .string])),
            ]),
        KindSchema(
            "AWS::Organizations::OrganizationalUnit", .aws, .global, id: .lastPart,
            [
                .register("Name", .string),
                .register(
                    "ParentId", .string,
                    refersTo: "AWS::Organizations::OrganizationalUnit"),
                .set("Tags", of: tag),
            ]),
        KindSchema(
            "AWS::Organizations::Policy", .aws, .global, id: .lastPart,
            [
                .register("Name", .string),
                .register("Type", .string),
                .register("Content", .any),
                // Ids of roots, organisational units and accounts.
                .set(
                    "TargetIds", of: .string, refersTo: "AWS::Organizations::Account",
                    "AWS::Organizations::OrganizationalUnit"),
                .set("Tags", of: tag),
            ]),
        // There is at most one of it: the policy that delegates Organizations itself.
        KindSchema(
            "AWS::Organizations::ResourcePolicy", .aws, .global, id: .fixed("resource-policy"),
            [
                .register("Content", .any),
                .set("Tags", of: tag),
            ]),
    ]
}
