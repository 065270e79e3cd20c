extension KindCatalog {
    /// The kinds of services of which few properties count: functions, containers, tables, queues, vaults and the like.
    static let workloadKinds: [KindSchema] = [
        KindSchema("AWS::DynamoDB::Table", .aws, .regional, [.register("TableName", .string), tags]),
        KindSchema("AWS::ECS::Cluster", .aws, .regional, [.register("ClusterName", .string), tags]),
        KindSchema(
            "AWS::ECS::Service", .aws, .regional,
            [
                .register("ServiceName", .string),
                .register("Cluster", .string, refersTo: "AWS::ECS::Cluster"), tags,
            ]),
        KindSchema(
            "AWS::EFS::FileSystem", .aws, .regional,
            [.register("Encrypted", .bool), .register("KmsKeyId", .string, refersTo: "AWS::KMS::Key"), tags]),
        KindSchema("AWS::EKS::Cluster", .aws, .regional, [.register("Name", .string), tags]),
        KindSchema(
            "AWS::Events::EventBus", .aws, .regional,
            [.register("Name", .string), .register("KmsKeyIdentifier", .string), policyStatements, tags]),
        // CloudFormation has no type for vaults.
        KindSchema(
            "AWS::Glacier::Vault", .aws, .regional,
            [.register("VaultName", .string), .register("Policy", .any), tags]),
        KindSchema(
            "AWS::Lambda::Function", .aws, .regional,
            [.register("FunctionName", .string), policyStatements, tags]),
        KindSchema(
            "AWS::SQS::Queue", .aws, .regional, [.register("QueueName", .string), policyStatements, tags]),
        KindSchema(
            "AWS::SecretsManager::Secret", .aws, .regional,
            [
                .register("Name", .string),
                .register("Policy", .any),
                // Set while the secret waits for its deletion and cannot be read.
                .register("DeletedDate", .string),
                tags,
            ]),
    ]

    private static let tags = PropertySchema.set("Tags", of: tag)

    /// A resource policy that calls edit by statements; each has its `Sid` as id.
    private static let policyStatements = PropertySchema.set("PolicyStatements", of: .any)
}
