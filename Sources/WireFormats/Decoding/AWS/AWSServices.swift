internal import CloudModel

/// The services that govern kinds with a schema.
enum AWSServices {
    static let byName: [String: AWSService] = [
        "access-analyzer": AccessAnalyzerEvents.service,
        "account": AccountEvents.service,
        "cloudtrail": CloudTrailEvents.service,
        "config": ConfigEvents.service,
        "ec2": EC2Events.service,
        "iam": IAMEvents.service,
        "kms": KMSEvents.service,
        "logs": LogsEvents.service,
        "macie2": MacieEvents.service,
        "monitoring": AlarmEvents.service,
        "organizations": OrganizationsEvents.service,
        "s3": S3Events.service,
        "securityhub": SecurityHubEvents.service,
        "signin": SignInEvents.service,
        "sns": SNSEvents.service,
        "sso": SSOEvents.service,
        "sts": STSEvents.service,
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
