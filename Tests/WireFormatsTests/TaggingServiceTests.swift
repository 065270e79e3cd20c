import CloudModel
import Testing

/// The tagging service names any resource by its ARN: one that cannot be found by it could be tagged unseen.
@Suite struct TaggingServiceTests {
    /// There is one for an organisation, and it is tagged by calls of Organizations alone.
    private static let others: Set<String> = ["AWS::Organizations::ResourcePolicy"]
    /// Native ids of another form than a name.
    private static let names = [
        "AWS::ApiGateway::Stage": "a/x", "AWS::ApiGatewayV2::Stage": "a/x",
        "AWS::ElasticLoadBalancingV2::LoadBalancer": "app/x/1",
        "AWS::IAM::VirtualMFADevice": "arn:aws:iam::111122223333:mfa/x",
    ]

    private static let kinds: [ResourceKind] = KindCatalog.schemas.compactMap { schema in
        guard schema.provider == .aws, schema.scope != .account, schema.property(named: "Tags") != nil,
            !others.contains(schema.name)
        else { return nil }
        return ResourceKind(named: schema.name)
    }

    @Test(arguments: kinds) func `every kind with tags is found by its ARN`(kind: ResourceKind) throws {
        let region = kind.schema.scope == .regional ? "eu-west-1" : ""
        let native =
            switch kind.schema.idForm {
            case .fixed(let id): id
            case .wholeARN: "arn:aws:iam::111122223333:policy/x"
            case .resourceID, .lastPart: "x"
            }
        let id = ResourceID(
            kind: kind, account: AccountKey(.aws, "111122223333"), region: region,
            nativeID: Self.names[kind.name] ?? native)
        let record = cloudTrailRecord(
            "tagging", "TagResources",
            request: #"{"resourceARNList":["\#(id.fullName)"],"tags":{"Environment":"Development"}}"#)
        let found = decoded(record)
        #expect(found.contains { $0.hasPrefix("modify \(kind.name) ") }, "\(id.fullName): \(found)")
    }
}
