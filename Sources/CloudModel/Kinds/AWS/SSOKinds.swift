extension KindCatalog {
    /// IAM Identity Center.
    static let ssoKinds: [KindSchema] = [
        KindSchema(
            "AWS::SSO::Instance", .aws, .regional, arn: "arn:{partition}:sso:::instance/{id}",
            [
                .register("Name", .string),
                .register("Status", .string),
                .set("Tags", of: tag),
            ])
    ]
}
