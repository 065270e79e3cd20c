internal import CloudModel

/// The services that govern kinds with a schema.
enum AWSServices {
    static let byName: [String: AWSService] = [
        "account": AccountRegionEvents.service,
        "apigateway": APIGatewayEvents.service,
        "cloudfront": CloudFrontEvents.service,
        "cloudtrail": CloudTrailEvents.service,
        "dynamodb": TableEvents.service,
        "ec2": EC2Events.service,
        "ecs": ECSEvents.service,
        "eks": EKSEvents.service,
        "elasticfilesystem": FileSystemEvents.service,
        "elasticloadbalancing": LoadBalancerEvents.service,
        "events": EventBusEvents.service,
        "glacier": VaultEvents.service,
        "iam": IAMAccountEvents.service,
        "kms": KMSEvents.service,
        "lambda": LambdaEvents.service,
        "rds": RDSEvents.service,
        "s3": S3Events.service,
        "secretsmanager": SecretEvents.service,
        "sqs": QueueEvents.service,
        "tagging": TaggingEvents.service,
    ]

    /// Every fold with its declared reach.
    static var registeredFolds: [FoldRegistry.Entry] {
        byName.flatMap { service, facts in
            facts.folds.map { name, fold in
                FoldRegistry.Entry(
                    provider: .aws, source: service + ".amazonaws.com", name: name, reach: fold.reach)
            }
        }
    }
}
