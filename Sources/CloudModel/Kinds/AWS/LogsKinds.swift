extension KindCatalog {
    /// CloudWatch Logs.
    static let logsKinds: [KindSchema] = [
        // Which source's logs go to which destination.
        KindSchema(
            "AWS::Logs::Delivery", .aws, .regional,
            [
                .register("DeliverySourceName", .string, refersTo: "AWS::Logs::DeliverySource"),
                .register("DeliveryDestinationArn", .string, refersTo: "AWS::Logs::DeliveryDestination"),
                .set("Tags", of: tag),
            ]),
        KindSchema(
            "AWS::Logs::DeliveryDestination", .aws, .regional,
            [
                .register("Name", .string),
                .register("DestinationResourceArn", .string),
                .set("Tags", of: tag),
            ]),
        KindSchema(
            "AWS::Logs::DeliverySource", .aws, .regional,
            [
                .register("Name", .string),
                .register("ResourceArn", .string),
                .register("LogType", .string),
                .set("Tags", of: tag),
            ]),
        KindSchema(
            "AWS::Logs::LogGroup", .aws, .regional,
            shares: ["LogGroupName", "Arn", "MetricFilters"],
            [
                .register("LogGroupName", .string),
                // As trails name it, with `:*` behind the name.
                .register("Arn", .string),
                // A filter dies with its group, so it is a part of it: each has its name as id.
                .set("MetricFilters", of: metricFilter),
                .set("Tags", of: tag),
            ]),
    ]

    /// CloudFormation's AWS::Logs::MetricFilter.
    private static let metricFilter = ValueType.object([
        "FilterName": .string, "FilterPattern": .string,
        "MetricTransformations": .list(.object(["MetricName": .string, "MetricNamespace": .string])),
    ])
}
