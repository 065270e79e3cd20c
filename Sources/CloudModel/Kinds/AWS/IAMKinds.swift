extension KindCatalog {
    /// Users, groups, roles, policies and credentials. Native ids are names without their paths, but ARNs for policies and
    /// virtual MFA devices, and key ids for access keys.
    static let iamKinds: [KindSchema] = [
        KindSchema(
            "AWS::IAM::AccessKey", .aws, .global,
            [
                .register("UserName", .string, refersTo: "AWS::IAM::User"),
                .register("Status", .string),
                .register("CreateDate", .timestamp),
                // Null for a key that was never used; from events to the hour.
                .register("LastUsedDate", .timestamp),
            ]),
        KindSchema(
            "AWS::IAM::Group", .aws, .global, id: .lastPart,
            [
                .set("ManagedPolicyArns", of: .string, refersTo: "AWS::IAM::ManagedPolicy"),
                .set("Policies", of: inlinePolicy),
            ]),
        KindSchema(
            "AWS::IAM::InstanceProfile", .aws, .global, id: .lastPart,
            [
                .set("Roles", of: .string, refersTo: "AWS::IAM::Role"),
                .set("Tags", of: tag),
            ]),
        KindSchema(
            "AWS::IAM::ManagedPolicy", .aws, .global, id: .wholeARN,
            [
                // The document of the default version.
                .register("PolicyDocument", .any),
                .register("DefaultVersionId", .string),
                // `user/ada`, `group/ops`, `role/deploy`: who has the policy attached.
                .set("AttachedEntities", of: .string),
                .set("Tags", of: tag),
            ]),
        KindSchema(
            "AWS::IAM::OIDCProvider", .aws, .global,
            [
                .register("Url", .string),
                .set("ClientIdList", of: .string),
                .set("Tags", of: tag),
            ]),
        KindSchema(
            "AWS::IAM::Role", .aws, .global, id: .lastPart,
            [
                .register("Path", .string),
                .register("CreateDate", .timestamp),
                .register("AssumeRolePolicyDocument", .any),
                .set("ManagedPolicyArns", of: .string, refersTo: "AWS::IAM::ManagedPolicy"),
                .set("Policies", of: inlinePolicy),
                .register("PermissionsBoundary", .string, refersTo: "AWS::IAM::ManagedPolicy"),
                .set("Tags", of: tag),
            ]),
        KindSchema(
            "AWS::IAM::SAMLProvider", .aws, .global,
            [
                .register("ValidUntil", .timestamp),
                .set("Tags", of: tag),
            ]),
        KindSchema(
            "AWS::IAM::ServerCertificate", .aws, .global, id: .lastPart,
            [
                .register("Expiration", .timestamp),
                .register("UploadDate", .timestamp),
                .set("Tags", of: tag),
            ]),
        user,
        KindSchema(
            "AWS::IAM::VirtualMFADevice", .aws, .global, id: .wholeARN,
            [
                // The user that the device is assigned to; `<root_account>` is root.
                .set("Users", of: .string, refersTo: "AWS::IAM::User"),
                .set("Tags", of: tag),
            ]),
    ]

    private static let user = KindSchema(
        "AWS::IAM::User", .aws, .global, id: .lastPart,
        [
            .register("CreateDate", .timestamp),
            // True if the user has a login profile.
            .register("PasswordEnabled", .bool),
            // Null for a password that was never used.
            .register("PasswordLastUsed", .timestamp),
            .register("PasswordLastChanged", .timestamp),
            // Serial numbers; `credential-report` stands for devices of which only the fact is known.
            .set("MFADevices", of: .string),
            .set("AccessKeys", of: .string, refersTo: "AWS::IAM::AccessKey"),
            // The latest use of any of the user's keys; null if there was none, from events to the hour.
            .register("AccessKeyLastUsedDate", .timestamp),
            // What a credential report, which names no key ids, says of the keys; null once something newer than the
            // report speaks of them.
            .register("ReportedAccessKeys", .list(reportedKey)),
            .set("ManagedPolicyArns", of: .string, refersTo: "AWS::IAM::ManagedPolicy"),
            .set("Policies", of: inlinePolicy),
            .set("Groups", of: .string, refersTo: "AWS::IAM::Group"),
            .register("PermissionsBoundary", .string, refersTo: "AWS::IAM::ManagedPolicy"),
            .set("Tags", of: tag),
        ])

    /// A policy inside a user, group or role; its name is its id.
    private static let inlinePolicy = ValueType.object(["PolicyName": .string, "PolicyDocument": .any])

    private static let reportedKey = ValueType.object([
        "Active": .bool, "LastRotated": .timestamp, "LastUsedDate": .timestamp,
    ])
}
