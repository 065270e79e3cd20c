extension KindCatalog {
    /// SNS.
    static let snsKinds: [KindSchema] = [
        KindSchema(
            "AWS::SNS::Topic", .aws, .regional,
            shares: ["TopicName", "TopicArn", "Subscriptions"],
            [
                .register("TopicName", .string),
                .register("TopicArn", .string),
                .register("Policy", .any),
                // The confirmed ones; one that waits for its confirmation has no ARN. Each has its ARN as id.
                .set("Subscriptions", of: .object(["SubscriptionArn": .string])),
                .set("Tags", of: tag),
            ])
    ]
}
