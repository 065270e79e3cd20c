extension ResourceID {
    /// The ARN, ARM id or full resource name; for a node of account facts the account's own.
    public var fullName: String {
        switch kind.schema.provider {
        case .aws: arn
        case .azure: kind.schema.scope == .account ? "/subscriptions/\(account.id)" : nativeID
        case .gcp:
            kind.schema.scope == .account
                ? "//cloudresourcemanager.googleapis.com/projects/\(account.id)" : "//" + nativeID
        }
    }

    /// The AWS partition that the region lies in; `aws` where the region does not tell.
    public var partition: String {
        region.hasPrefix("us-gov-") ? "aws-us-gov" : region.hasPrefix("cn-") ? "aws-cn" : "aws"
    }

    private var arn: String {
        if case .wholeARN = kind.schema.idForm { return nativeID }
        return switch kind.name {
        case "AWS::S3::Bucket": "arn:\(partition):s3:::\(nativeID)"
        default:
            // Account facts have the account's own; a few kinds have none but their ids.
            formedARN
                ?? (kind.schema.scope == .account ? "arn:\(partition):iam::\(account.id):root" : nativeID)
        }
    }

    private var formedARN: String? {
        guard let form = ARNForm.form(of: kind) else { return nil }
        let home =
            switch form.place {
            case .regional: "\(region):\(account.id)"
            case .global: ":\(account.id)"
            case .withoutAccount: "\(region):"
            case .nowhere: ":"
            }
        return "arn:\(partition):\(form.service):\(home):\(form.part(for: nativeID))"
    }
}
