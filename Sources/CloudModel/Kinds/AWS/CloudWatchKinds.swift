extension KindCatalog {
    /// CloudWatch.
    static let cloudWatchKinds: [KindSchema] = [
        KindSchema(
            "AWS::CloudWatch::Alarm", .aws, .regional,
            [
                .register("AlarmName", .string),
                .register("ActionsEnabled", .bool),
                .register("AlarmActions", .list(.string), refersTo: "AWS::SNS::Topic"),
                .register("MetricName", .string),
                .register("Namespace", .string),
                // An alarm on an expression over metrics names them here instead.
                .register("Metrics", .list(.object(["MetricName": .string, "Namespace": .string]))),
                .set("Tags", of: tag),
            ])
    ]
}
