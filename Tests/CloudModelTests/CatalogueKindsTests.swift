import Testing

@testable import CloudModel

/// Every kind of resource that a benchmark control is about has a property schema, or stands here with its reason.
@Suite(.enabled(if: Catalogue.exists)) struct CatalogueKindsTests {
    /// Kinds that no schema can describe, with the reason.
    static let without: [String: String] = [
        "AWS::Logs::MetricFilter": "an element of its log group",
        "AWS::SNS::Subscription": "an element of its topic",
        "*": "every kind; such a control needs the list of all of them",
        "cloudidentity:Customer": "a switch of the administration console without a public interface",
        "graph:adminCenterSetting": "a switch of the portal without a documented interface",
        "graph:mfaServiceSettings": "a page of the portal without a documented interface",
        "graph:myAppsSetting": "a switch of the portal without a documented interface",
        "graph:selfServiceGroupSetting": "a switch of the portal without a documented interface",
        "graph:ssprPolicy": "self-service password reset has no documented interface for its settings",
    ]

    static func missing(_ file: String) throws -> [String] {
        try Catalogue.resourceTypes(file).filter { ResourceKind(named: $0) == nil && without[$0] == nil }
    }

    @Test(arguments: ["cis-aws.csv", "cis-azure.csv", "cis-gcp.csv"])
    func `every kind of the catalogue has a schema`(file: String) throws {
        #expect(try Self.missing(file) == [])
        #expect(try Catalogue.resourceTypes(file).count > 40)
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
