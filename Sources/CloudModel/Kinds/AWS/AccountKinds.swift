extension KindCatalog {
    /// What belongs to an account as a whole, or to an account in a region, and to no service alone.
    static let accountKinds: [KindSchema] = [
        KindSchema(
            "AWS::::Account", .aws, .account,
            [
                .register("PasswordPolicy", passwordPolicy),
                .register("PublicAccessBlockConfiguration", publicAccessBlock),
                // A region that is opted into or out of comes and goes by event.
                .set("EnabledRegions", of: .string),
                .register("EbsEncryptionByDefault", .bool),
                .register("InstanceMetadataDefaults", metadataOptions),
                // The names of the fields that are filled in; the values are personal and are not kept.
                .register("ContactInformation", .list(.string)),
                // The types that have a contact: BILLING, OPERATIONS, SECURITY.
                .set("AlternateContacts", of: .string),
                .register("RootPasswordEnabled", .bool),
                // Serial numbers; `credential-report` stands for devices of which only the fact is known.
                .set("RootMFADevices", of: .string),
                // Key ids; `credential-report` stands for keys of which only the fact is known.
                .set("RootAccessKeys", of: .string),
                .register("RootLastUsed", .timestamp),
                // Who manages the organisation that the account is a member of; null for one that is in none, or manages it.
                .register("ManagementAccountId", .string),
            ]),
        // The stream of an account's CloudTrail records, as it arrives here: a kind of our own.
        KindSchema(
            "AWS::::Feed", .aws, .global, id: .fixed("cloudtrail"),
            [
                // To the hour.
                .register("LastHeard", .timestamp),
                // The last trail that was deleted or narrowed to one region; null while none was, as far as the stream tells.
                .register("LostTrail", .object(["Name": .string, "Time": .timestamp, "How": .string])),
            ]),
        // The part of that stream that one region speaks, where it is missed when it is silent: a kind of our own.
        KindSchema(
            "AWS::::RegionFeed", .aws, .regional, id: .fixed("cloudtrail"),
            [
                // To the hour, and that of any region of the account.
                .register("LastHeard", .timestamp),
                .register("AccountHeard", .timestamp),
                // How long it may be silent while the account speaks; 0 while it is heard too seldom to be missed.
                .register("LimitHours", .int),
            ]),
        // What only a person can say, with a name and an end; its native id is the key of the control it is for.
        KindSchema(
            "AWS::::Attestation", .aws, .global,
            [
                .register("Owner", .string),
                .register("Statement", .string),
                .register("Expires", .timestamp),
            ]),
    ]

    /// The fields of IAM's GetAccountPasswordPolicy; null for an account without a policy.
    private static let passwordPolicy = ValueType.object([
        "MinimumPasswordLength": .int, "PasswordReusePrevention": .int, "MaxPasswordAge": .int,
        "RequireSymbols": .bool, "RequireNumbers": .bool, "RequireUppercaseCharacters": .bool,
        "RequireLowercaseCharacters": .bool, "AllowUsersToChangePassword": .bool, "HardExpiry": .bool,
    ])
}
