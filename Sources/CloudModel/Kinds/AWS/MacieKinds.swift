extension KindCatalog {
    /// Macie: an account has one session a region.
    static let macieKinds: [KindSchema] = [
        KindSchema(
            "AWS::Macie::Session", .aws, .regional,
            [
                // ENABLED or PAUSED.
                .register("Status", .string),
                // ENABLED or DISABLED.
                .register("AutomatedDiscoveryStatus", .string),
                // Each has its id as id; the status is that of the API.
                .set("ClassificationJobs", of: .object(["JobId": .string, "JobStatus": .string])),
            ])
    ]
}
