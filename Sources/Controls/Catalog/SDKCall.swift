internal import CloudModel

/// One reading call of an AWS SDK, named as botocore names it.
public struct SDKCall: Hashable, Sendable {
    /// The SDK's service: `s3control`.
    public let service: String
    /// The operation: `GetPublicAccessBlock`.
    public let operation: String

    /// A call from `service:Operation`; nil if the text is anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let first = parts[0].utf8.first, let second = parts[1].utf8.first,
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first),
            (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(second)
        else { return nil }
        service = String(parts[0])
        operation = String(parts[1])
    }

    /// The IAM action that the call needs; most are called as the operation, the table holds those that are not.
    public var permission: String {
        if let action = Self.actions["\(service):\(operation)"] { return action }
        // API Gateway's actions are the methods of HTTP.
        if service.hasPrefix("apigateway"), operation.hasPrefix("Get") { return "apigateway:GET" }
        return "\(Self.prefixes[service] ?? service):\(operation)"
    }

    /// The IAM actions that calls need, sorted and each once. What is no call of an AWS SDK is left out.
    public static func permissions(for calls: [String]) -> [String] {
        Set(calls.compactMap { SDKCall($0)?.permission }).sorted()
    }

    /// True if the call reads resources of the kind: the kind's service is the call's.
    func reads(_ kind: ResourceKind) -> Bool {
        let parts = kind.name.split(separator: ":", omittingEmptySubsequences: true)
        guard parts.count == 3, parts[0] == "AWS" else { return false }
        let name = String(parts[1])
        return service == Self.services[name] ?? name.lowercased()
    }

    /// CloudFormation's service names to the SDK's, where they differ by more than case.
    private static let services = [
        "CertificateManager": "acm", "ElasticLoadBalancing": "elb", "ElasticLoadBalancingV2": "elbv2",
        "Macie": "macie2", "SSO": "sso-admin",
    ]

    /// The SDK's service names to the prefixes of IAM actions, where they differ.
    private static let prefixes = [
        "accessanalyzer": "access-analyzer", "apigatewayv2": "apigateway", "efs": "elasticfilesystem",
        "elb": "elasticloadbalancing", "elbv2": "elasticloadbalancing", "s3control": "s3", "sso-admin": "sso",
    ]

    /// Calls whose IAM action has another name.
    private static let actions = [
        "s3:GetBucketEncryption": "s3:GetEncryptionConfiguration",
        "s3:GetPublicAccessBlock": "s3:GetBucketPublicAccessBlock",
        "s3:ListBuckets": "s3:ListAllMyBuckets",
        "s3control:GetPublicAccessBlock": "s3:GetAccountPublicAccessBlock",
    ]
}
