extension KindCatalog {
    /// CloudWatch.
    static let cloudWatchKinds: [KindSchema] = [
        KindSchema(
            "AWS::CloudWatch::Alarm", .aws, .regional,
            shares: ["AlarmName", "ActionsEnabled", "AlarmActions", "MetricName", "Namespace"],
            [
                .register("AlarmName", .string),
                .register("ActionsEnabled", .bool),
                .register("AlarmActions", .list(.string), refersTo: "AWS::SNS::Topic"),
                // Both empty for an alarm on an expression over metrics.
                .register("MetricName", .string),
                .register("Namespace", .string),
                .set("Tags", of: tag),
            ])
    ]
}
