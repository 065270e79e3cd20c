import Testing

@testable import CloudModel

/// Every kind of resource that a benchmark control is about has a property schema, or stands here with its reason.
@Suite(.enabled(if: Catalogue.exists)) struct CatalogueKindsTests {
    /// Kinds that no schema can describe, with the reason.
    static let without: [String: String] = [
        "*": "every kind; such a control needs the list of all of them",
        "cloudidentity:Customer": "a switch of the administration console without a public interface",
        "graph:adminCenterSetting": "a switch of the portal without a documented interface",
        "graph:mfaServiceSettings": "a page of the portal without a documented interface",
        "graph:myAppsSetting": "a switch of the portal without a documented interface",
        "graph:selfServiceGroupSetting": "a switch of the portal without a documented interface",
        "graph:ssprPolicy": "self-service password reset has no documented interface for its settings",
    ]

    /// Kinds of AWS that are still to come. The list must be the real one: whoever adds a schema takes its name out.
    static let expectedMissing: [String] = [
        "AWS::AccessAnalyzer::Analyzer",
        "AWS::ApiGateway::Stage",
        "AWS::ApiGatewayV2::Stage",
        "AWS::CloudFront::Distribution",
        "AWS::CloudWatch::Alarm",
        "AWS::Config::ConfigurationRecorder",
        "AWS::Config::DeliveryChannel",
        "AWS::EC2::FlowLog",
        "AWS::EC2::Instance",
        "AWS::EC2::NetworkAcl",
        "AWS::EC2::RouteTable",
        "AWS::EC2::VPC",
        "AWS::EC2::VPCEndpoint",
        "AWS::EC2::VPCPeeringConnection",
        "AWS::EFS::FileSystem",
        "AWS::ElasticLoadBalancingV2::LoadBalancer",
        "AWS::Events::EventBus",
        "AWS::IAM::AccessKey",
        "AWS::IAM::Group",
        "AWS::IAM::ManagedPolicy",
        "AWS::IAM::OIDCProvider",
        "AWS::IAM::Role",
        "AWS::IAM::SAMLProvider",
        "AWS::IAM::ServerCertificate",
        "AWS::IAM::User",
        "AWS::Lambda::Function",
        "AWS::Logs::MetricFilter",
        "AWS::Macie::Session",
        "AWS::Organizations::Account",
        "AWS::Organizations::Organization",
        "AWS::Organizations::OrganizationalUnit",
        "AWS::Organizations::Policy",
        "AWS::Organizations::ResourcePolicy",
        "AWS::RDS::DBCluster",
        "AWS::RDS::DBInstance",
        "AWS::SNS::Subscription",
        "AWS::SNS::Topic",
        "AWS::SQS::Queue",
        "AWS::SSO::Instance",
        "AWS::SecretsManager::Secret",
        "AWS::SecurityHub::Hub",
    ]

    static func missing(_ file: String) throws -> [String] {
        try Catalogue.resourceTypes(file).filter { ResourceKind(named: $0) == nil && without[$0] == nil }
    }

    @Test(arguments: ["cis-azure.csv", "cis-gcp.csv"])
    func `every kind of the catalogue has a schema`(file: String) throws {
        #expect(try Self.missing(file) == [])
        #expect(try Catalogue.resourceTypes(file).count > 40)
    }

    @Test func `the kinds of AWS that lack a schema are those that are expected to`() throws {
        #expect(try Self.missing("cis-aws.csv") == Self.expectedMissing.sorted())
        #expect(try Catalogue.resourceTypes("cis-aws.csv").count > 40)
    }

    @Test func `a reason stands only where there is no schema, and only for what the catalogue names`() throws
    {
        let named = try ["cis-aws.csv", "cis-azure.csv", "cis-gcp.csv"].flatMap {
            try Catalogue.resourceTypes($0)
        }
        for name in Self.without.keys.sorted() {
            #expect(ResourceKind(named: name) == nil, "\(name) has a schema now")
            #expect(named.contains(name), "no control is about \(name)")
        }
    }
}
