/// How the ARNs of a kind are written: one table for writing and for reading them.
public struct ARNForm: Sendable {
    /// The kind's type name.
    public let kindName: String
    /// The service's name in the ARN.
    public let service: String
    /// What stands between the account and the native id.
    let prefix: String
    /// What stands where the native id has its first slash; empty if that is a slash as well.
    let middle: String
    /// Which places of the ARN are filled.
    let place: Place

    /// Which places of an ARN are filled.
    enum Place: Sendable {
        /// Region and account.
        case regional
        /// The account alone.
        case global
        /// The region alone.
        case withoutAccount
        /// Neither.
        case nowhere
    }

    private init(
        _ kindName: String, _ service: String, _ prefix: String, middle: String = "",
        _ place: Place = .regional
    ) {
        self.kindName = kindName
        self.service = service
        self.prefix = prefix
        self.middle = middle
        self.place = place
    }

    /// Every form, sorted by kind.
    static let all: [ARNForm] = [
        ARNForm("AWS::AccessAnalyzer::Analyzer", "access-analyzer", "analyzer/"),
        ARNForm("AWS::ApiGateway::RestApi", "apigateway", "/restapis/", .withoutAccount),
        ARNForm(
            "AWS::ApiGateway::Stage", "apigateway", "/restapis/", middle: "/stages/", .withoutAccount),
        ARNForm("AWS::ApiGatewayV2::Api", "apigateway", "/apis/", .withoutAccount),
        ARNForm("AWS::ApiGatewayV2::Stage", "apigateway", "/apis/", middle: "/stages/", .withoutAccount),
        ARNForm("AWS::CloudFront::Distribution", "cloudfront", "distribution/", .global),
        ARNForm("AWS::CloudFront::RealtimeLogConfig", "cloudfront", "realtime-log-config/", .global),
        ARNForm("AWS::CloudTrail::Trail", "cloudtrail", "trail/"),
        ARNForm("AWS::CloudWatch::Alarm", "cloudwatch", "alarm:"),
        ARNForm("AWS::Config::ConfigurationRecorder", "config", "configuration-recorder/"),
        ARNForm("AWS::DynamoDB::Table", "dynamodb", "table/"),
        ARNForm("AWS::EC2::FlowLog", "ec2", "vpc-flow-log/"),
        ARNForm("AWS::EC2::Instance", "ec2", "instance/"),
        ARNForm("AWS::EC2::NetworkAcl", "ec2", "network-acl/"),
        ARNForm("AWS::EC2::NetworkInterface", "ec2", "network-interface/"),
        ARNForm("AWS::EC2::NetworkInterfaceAttachment", "ec2", "attachment/"),
        ARNForm("AWS::EC2::PrefixList", "ec2", "prefix-list/"),
        ARNForm("AWS::EC2::RouteTable", "ec2", "route-table/"),
        ARNForm("AWS::EC2::SecurityGroup", "ec2", "security-group/"),
        ARNForm("AWS::EC2::Subnet", "ec2", "subnet/"),
        ARNForm("AWS::EC2::SubnetRouteTableAssociation", "ec2", "route-table-association/"),
        ARNForm("AWS::EC2::VPC", "ec2", "vpc/"),
        ARNForm("AWS::EC2::VPCEndpoint", "ec2", "vpc-endpoint/"),
        ARNForm("AWS::EC2::VPCPeeringConnection", "ec2", "vpc-peering-connection/"),
        ARNForm("AWS::ECS::Cluster", "ecs", "cluster/"),
        ARNForm("AWS::ECS::Service", "ecs", "service/"),
        ARNForm("AWS::EFS::FileSystem", "elasticfilesystem", "file-system/"),
        ARNForm("AWS::EKS::Cluster", "eks", "cluster/"),
        ARNForm("AWS::ElasticLoadBalancing::LoadBalancer", "elasticloadbalancing", "loadbalancer/"),
        ARNForm("AWS::ElasticLoadBalancingV2::LoadBalancer", "elasticloadbalancing", "loadbalancer/"),
        ARNForm("AWS::Events::EventBus", "events", "event-bus/"),
        ARNForm("AWS::Glacier::Vault", "glacier", "vaults/"),
        ARNForm("AWS::IAM::Group", "iam", "group/", .global),
        ARNForm("AWS::IAM::InstanceProfile", "iam", "instance-profile/", .global),
        ARNForm("AWS::IAM::OIDCProvider", "iam", "oidc-provider/", .global),
        ARNForm("AWS::IAM::Role", "iam", "role/", .global),
        ARNForm("AWS::IAM::SAMLProvider", "iam", "saml-provider/", .global),
        ARNForm("AWS::IAM::ServerCertificate", "iam", "server-certificate/", .global),
        ARNForm("AWS::IAM::User", "iam", "user/", .global),
        ARNForm("AWS::KMS::Key", "kms", "key/"),
        ARNForm("AWS::Lambda::Function", "lambda", "function:"),
        ARNForm("AWS::Logs::Delivery", "logs", "delivery:"),
        ARNForm("AWS::Logs::DeliveryDestination", "logs", "delivery-destination:"),
        ARNForm("AWS::Logs::DeliverySource", "logs", "delivery-source:"),
        ARNForm("AWS::Logs::LogGroup", "logs", "log-group:"),
        ARNForm("AWS::Organizations::Account", "organizations", "account/", .global),
        ARNForm("AWS::Organizations::Organization", "organizations", "", .global),
        ARNForm("AWS::Organizations::OrganizationalUnit", "organizations", "ou/", .global),
        ARNForm("AWS::Organizations::Policy", "organizations", "policy/", .global),
        ARNForm("AWS::RDS::DBCluster", "rds", "cluster:"),
        ARNForm("AWS::RDS::DBInstance", "rds", "db:"),
        ARNForm("AWS::RDS::DBSubnetGroup", "rds", "subgrp:"),
        ARNForm("AWS::S3::Bucket", "s3", "", .nowhere),
        ARNForm("AWS::SNS::Topic", "sns", ""),
        ARNForm("AWS::SQS::Queue", "sqs", ""),
        ARNForm("AWS::SSO::Instance", "sso", "instance/", .nowhere),
        ARNForm("AWS::SecretsManager::Secret", "secretsmanager", "secret:"),
        ARNForm("AWS::SecurityHub::Hub", "securityhub", "hub/"),
    ]

    /// Every kind whose ARNs have a form here, by name.
    public static let kinds: [ResourceKind] = all.map { KindCatalog.kind($0.kindName) }

    private static let byKind = Dictionary(uniqueKeysWithValues: all.map { ($0.kindName, $0) })
    private static let byService = Dictionary(grouping: all, by: \.service)

    /// The form of a kind's ARNs, or nil if it has none here.
    static func form(of kind: ResourceKind) -> ARNForm? { byKind[kind.name] }

    /// The kind and the native id behind an ARN's service and resource part, or nil if they are of no kind here.
    public static func resource(service: String, part: String) -> (kind: ResourceKind, nativeID: String)? {
        var best: (form: ARNForm, id: String)?
        for form in byService[service] ?? [] {
            guard let id = form.nativeID(in: part) else { continue }
            if let best, best.form.middle.count >= form.middle.count { continue }
            best = (form, id)
        }
        guard let best else { return nil }
        return (KindCatalog.kind(best.form.kindName), best.id)
    }

    /// The ARN's resource part for a native id.
    func part(for nativeID: String) -> String {
        guard !middle.isEmpty, let slash = nativeID.firstIndex(of: "/") else { return prefix + nativeID }
        return prefix + nativeID[..<slash] + middle + nativeID[nativeID.index(after: slash)...]
    }

    private func nativeID(in part: String) -> String? {
        guard part.hasPrefix(prefix), part.count > prefix.count else { return nil }
        let rest = String(part.dropFirst(prefix.count))
        switch KindCatalog.kind(kindName).schema.idForm {
        case .fixed(let id): return rest.hasPrefix(id) ? id : nil
        case .lastPart: return rest.split(separator: "/").last.map { String($0) }
        case .resourceID, .wholeARN: break
        }
        if !middle.isEmpty {
            guard let range = rest.firstRange(of: middle) else { return nil }
            return rest[..<range.lowerBound] + "/" + rest[range.upperBound...]
        }
        switch kindName {
        // Both generations of load balancers have one prefix; the newer ones name their type behind it.
        case "AWS::ElasticLoadBalancing::LoadBalancer": return rest.contains("/") ? nil : rest
        case "AWS::ElasticLoadBalancingV2::LoadBalancer": return rest.contains("/") ? rest : nil
        // A version, an alias, or a star or stream of a log group may follow.
        case "AWS::Lambda::Function", "AWS::Logs::LogGroup": return rest.prefix { $0 != ":" }.description
        // The recorder's id follows its name.
        case "AWS::Config::ConfigurationRecorder": return rest.prefix { $0 != "/" }.description
        // A subscription's ARN is its topic's with an id behind.
        case "AWS::SNS::Topic": return rest.contains(":") ? nil : rest
        case "AWS::SecretsManager::Secret": return ARNForm.secretName(rest)
        case "AWS::S3::Bucket", "AWS::ApiGateway::RestApi", "AWS::ApiGatewayV2::Api", "AWS::DynamoDB::Table",
            "AWS::CloudFront::Distribution":
            return rest.contains("/") ? nil : rest
        default: return rest
        }
    }

    /// A secret's name: its ARN ends in a hyphen and six characters that the service adds.
    private static func secretName(_ text: String) -> String {
        guard text.count > 7, text.dropLast(6).last == "-" else { return text }
        return String(text.dropLast(7))
    }
}
