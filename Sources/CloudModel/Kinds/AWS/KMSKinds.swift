extension KindCatalog {
    /// KMS.
    static let kmsKinds: [KindSchema] = [
        KindSchema(
            "AWS::KMS::Key", .aws, .regional,
            shares: ["Enabled", "EnableKeyRotation", "KeySpec", "KeyManager", "KeyState"],
            [
                .register("Enabled", .bool),
                .register("EnableKeyRotation", .bool),
                .register("KeySpec", .string),
                .register("KeyUsage", .string),
                .register("KeyManager", .string),
                .register("Origin", .string),
                .register("KeyState", .string),
                .register("MultiRegion", .bool),
                .register("KeyPolicy", .any),
                .set("Tags", of: tag),
            ])
    ]
}
