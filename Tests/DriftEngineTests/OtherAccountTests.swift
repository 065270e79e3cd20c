import CloudModel
import Controls
import Simulation
import Testing

@testable import DriftEngine

/// Keys and buckets that belong to another account.
@Suite struct OtherAccountTests {
    typealias Of = OrganizationRecords
    static let control = "cloudtrail.trail-feed-intact"
    static let apart = [[SharedWorld.management], [SharedWorld.members[0]], []]
    private static let owner = SharedWorld.members[1]
    private static let asking = SharedWorld.members[0]
    private static let key = "arn:aws:kms:eu-west-1:\(owner):key/k-1"
    private static let policy =
        #"{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"cloudtrail.amazonaws.com\"},"#
        + #"\"Action\":\"s3:PutObject\",\"Resource\":\"arn:aws:s3:::logs/*\"}]}"#

    private static func trail(_ account: String, bucket: String = "logs", key: String? = nil)
        -> (account: String, text: String)
    {
        let keyText = key.map { #""\#($0)""# } ?? "null"
        return Of.seen(
            account, "AWS::CloudTrail::Trail", "t", at: 5,
            #""IsMultiRegionTrail":true,"IsLogging":true,"EventSelectors":null,"AdvancedEventSelectors":null,"#
                + #""IsOrganizationTrail":false,"S3BucketName":"\#(bucket)","KMSKeyId":\#(keyText)"#)
    }

    private static func bucket(_ account: String, at seconds: Int, allows: Bool = true)
        -> (account: String, text: String)
    {
        Of.seen(
            account, "AWS::S3::Bucket", "logs", at: seconds,
            allows ? #""Policy":"\#(policy)""# : #""Policy":null"#, region: "")
    }

    private static func keySeen(isEnabled: Bool, at seconds: Int) -> (account: String, text: String) {
        Of.seen(owner, "AWS::KMS::Key", "k-1", at: seconds, #""Enabled":\#(isEnabled)"#)
    }

    private static let noBuckets = Of.closing(asking, "AWS::S3::Bucket", at: 4, region: "")
    private static let members = [Of.join(asking, at: 1), Of.join(owner, at: 2)]

    @Test(arguments: [[[]], apart])
    func `a key of another account is asked for once and answered as it changes`(owned: [[String]]) {
        var world = SharedWorld(owned)
        world.take([Self.bucket(Self.asking, at: 3), Self.trail(Self.asking, key: Self.key)])
        #expect(world.verdict(Self.control, Self.asking) == "unknown")
        #expect(world.verdicts.contains { $0.contains(Self.control) && $0.contains("other account") })
        world.take(Self.keySeen(isEnabled: true, at: 6))
        #expect(world.verdict(Self.control, Self.asking) == "pass")
        world.take(
            Of.event(Self.owner, "kms", "DisableKey", at: 100, #"{"keyId":"\#(Self.key)"}"#))
        #expect(world.verdict(Self.control, Self.asking) == "fail")
        #expect(
            world.findings.last { $0.control.id == "aws." + Self.control }?.cause?.action
                == "kms.amazonaws.com/DisableKey")
        let told = world.exchanged
        world.take(
            Of.event(
                Self.owner, "kms", "TagResource", at: 110,
                #"{"keyId":"\#(Self.key)","tags":[{"tagKey":"a","tagValue":"b"}]}"#))
        #expect(world.exchanged == told)
        #expect(world.verdicts == world.verdictsFromScratch)
    }

    @Test(arguments: [[[]], apart])
    func `a bucket of another account is found through the organisation`(owned: [[String]]) {
        var world = SharedWorld(owned)
        world.take([Self.noBuckets, Self.trail(Self.asking), Self.bucket(Self.owner, at: 3)])
        #expect(world.verdict(Self.control, Self.asking) == "unknown")
        #expect(world.verdicts.contains { $0.contains(Self.control) && $0.contains("other account") })
        world.take(Self.members + [Of.accept(Self.asking, at: 7)])
        #expect(world.verdict(Self.control, Self.asking) == "pass")
        world.take(Self.bucket(Self.owner, at: 100, allows: false))
        #expect(world.verdict(Self.control, Self.asking) == "fail")
        #expect(!world.verdicts.contains { $0.contains("arn:aws:s3:::logs ") })
        #expect(world.verdicts == world.verdictsFromScratch)
    }

    @Test func `an account's own bucket is never another's`() {
        var world = SharedWorld(Self.apart)
        world.take(
            Self.members + [
                Of.accept(Self.asking, at: 7), Self.trail(Self.asking), Self.bucket(Self.owner, at: 3),
                Self.bucket(Self.asking, at: 3, allows: false),
            ])
        #expect(world.verdict(Self.control, Self.asking) == "fail")
    }

    @Test
    func `whether another account's bucket is public its own account's block decides, which is not known`()
        throws
    {
        let profile = try Profile(json: Array(#"{"provider":"AWS","version":"2.0.0","levels":["L1"]}"#.utf8))
        let catalog = try ControlCatalog(try ControlLibrary.builtIn(), profiles: [profile])
        var world = SharedWorld(Self.apart, catalog: catalog)
        let open =
            #"{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:GetObject\",\"Resource\":\"*\"}]}"#
        world.take(
            Self.members + [
                Of.accept(Self.asking, at: 7), Self.noBuckets, Self.trail(Self.asking),
                Of.seen(
                    Self.asking, "AWS::::Account", Self.asking, at: 3,
                    #""PublicAccessBlockConfiguration":{"RestrictPublicBuckets":true,"IgnorePublicAcls":true}"#,
                    region: ""),
                Of.seen(
                    Self.owner, "AWS::S3::Bucket", "logs", at: 8,
                    #""Policy":"\#(open)","PublicAccessBlockConfiguration":null,"ObjectOwnership":"BucketOwnerEnforced","#
                        + #""AccessControlList":[]"#, region: ""),
            ])
        #expect(world.verdict("cloudtrail.cloudtrail-bucket-not-public", Self.asking) == "unknown")
    }

    @Test func `a restart asks and tells nothing again`() throws {
        let records =
            Self.members + [
                Of.accept(Self.asking, at: 7), Self.noBuckets, Self.trail(Self.asking, key: Self.key),
                Self.bucket(Self.owner, at: 3), Self.keySeen(isEnabled: true, at: 6),
            ]
        var whole = SharedWorld(Self.apart)
        whole.take(records)
        #expect(whole.verdict(Self.control, Self.asking) == "pass")
        for place in records.indices {
            for index in 0...2 {
                var world = SharedWorld(Self.apart)
                world.take(Array(records[...place]))
                try world.restart(index)
                world.take(Array(records[(place + 1)...]))
                #expect(world.verdicts == whole.verdicts, "restart \(index) after \(place)")
                #expect(world.exchanged == whole.exchanged, "restart \(index) after \(place)")
            }
        }
    }

    @Test(arguments: 0..<16)
    func `any order and any sharing out of the accounts give the same`(seed: UInt64) {
        let records =
            Self.members + [
                Of.accept(Self.asking, at: 7), Self.noBuckets, Self.trail(Self.asking, key: Self.key),
                Self.trail(SharedWorld.management), Self.bucket(Self.owner, at: 3),
                Self.bucket(Self.owner, at: 200, allows: false), Self.keySeen(isEnabled: true, at: 6),
                Of.event(Self.owner, "kms", "DisableKey", at: 100, #"{"keyId":"\#(Self.key)"}"#),
                Of.event(Self.owner, "kms", "EnableKey", at: 150, #"{"keyId":"\#(Self.key)"}"#),
                Self.bucket(Self.owner, at: 300),
            ]
        var one = SharedWorld([[]])
        one.take(records)
        #expect(one.verdict(Self.control, Self.asking) == "pass")
        var random = SeededGenerator(seed: seed)
        let shuffled = (records + records).shuffled(using: &random)
        for owned in [[[]], Self.apart, [[Self.owner], []]] {
            var world = SharedWorld(owned)
            world.take(shuffled)
            #expect(Set(world.verdicts).symmetricDifference(one.verdicts).sorted() == [])
            #expect(world.openFindings == one.openFindings)
            #expect(Set(world.verdicts).symmetricDifference(world.verdictsFromScratch).sorted() == [])
        }
    }
}
