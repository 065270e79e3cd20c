extension KindCatalog {
    /// IAM Identity Center.
    static let ssoKinds: [KindSchema] = [
        KindSchema(
            "AWS::SSO::Instance", .aws, .regional,
            [
                .register("Name", .string),
                .register("Status", .string),
                .set("Tags", of: tag),
            ])
    ]
}
