internal import CloudModel

/// The services that govern kinds with a schema.
enum AWSServices {
    static let byName: [String: AWSService] = [
        "access-analyzer": AccessAnalyzerEvents.service,
        "account": AccountEvents.service,
        "apigateway": APIGatewayEvents.service,
        "cloudfront": CloudFrontEvents.service,
        "cloudtrail": CloudTrailEvents.service,
        "config": ConfigEvents.service,
        "dynamodb": TableEvents.service,
        "ec2": EC2Events.service,
        "ecs": ECSEvents.service,
        "eks": EKSEvents.service,
        "elasticfilesystem": FileSystemEvents.service,
        "elasticloadbalancing": LoadBalancerEvents.service,
        "events": EventBusEvents.service,
        "glacier": VaultEvents.service,
        "guardduty": DelegatedAdministratorEvents.guardDuty,
        "iam": IAMEvents.service,
        "kms": KMSEvents.service,
        "lambda": LambdaEvents.service,
        "logs": LogsEvents.service,
        "macie2": MacieEvents.service,
        "monitoring": AlarmEvents.service,
        "organizations": OrganizationsEvents.service,
        "rds": RDSEvents.service,
        "s3": S3Events.service,
        "secretsmanager": SecretEvents.service,
        "securityhub": SecurityHubEvents.service,
        "signin": SignInEvents.service,
        "sns": SNSEvents.service,
        "sqs": QueueEvents.service,
        "sso": SSOEvents.service,
        "sts": STSEvents.service,
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
