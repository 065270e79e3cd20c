import CloudModel

/// The short names of resource types that profiles use, and the kinds they stand for.
///
/// A kind's own name (`AWS::S3::Bucket`) is always accepted. A type may be known before we have controls for it.
enum ResourceTypeAlias {
    /// The kind's name for a short name or a kind's own name; nil if there is neither.
    static func kindName(_ alias: String, _ provider: Provider) -> String? {
        if let entry = table(provider).first(where: { $0.alias == alias || $0.kind == alias }) {
            return entry.kind
        }
        guard let kind = ResourceKind(named: alias), kind.schema.provider == provider else { return nil }
        return kind.name
    }

    /// Every short name of a provider.
    static func known(_ provider: Provider) -> [String] { table(provider).map(\.alias) }

    private static func table(_ provider: Provider) -> [(alias: String, kind: String)] {
        switch provider {
        case .aws: aws
        case .azure: azure
        case .gcp: gcp
        }
    }

    private static let aws: [(alias: String, kind: String)] = [
        ("ACCOUNT", "AWS::::Account"), ("CLOUDTRAIL_TRAIL", "AWS::CloudTrail::Trail"),
        ("EBS_VOLUME", "AWS::EC2::Volume"), ("EC2_INSTANCE", "AWS::EC2::Instance"),
        ("EFS_FILE_SYSTEM", "AWS::EFS::FileSystem"), ("IAM_GROUP", "AWS::IAM::Group"),
        ("IAM_POLICY", "AWS::IAM::ManagedPolicy"), ("IAM_ROLE", "AWS::IAM::Role"),
        ("IAM_USER", "AWS::IAM::User"), ("KMS_KEY", "AWS::KMS::Key"),
        ("LAMBDA_FUNCTION", "AWS::Lambda::Function"), ("NETWORK_ACL", "AWS::EC2::NetworkAcl"),
        ("RDS_INSTANCE", "AWS::RDS::DBInstance"), ("ROUTE_TABLE", "AWS::EC2::RouteTable"),
        ("S3_BUCKET", "AWS::S3::Bucket"), ("SECURITY_GROUP", "AWS::EC2::SecurityGroup"),
        ("SUBNET", "AWS::EC2::Subnet"), ("VPC", "AWS::EC2::VPC"),
    ]

    private static let azure: [(alias: String, kind: String)] = [
        ("KEY_VAULT", "Microsoft.KeyVault/vaults"),
        ("NETWORK_SECURITY_GROUP", "Microsoft.Network/networkSecurityGroups"),
        ("SQL_SERVER", "Microsoft.Sql/servers"), ("STORAGE_ACCOUNT", "Microsoft.Storage/storageAccounts"),
        ("SUBSCRIPTION", "Microsoft.Resources/subscriptions"),
        ("VIRTUAL_MACHINE", "Microsoft.Compute/virtualMachines"), ("WEB_APP", "Microsoft.Web/sites"),
    ]

    private static let gcp: [(alias: String, kind: String)] = [
        ("CLOUD_SQL_INSTANCE", "sqladmin.googleapis.com/Instance"),
        ("COMPUTE_INSTANCE", "compute.googleapis.com/Instance"),
        ("FIREWALL", "compute.googleapis.com/Firewall"), ("KMS_KEY", "cloudkms.googleapis.com/CryptoKey"),
        ("PROJECT", "cloudresourcemanager.googleapis.com/Project"),
        ("STORAGE_BUCKET", "storage.googleapis.com/Bucket"),
    ]
}
