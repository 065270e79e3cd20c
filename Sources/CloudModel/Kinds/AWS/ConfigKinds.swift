extension KindCatalog {
    /// AWS Config.
    static let configKinds: [KindSchema] = [
        KindSchema(
            "AWS::Config::ConfigurationRecorder", .aws, .regional,
            [
                .register("Name", .string),
                .register("RecordingGroup", recordingGroup),
                .register("Recording", .bool),
                // PENDING, SUCCESS or FAILURE: how the last delivery went.
                .register("LastStatus", .string),
                // Set for a recorder that belongs to a service and is none of the customer's.
                .register("ServicePrincipal", .string),
            ]),
        KindSchema(
            "AWS::Config::DeliveryChannel", .aws, .regional,
            [
                .register("Name", .string),
                .register("S3BucketName", .string, refersTo: "AWS::S3::Bucket"),
            ]),
    ]

    private static let recordingGroup = ValueType.object([
        "AllSupported": .bool, "IncludeGlobalResourceTypes": .bool, "ResourceTypes": .list(.string),
        "UseOnly": .string,
    ])
}
