import CloudModel
import JSONTokens
import Testing

@testable import Controls

@Suite struct AccessPolicyTests {
    private static func catalog(_ profile: String) throws -> ControlCatalog {
        try ControlCatalog(try ControlLibrary.builtIn(), profiles: [try ProfileTests.read(profile)])
    }

    private static let buckets = #"{"provider":"AWS","version":"1.5","resources":[{"type":"S3_BUCKET"}]}"#

    @Test(arguments: [
        ("kms:DescribeKey", "kms:DescribeKey"), ("s3:GetBucketEncryption", "s3:GetEncryptionConfiguration"),
        ("s3control:GetPublicAccessBlock", "s3:GetAccountPublicAccessBlock"),
        ("elbv2:DescribeLoadBalancerAttributes", "elasticloadbalancing:DescribeLoadBalancerAttributes"),
        ("efs:DescribeFileSystems", "elasticfilesystem:DescribeFileSystems"),
        ("apigatewayv2:GetStage", "apigateway:GET"), ("sso-admin:ListInstances", "sso:ListInstances"),
    ])
    func `a call needs the action that IAM names`(call: String, action: String) {
        #expect(SDKCall(call)?.permission == action)
    }

    @Test(arguments: ["", "s3", "s3:", ":GetKey", "s3:get", "S3:Get", "s3:Get:Key"])
    func `what is no call is refused`(text: String) {
        #expect(SDKCall(text) == nil)
    }

    @Test func `the reader may do what its calls need and nothing else`() throws {
        let policy = AccessPolicy(.reader, for: try Self.catalog(Self.buckets))
        #expect(policy.actions.contains("s3:GetBucketPublicAccessBlock"))
        #expect(policy.actions.contains("ec2:DescribeRegions"))
        // A credential report is made before it can be read, and changes nothing.
        let verbs = ["Get", "List", "Describe", "GenerateCredentialReport"]
        for action in policy.actions {
            #expect(verbs.contains { action.split(separator: ":")[1].hasPrefix($0) }, "\(action)")
        }
        #expect(policy.actions == Set(policy.actions).sorted())
    }

    @Test func `the remediation worker may do what the plans of the profile call`() throws {
        let policy = AccessPolicy(.remediation, for: try Self.catalog(Self.buckets))
        #expect(policy.actions.contains("s3:PutBucketPublicAccessBlock"))
        #expect(!policy.actions.contains("cloudtrail:UpdateTrail"))
        let all = AccessPolicy(.remediation, for: try Self.catalog(#"{"provider":"AWS","levels":["L2"]}"#))
        #expect(all.actions.contains("cloudtrail:UpdateTrail"))
    }

    @Test func `the policy is JSON, empty or not`() throws {
        let policy = AccessPolicy(.reader, for: try Self.catalog(Self.buckets))
        let value = try FlatValue(json: policy.json)
        let statement = try #require(value.view.member("Statement")?.element(0))
        #expect(statement.member("Sid")?.string == "PlumblineRead")
        let none = AccessPolicy(.reader, for: try Self.catalog(#"{"provider":"GCP"}"#))
        #expect(none.actions.isEmpty)
        #expect(throws: Never.self) { try FlatValue(json: none.json) }
    }

    @Test func `a re-read names the calls of the kind that is read`() throws {
        let catalog = try ControlCatalog.everything(in: try ControlLibrary.builtIn())
        let bucket = KindCatalog.kind("AWS::S3::Bucket")
        let account = KindCatalog.kind("AWS::::Account")
        let block = "PublicAccessBlockConfiguration"
        func calls(_ property: String, _ kind: ResourceKind) -> [String] {
            catalog.rereadCalls(for: PropertySet(kind.property(property)), of: kind)
        }
        let ofBucket = calls(block, bucket)
        #expect(ofBucket.contains("s3:GetPublicAccessBlock"))
        #expect(ofBucket.allSatisfy { $0.hasPrefix("s3:") })
        #expect(calls(block, account) == ["s3control:GetPublicAccessBlock"])
        #expect(calls("EnabledRegions", account).contains("ec2:DescribeRegions"))
        #expect(calls("Region", bucket) == [])
    }
}
