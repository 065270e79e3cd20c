extension KindCatalog {
    /// Security Hub: an account has one hub a region.
    static let securityHubKinds: [KindSchema] = [
        KindSchema(
            "AWS::SecurityHub::Hub", .aws, .regional,
            [
                // The ids of subscriptions to standards and to products whose findings come in.
                .set("StandardsSubscriptions", of: .string),
                .set("ProductSubscriptions", of: .string),
                .set("Tags", of: tag),
            ])
    ]
}
