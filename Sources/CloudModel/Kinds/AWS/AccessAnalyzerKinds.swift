extension KindCatalog {
    /// IAM Access Analyzer.
    static let accessAnalyzerKinds: [KindSchema] = [
        KindSchema(
            "AWS::AccessAnalyzer::Analyzer", .aws, .regional,
            [
                // ACCOUNT and ORGANIZATION look at external access; the other types at something else.
                .register("Type", .string),
                .register("Status", .string),
                .set("Tags", of: tag),
            ])
    ]
}
