import Controls

/// The controls that a bench of events is made with.
struct BenchCatalogs {
    /// All built-in ones.
    let all: ControlCatalog
    /// Twenty, so that the cost of the others shows.
    let twenty: ControlCatalog

    init() throws {
        all = try ControlCatalog.builtIn()
        twenty = try ControlCatalog(ControlLibrary.builtIn().keeping(BenchCatalogs.ids))
    }

    /// Some of the oldest, of six services.
    private static let ids: Set<String> = [
        "aws.cloudtrail.cloudtrail-bucket-access-logging",
        "aws.cloudtrail.cloudtrail-cloudwatch-logs-integrated",
        "aws.cloudtrail.cloudtrail-kms-encrypted",
        "aws.cloudtrail.cloudtrail-log-file-validation",
        "aws.cloudtrail.cloudtrail-multi-region-enabled",
        "aws.cloudtrail.cloudtrail-trail-logging",
        "aws.cloudtrail.s3-object-read-logging",
        "aws.cloudtrail.s3-object-write-logging",
        "aws.ec2.default-sg-restricts-all",
        "aws.ec2.ebs-encryption-by-default",
        "aws.ec2.sg-no-ipv4-public-admin-ports",
        "aws.ec2.sg-no-ipv6-public-admin-ports",
        "aws.iam.password-policy-min-length-14",
        "aws.iam.password-policy-prevent-reuse-24",
        "aws.iam.root-mfa-enabled",
        "aws.kms.kms-cmk-rotation-enabled",
        "aws.s3.s3-block-public-access",
        "aws.s3.s3-bucket-default-encryption",
        "aws.s3.s3-bucket-deny-http",
        "aws.s3.s3-bucket-mfa-delete",
    ]
}
