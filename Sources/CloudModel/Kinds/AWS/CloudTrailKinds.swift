extension KindCatalog {
    /// CloudTrail.
    static let cloudTrailKinds: [KindSchema] = [
        KindSchema(
            "AWS::CloudTrail::Trail", .aws, .regional,
            shares: [
                "TrailName", "IsLogging", "IsMultiRegionTrail", "CloudWatchLogsLogGroupArn",
                "IsOrganizationTrail",
                "EventSelectors", "AdvancedEventSelectors",
            ], withOrganizationIf: "IsOrganizationTrail",
            [
                .register("TrailName", .string),
                .register("S3BucketName", .string, refersTo: "AWS::S3::Bucket"),
                .register("IsLogging", .bool),
                .register("IsMultiRegionTrail", .bool),
                .register("IncludeGlobalServiceEvents", .bool),
                .register("EnableLogFileValidation", .bool),
                .register("KMSKeyId", .string, refersTo: "AWS::KMS::Key"),
                .register("CloudWatchLogsLogGroupArn", .string, refersTo: "AWS::Logs::LogGroup"),
                .register("IsOrganizationTrail", .bool),
                .register("EventSelectors", .list(.any)),
                .register("AdvancedEventSelectors", .list(.any)),
                .set("Tags", of: tag),
            ])
    ]
}
