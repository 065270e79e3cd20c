internal import CloudModel

/// The SDK calls that list the resources of a kind and describe each of them: what answers a request for a whole list.
enum ListingCalls {
    /// The calls for a kind, sorted; empty for kinds that no call of AWS lists.
    static func calls(for kind: ResourceKind) -> [String] { (byKind[kind.name] ?? []).sorted() }

    private static let byKind = identity.merging(network) { own, _ in own }
        .merging(workloads) { own, _ in own }.merging(logging) { own, _ in own }
        .merging(organization) { own, _ in own }

    private static let identity = [
        "AWS::AccessAnalyzer::Analyzer": ["accessanalyzer:ListAnalyzers"],
        "AWS::IAM::AccessKey": ["iam:ListUsers", "iam:ListAccessKeys", "iam:GetAccessKeyLastUsed"],
        "AWS::IAM::Group": [
            "iam:ListGroups", "iam:ListAttachedGroupPolicies", "iam:ListGroupPolicies", "iam:GetGroupPolicy",
        ],
        "AWS::IAM::InstanceProfile": ["iam:ListInstanceProfiles", "iam:ListInstanceProfileTags"],
        "AWS::IAM::ManagedPolicy": [
            "iam:ListPolicies", "iam:GetPolicyVersion", "iam:ListEntitiesForPolicy", "iam:ListPolicyTags",
        ],
        "AWS::IAM::OIDCProvider": ["iam:ListOpenIDConnectProviders", "iam:GetOpenIDConnectProvider"],
        "AWS::IAM::Role": [
            "iam:ListRoles", "iam:GetRole", "iam:ListAttachedRolePolicies", "iam:ListRolePolicies",
            "iam:GetRolePolicy", "iam:ListRoleTags",
        ],
        "AWS::IAM::SAMLProvider": ["iam:ListSAMLProviders", "iam:GetSAMLProvider"],
        "AWS::IAM::ServerCertificate": ["iam:ListServerCertificates", "iam:ListServerCertificateTags"],
        "AWS::IAM::User": [
            "iam:ListUsers", "iam:GetUser", "iam:GetLoginProfile", "iam:ListMFADevices", "iam:ListAccessKeys",
            "iam:GetAccessKeyLastUsed", "iam:ListAttachedUserPolicies", "iam:ListUserPolicies",
            "iam:GetUserPolicy", "iam:ListGroupsForUser", "iam:ListUserTags", "iam:GenerateCredentialReport",
            "iam:GetCredentialReport",
        ],
        "AWS::IAM::VirtualMFADevice": ["iam:ListVirtualMFADevices", "iam:ListMFADeviceTags"],
        "AWS::KMS::Key": [
            "kms:ListKeys", "kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus",
            "kms:ListResourceTags",
        ],
        "AWS::SSO::Instance": ["sso-admin:ListInstances", "sso-admin:ListTagsForResource"],
        "AWS::SecretsManager::Secret": ["secretsmanager:ListSecrets", "secretsmanager:GetResourcePolicy"],
    ]

    private static let network = [
        "AWS::EC2::FlowLog": ["ec2:DescribeFlowLogs"],
        "AWS::EC2::NetworkAcl": ["ec2:DescribeNetworkAcls"],
        "AWS::EC2::NetworkInterface": ["ec2:DescribeNetworkInterfaces"],
        "AWS::EC2::NetworkInterfaceAttachment": ["ec2:DescribeNetworkInterfaces"],
        "AWS::EC2::PrefixList": ["ec2:DescribeManagedPrefixLists", "ec2:GetManagedPrefixListEntries"],
        "AWS::EC2::RouteTable": ["ec2:DescribeRouteTables"],
        "AWS::EC2::SecurityGroup": ["ec2:DescribeSecurityGroups", "ec2:DescribeSecurityGroupRules"],
        "AWS::EC2::Subnet": ["ec2:DescribeSubnets"],
        "AWS::EC2::SubnetRouteTableAssociation": ["ec2:DescribeRouteTables"],
        "AWS::EC2::VPC": ["ec2:DescribeVpcs", "ec2:DescribeNetworkAcls", "ec2:DescribeSecurityGroups"],
        "AWS::EC2::VPCEndpoint": ["ec2:DescribeVpcEndpoints"],
        "AWS::EC2::VPCPeeringConnection": ["ec2:DescribeVpcPeeringConnections"],
        "AWS::ApiGateway::RestApi": ["apigateway:GetRestApis"],
        "AWS::ApiGateway::Stage": ["apigateway:GetRestApis", "apigateway:GetStages"],
        "AWS::ApiGatewayV2::Api": ["apigatewayv2:GetApis"],
        "AWS::ApiGatewayV2::Stage": ["apigatewayv2:GetApis", "apigatewayv2:GetStages"],
        "AWS::CloudFront::Distribution": [
            "cloudfront:ListDistributions", "cloudfront:GetDistributionConfig",
            "cloudfront:ListTagsForResource",
        ],
        "AWS::CloudFront::RealtimeLogConfig": ["cloudfront:ListRealtimeLogConfigs"],
        "AWS::ElasticLoadBalancing::LoadBalancer": [
            "elb:DescribeLoadBalancers", "elb:DescribeLoadBalancerAttributes", "elb:DescribeTags",
        ],
        "AWS::ElasticLoadBalancingV2::LoadBalancer": [
            "elbv2:DescribeLoadBalancers", "elbv2:DescribeLoadBalancerAttributes", "elbv2:DescribeTags",
        ],
    ]

    private static let workloads = [
        "AWS::DynamoDB::Table": [
            "dynamodb:ListTables", "dynamodb:DescribeTable", "dynamodb:ListTagsOfResource",
        ],
        "AWS::EC2::Instance": ["ec2:DescribeInstances"],
        "AWS::ECS::Cluster": ["ecs:ListClusters", "ecs:DescribeClusters"],
        "AWS::ECS::Service": ["ecs:ListClusters", "ecs:ListServices", "ecs:DescribeServices"],
        "AWS::EFS::FileSystem": ["efs:DescribeFileSystems"],
        "AWS::EKS::Cluster": ["eks:ListClusters", "eks:DescribeCluster"],
        "AWS::Events::EventBus": [
            "events:ListEventBuses", "events:DescribeEventBus", "events:ListTagsForResource",
        ],
        "AWS::Glacier::Vault": [
            "glacier:ListVaults", "glacier:GetVaultAccessPolicy", "glacier:ListTagsForVault",
        ],
        "AWS::Lambda::Function": ["lambda:ListFunctions", "lambda:GetPolicy", "lambda:ListTags"],
        "AWS::RDS::DBCluster": ["rds:DescribeDBClusters"],
        "AWS::RDS::DBInstance": ["rds:DescribeDBInstances"],
        "AWS::RDS::DBSubnetGroup": ["rds:DescribeDBSubnetGroups", "rds:ListTagsForResource"],
        "AWS::S3::Bucket": [
            "s3:ListBuckets", "s3:GetBucketLocation", "s3:GetBucketTagging", "s3:GetPublicAccessBlock",
            "s3:GetBucketPolicy", "s3:GetBucketAcl", "s3:GetBucketOwnershipControls",
            "s3:GetBucketVersioning",
            "s3:GetBucketLogging", "s3:GetBucketEncryption",
        ],
        "AWS::SQS::Queue": ["sqs:ListQueues", "sqs:GetQueueAttributes", "sqs:ListQueueTags"],
    ]

    private static let logging = [
        "AWS::CloudTrail::Trail": [
            "cloudtrail:DescribeTrails", "cloudtrail:GetTrailStatus", "cloudtrail:GetEventSelectors",
            "cloudtrail:ListTags",
        ],
        "AWS::CloudWatch::Alarm": ["cloudwatch:DescribeAlarms", "cloudwatch:ListTagsForResource"],
        "AWS::Config::ConfigurationRecorder": [
            "config:DescribeConfigurationRecorders", "config:DescribeConfigurationRecorderStatus",
        ],
        "AWS::Config::DeliveryChannel": ["config:DescribeDeliveryChannels"],
        "AWS::Logs::Delivery": ["logs:DescribeDeliveries"],
        "AWS::Logs::DeliveryDestination": ["logs:DescribeDeliveryDestinations"],
        "AWS::Logs::DeliverySource": ["logs:DescribeDeliverySources"],
        "AWS::Logs::LogGroup": [
            "logs:DescribeLogGroups", "logs:DescribeMetricFilters", "logs:ListTagsForResource",
        ],
        "AWS::Macie::Session": [
            "macie2:GetMacieSession", "macie2:GetAutomatedDiscoveryConfiguration",
            "macie2:ListClassificationJobs",
        ],
        "AWS::SNS::Topic": [
            "sns:ListTopics", "sns:GetTopicAttributes", "sns:ListSubscriptionsByTopic",
            "sns:ListTagsForResource",
        ],
        "AWS::SecurityHub::Hub": [
            "securityhub:DescribeHub", "securityhub:GetEnabledStandards",
            "securityhub:ListEnabledProductsForImport", "securityhub:ListTagsForResource",
        ],
    ]

    private static let organization = [
        "AWS::Organizations::Account": [
            "organizations:ListAccounts", "organizations:ListParents", "organizations:ListTagsForResource",
        ],
        "AWS::Organizations::Organization": [
            "organizations:DescribeOrganization", "organizations:ListRoots",
            "organizations:ListAWSServiceAccessForOrganization", "organizations:ListDelegatedAdministrators",
            "organizations:ListDelegatedServicesForAccount", "iam:ListOrganizationsFeatures",
        ],
        "AWS::Organizations::OrganizationalUnit": [
            "organizations:ListRoots", "organizations:ListOrganizationalUnitsForParent",
            "organizations:ListTagsForResource",
        ],
        "AWS::Organizations::Policy": [
            "organizations:ListPolicies", "organizations:DescribePolicy",
            "organizations:ListTargetsForPolicy", "organizations:ListTagsForResource",
        ],
        "AWS::Organizations::ResourcePolicy": ["organizations:DescribeResourcePolicy"],
    ]
}
