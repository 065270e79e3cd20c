import CloudModel
import Testing

@testable import Controls

/// The calls that answer requests for whole lists.
@Suite struct ListingCallsTests {
    /// Kinds that no call of AWS lists.
    private static let unlisted = [
        "AWS::::Account": "an account has one, whose facts each have calls of their own",
        "AWS::::Feed": "the detector itself writes it",
        "AWS::::RegionFeed": "the detector itself writes it",
    ]

    private static let catalog = Result { try ControlCatalog.everything(in: try ControlLibrary.builtIn()) }

    private func kinds() throws -> Set<ResourceKind> {
        let controls = try Self.catalog.get().controls.filter { $0.subject.schema.provider == .aws }
        let listed = controls.flatMap { $0.footprint.others.filter(\.isListed).map(\.kind) }
        return Set(controls.map(\.subject) + listed)
    }

    @Test
    func `every kind that an AWS control judges or lists has calls, or stands in a list with its reason`()
        throws
    {
        let kinds = try kinds()
        #expect(kinds.count > 50)
        let without = kinds.filter { ListingCalls.calls(for: $0).isEmpty }.map(\.name)
        #expect(Set(without) == Set(Self.unlisted.keys))
    }

    @Test func `a list is asked for with them, and the reader's role may make them`() throws {
        let catalog = try Self.catalog.get()
        let allowed = Set(AccessPolicy(.reader, for: catalog).actions)
        for kind in try kinds() {
            let calls = ListingCalls.calls(for: kind)
            #expect(calls.allSatisfy { SDKCall($0) != nil }, "\(kind)")
            #expect(Set(catalog.listCalls(of: kind)).isSuperset(of: calls), "\(kind)")
            #expect(allowed.isSuperset(of: SDKCall.permissions(for: calls)), "\(kind)")
        }
        #expect(allowed.isSuperset(of: ["iam:ListRoles", "iam:ListRolePolicies", "s3:ListAllMyBuckets"]))
        #expect(!allowed.contains("apigateway:GetRestApis"))
    }

    @Test func `a role that answers for buckets alone need not list users`() throws {
        let profile = try ProfileTests.read(
            #"{"provider":"AWS","version":"1.5","resources":[{"type":"S3_BUCKET"}],"#
                + #""controls":[]}"#)
        let catalog = try ControlCatalog(try ControlLibrary.builtIn(), profiles: [profile])
        let allowed = AccessPolicy(.reader, for: catalog).actions
        #expect(allowed.contains("s3:ListAllMyBuckets"))
        #expect(!allowed.contains("rds:DescribeDBInstances"))
    }
}
