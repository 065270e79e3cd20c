import CloudModel
import Testing

@Suite struct ARNFormTests {
    static let names: [(kind: String, id: String, arn: String)] = [
        ("AWS::ApiGateway::RestApi", "a1", "arn:aws:apigateway:eu-west-1::/restapis/a1"),
        ("AWS::ApiGateway::Stage", "a1/prod", "arn:aws:apigateway:eu-west-1::/restapis/a1/stages/prod"),
        ("AWS::ApiGatewayV2::Api", "a1", "arn:aws:apigateway:eu-west-1::/apis/a1"),
        ("AWS::ApiGatewayV2::Stage", "a1/$default", "arn:aws:apigateway:eu-west-1::/apis/a1/stages/$default"),
        ("AWS::CloudFront::Distribution", "E1", "arn:aws:cloudfront::111122223333:distribution/E1"),
        ("AWS::CloudTrail::Trail", "t1", "arn:aws:cloudtrail:eu-west-1:111122223333:trail/t1"),
        ("AWS::KMS::Key", "k-1", "arn:aws:kms:eu-west-1:111122223333:key/k-1"),
        ("AWS::S3::Bucket", "b1", "arn:aws:s3:::b1"),
        ("AWS::EC2::SecurityGroup", "sg-1", "arn:aws:ec2:eu-west-1:111122223333:security-group/sg-1"),
        ("AWS::EC2::VPC", "vpc-1", "arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-1"),
        ("AWS::ECS::Service", "c1/s1", "arn:aws:ecs:eu-west-1:111122223333:service/c1/s1"),
        (
            "AWS::ElasticLoadBalancing::LoadBalancer", "old",
            "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/old"
        ),
        (
            "AWS::ElasticLoadBalancingV2::LoadBalancer", "app/new/0123",
            "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/new/0123"
        ),
        ("AWS::Lambda::Function", "f1", "arn:aws:lambda:eu-west-1:111122223333:function:f1"),
        ("AWS::RDS::DBCluster", "c1", "arn:aws:rds:eu-west-1:111122223333:cluster:c1"),
        ("AWS::RDS::DBInstance", "d1", "arn:aws:rds:eu-west-1:111122223333:db:d1"),
        ("AWS::SQS::Queue", "q1", "arn:aws:sqs:eu-west-1:111122223333:q1"),
    ]

    @Test(arguments: names) func `an ARN is written and read alike`(kind: String, id: String, arn: String) {
        let kind = KindCatalog.kind(kind)
        let region = kind.schema.scope == .global ? "" : "eu-west-1"
        let resource = ResourceID(
            kind: kind, account: AccountKey(.aws, "111122223333"), region: region, nativeID: id)
        #expect(resource.fullName == arn)
        let parts = arn.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false).map(String.init)
        let found = ARNForm.resource(service: parts[2], part: parts[5])
        #expect(found?.kind == kind)
        #expect(found?.nativeID == id)
    }

    static let withoutARN = [
        ("AWS::::Feed", "cloudtrail", "111122223333/cloudtrail"), ("AWS::::Attestation", "key", "key"),
    ]

    @Test func `where every region has the same id it is part of the name too`() {
        let resource = ResourceID(
            kind: KindCatalog.kind("AWS::::RegionFeed"), account: AccountKey(.aws, "111122223333"),
            region: "eu-west-1", nativeID: "cloudtrail")
        #expect(resource.fullName == "111122223333/eu-west-1/cloudtrail")
    }

    @Test(arguments: withoutARN)
    func `where every account has the same id the account is part of the name`(
        kind: String, id: String, name: String
    ) {
        let resource = ResourceID(
            kind: KindCatalog.kind(kind), account: AccountKey(.aws, "111122223333"), region: "", nativeID: id)
        #expect(resource.fullName == name)
    }

    static let others: [(service: String, part: String, id: String?)] = [
        ("lambda", "function:f1:prod", "f1"), ("secretsmanager", "secret:db/main-AbCdEf", "db/main"),
        ("dynamodb", "table/t1/stream/2024", nil), ("ec2", "image/ami-1", nil), ("nothing", "x", nil),
        ("rds", "snapshot:s1", nil), ("ec2", "vpc/", nil), ("s3", "b1/key", nil),
    ]

    @Test(arguments: others)
    func `only what names a resource of a kind gives its id`(service: String, part: String, id: String?) {
        #expect(ARNForm.resource(service: service, part: part)?.nativeID == id)
    }
}
