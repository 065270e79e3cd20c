extension KindCatalog {
    /// Where logs go, what is counted in them, and who is told.
    static let gcpMonitoringKinds: [KindSchema] = [
        gcp(
            "logging.googleapis.com/LogMetric",
            [GCPProperty.name, .register("filter", .string), .register("disabled", .bool)]),
        gcp(
            "logging.googleapis.com/LogSink",
            [
                GCPProperty.name,
                .register("destination", .string, refersTo: "storage.googleapis.com/Bucket"),
                .register("filter", .string), .register("disabled", .bool),
                .register("includeChildren", .bool),
            ]),
        gcp(
            "monitoring.googleapis.com/AlertPolicy",
            [
                .register("displayName", .string), .register("enabled", .bool),
                .register(
                    "conditions",
                    .list(
                        .object([
                            "displayName": .string, "conditionThreshold": .object(["filter": .string]),
                            "conditionMatchedLog": .object(["filter": .string]),
                            "conditionMonitoringQueryLanguage": .object(["query": .string]),
                        ]))),
                .register("notificationChannels", .list(.string)),
            ]),
    ]
}
