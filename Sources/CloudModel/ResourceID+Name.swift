extension ResourceID {
    /// The ARN, ARM id or full resource name; for a node of account facts the account's own. The AWS partition is that of the
    /// region, and `aws` for what is in no region.
    public var fullName: String { fullName(in: partition) }

    /// The ARN in an AWS partition, the ARM id or the full resource name.
    public func fullName(in partition: String) -> String {
        switch kind.schema.provider {
        case .aws: arn(partition)
        case .azure: kind.schema.scope == .account ? "/subscriptions/\(account.id)" : nativeID
        case .gcp:
            kind.schema.scope == .account
                ? "//cloudresourcemanager.googleapis.com/projects/\(account.id)" : "//" + nativeID
        }
    }

    /// The AWS partition that the region lies in; `aws` where the region does not tell.
    public var partition: String { ResourceID.partition(of: region) }

    /// The AWS partition that a region lies in; `aws` for every other text.
    public static func partition(of region: String) -> String {
        region.hasPrefix("us-gov-") ? "aws-us-gov" : region.hasPrefix("cn-") ? "aws-cn" : "aws"
    }

    private func arn(_ partition: String) -> String {
        if case .wholeARN = kind.schema.idForm { return nativeID }
        if isCopy { return nativeID }
        if let formed = formedARN(partition) { return formed }
        // Account facts have the account's own; a few kinds have none but their ids, which say nothing where all have one.
        if kind.schema.scope == .account { return "arn:\(partition):iam::\(account.id):root" }
        if case .fixed = kind.schema.idForm {
            return [account.id, region, nativeID].filter { !$0.isEmpty }.joined(separator: "/")
        }
        return nativeID
    }

    private func formedARN(_ partition: String) -> String? {
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
