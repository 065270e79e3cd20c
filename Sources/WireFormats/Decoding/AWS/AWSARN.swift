/// The parts of an Amazon resource name.
struct AWSARN {
    /// `ec2`, `kms`, …
    let service: String
    /// Empty for global resources.
    let region: String
    /// Empty for S3 buckets.
    let account: String
    /// What stands behind the account: `key/1234`, `trail/main`, a bucket's name.
    let resource: String

    /// The parts of this text, or nil if it is no ARN.
    init?(_ text: String) {
        guard text.hasPrefix("arn:") else { return nil }
        let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 6 else { return nil }
        service = String(parts[2])
        region = String(parts[3])
        account = String(parts[4])
        resource = String(parts[5])
    }

    /// The resource's id without its type: what stands behind the first slash, or all of it.
    var resourceID: String {
        guard let slash = resource.firstIndex(of: "/") else { return resource }
        return String(resource[resource.index(after: slash)...])
    }

    /// The resource's type: what stands before the first slash; empty without one.
    var resourceType: String {
        guard let slash = resource.firstIndex(of: "/") else { return "" }
        return String(resource[..<slash])
    }
}
