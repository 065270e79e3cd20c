internal import CloudModel

/// The services that govern kinds with a schema.
enum AWSServices {
    static let byName: [String: AWSService] = [
        "account": AccountRegionEvents.service,
        "cloudtrail": CloudTrailEvents.service,
        "ec2": EC2Events.service,
        "iam": IAMAccountEvents.service,
        "kms": KMSEvents.service,
        "rds": RDSEvents.service,
        "s3": S3Events.service,
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
