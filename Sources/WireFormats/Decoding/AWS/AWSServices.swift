/// The services that govern kinds with a schema.
enum AWSServices {
    static let byName: [String: AWSService] = [
        "account": AccountRegionEvents.service,
        "cloudtrail": CloudTrailEvents.service,
        "ec2": EC2Events.service,
        "iam": IAMAccountEvents.service,
        "kms": KMSEvents.service,
        "s3": S3Events.service,
    ]
}
