import CloudModel
import JSONTokens
import ResourceGraph
import Testing

@testable import Controls

@Suite struct ControlIndexTests {
    static let group = World.id("AWS::EC2::SecurityGroup", "sg-1")
    static let bucket = World.id("AWS::S3::Bucket", "b-1")
    static let trail = World.id("AWS::CloudTrail::Trail", "main")

    @Test func `a change evaluates only the controls that read what it changed`() throws {
        let world = try World.everything()
        world.write(Self.group, [.replace(World.ingress, [])], at: 100, .create)
        world.write(Self.group, [.insert(World.ingress, try World.rule(EvaluatorTests.open))], at: 200)
        #expect(
            world.evaluatedControls == [
                "aws.ec2.default-sg-restricts-all", "aws.ec2.ec2-cifs-restricted",
                "aws.ec2.sg-no-ipv4-public-admin-ports", "aws.ec2.sg-no-ipv6-public-admin-ports",
            ])
        #expect(world.evaluated.count == 4)
        try world.write(Self.group, [("GroupDescription", "\"x\"")], at: 300)
        #expect(world.evaluated.isEmpty)
    }

    @Test func `a duplicate evaluates nothing`() throws {
        let world = try World.everything()
        try world.write(Self.bucket, [("Policy", "null")], at: 100)
        try world.write(Self.bucket, [("Policy", "null")], at: 100)
        #expect(world.evaluated.isEmpty)
    }

    @Test func `a property of the account reaches every subject that reads it`() throws {
        let world = try World.everything()
        for name in ["b-1", "b-2", "b-3"] {
            try world.write(World.id("AWS::S3::Bucket", name), [("Policy", "null")], at: 100)
        }
        try world.write(World.accountID(), [("PublicAccessBlockConfiguration", "null")], at: 200)
        let readers = ["aws.s3.resource-policy-no-wildcard-principal", "aws.s3.s3-block-public-access"]
        #expect(world.evaluatedControls == readers)
        #expect(world.evaluated.count == 2 * 3)
    }

    @Test func `another resource reaches the subjects that read its kind`() throws {
        let world = try World.everything()
        try world.write(Self.trail, [("S3BucketName", "\"b-1\"")], at: 100)
        try world.write(Self.bucket, [("LoggingConfiguration", "null")], at: 200)
        let key = try world.key("aws.cloudtrail.cloudtrail-bucket-access-logging", Self.trail)
        #expect(world.table[key]?.name == "fail")
        try world.write(
            Self.bucket, [("LoggingConfiguration", #"{"DestinationBucketName":"logs"}"#)], at: 300)
        #expect(world.table[key] == .pass)
    }

    @Test func `a closed inventory reaches the account's control`() throws {
        let world = try World.everything()
        try world.write(World.accountID(), [("EnabledRegions", #"["us-east-1"]"#)], at: 100)
        world.close("AWS::CloudTrail::Trail", at: 200)
        let key = try world.key("aws.cloudtrail.cloudtrail-multi-region-enabled", World.accountID())
        #expect(world.table[key]?.name == "fail")
    }

    @Test func `a region's facts have their own subject`() throws {
        let world = try World.everything()
        try world.write(World.accountID(), [("EnabledRegions", "[\"eu-west-1\"]")], at: 50)
        try world.write(World.accountID(region: "eu-west-1"), [("EbsEncryptionByDefault", "false")], at: 100)
        let control = "aws.ec2.ebs-encryption-by-default"
        let key = try world.key(control, World.accountID(region: "eu-west-1"))
        #expect(world.table[key]?.name == "fail")
        #expect(try world.table[world.key(control, World.accountID())] == nil)
    }

    @Test func `the past of a property names the same evaluations`() throws {
        let world = try World.everything()
        try world.write(Self.trail, [("IsLogging", "true")], at: 200)
        let cause = CauseRecord(
            eventID: "late", time: Timestamp(seconds: 150), action: "test", actor: nil, isObservation: false)
        let change = ResourceChange(
            resource: Self.trail, cause: cause,
            writes: [.set(Self.trail.kind.property("IsLogging"), FlatValue(false))])
        let delta = try #require(world.graph.apply(.resource(change)).first)
        let past = world.index.affectedByPast(of: delta, in: world.graph)
        let key = try world.key("aws.cloudtrail.cloudtrail-trail-logging", Self.trail)
        #expect(past.contains(key))
    }

    @Test func `a catalogue knows what its controls read`() throws {
        let catalog = try World.everything().catalog
        func reads(_ kind: String, _ property: String, in region: String = "") -> Bool {
            let kind = KindCatalog.kind(kind)
            let resource = ResourceID(
                kind: kind, account: Self.trail.account, region: region, nativeID: "one")
            return catalog.readProperties(of: resource).contains(PropertySet(kind.property(property)))
        }
        #expect(reads("AWS::S3::Bucket", "Policy"))
        #expect(!reads("AWS::S3::Bucket", "Region"))
        // An account and an account in a region are of one kind and have facts of their own.
        #expect(reads("AWS::::Account", "EnabledRegions"))
        #expect(!reads("AWS::::Account", "EnabledRegions", in: "eu-west-1"))
        #expect(reads("AWS::::Account", "EbsEncryptionByDefault", in: "eu-west-1"))
        #expect(!reads("AWS::::Account", "EbsEncryptionByDefault"))
    }

    @Test(arguments: 0..<24 as Range<UInt64>)
    func `incremental equals from scratch after every change`(seed: UInt64) throws {
        let world = try World.everything()
        var random = SplitMix(state: seed)
        for step in 0..<60 {
            try RandomChange.apply(to: world, &random, at: Int64(1000 + random.below(40)), step)
            let fresh = Evaluator(world.catalog, world.graph)
            for key in world.catalog.allSubjects(in: world.graph) {
                let wanted = fresh.evaluate(key).verdict
                let id = world.graph.id(of: key.subject)
                let control = world.catalog.controls[Int(key.control)].facts.id
                #expect(world.table[key] == wanted, "seed \(seed) step \(step): \(control) on \(id.nativeID)")
            }
        }
    }

    private typealias Evaluator = Controls.Evaluator
}

/// A small seeded generator.
struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}

/// Random changes to a few resources of every AWS kind.
enum RandomChange {
    static func apply(to world: World, _ random: inout SplitMix, at time: Int64, _ step: Int) throws {
        let event = "event-\(step)"
        switch random.below(10) {
        case 0: world.close("AWS::CloudTrail::Trail", at: time)
        case 1:
            try world.write(
                World.accountID(), [("EnabledRegions", #"["us-east-1"]"#)], at: time, event: event)
        case 2:
            let value = ["null", block(true), block(false)][random.below(3)]
            try world.write(
                World.accountID(), [("PublicAccessBlockConfiguration", value)], at: time, event: event)
        case 3: world.write(group(&random), [] as [PropertyWrite], at: time, event: event, .delete)
        case 4, 5: try ruleChange(world, &random, time, event)
        case 6, 7:
            let flag = "\(random.below(2) == 0)"
            let id = World.id("AWS::CloudTrail::Trail", "trail-\(random.below(2))")
            let lifecycle: ResourceChange.Lifecycle = random.below(5) == 0 ? .delete : .modify
            let name = ["IsLogging", "IsMultiRegionTrail", "EnableLogFileValidation"][random.below(3)]
            let values = lifecycle == .delete ? [] : [(name, flag), ("S3BucketName", "\"b-0\"")]
            try world.write(id, values, at: time, event: event, lifecycle)
        default:
            let id = World.id("AWS::S3::Bucket", "b-\(random.below(2))")
            let values = [
                ("PublicAccessBlockConfiguration", [block(true), "null"][random.below(2)]),
                ("LoggingConfiguration", ["null", #"{"DestinationBucketName":"l"}"#][random.below(2)]),
            ]
            try world.write(id, [values[random.below(2)]], at: time, event: event)
        }
    }

    private static func group(_ random: inout SplitMix) -> ResourceID {
        World.id("AWS::EC2::SecurityGroup", "sg-\(random.below(3))")
    }

    private static func block(_ on: Bool) -> String {
        #"{"BlockPublicAcls":true,"IgnorePublicAcls":true,"BlockPublicPolicy":true,"RestrictPublicBuckets":\#(on)}"#
    }

    private static func ruleChange(
        _ world: World, _ random: inout SplitMix, _ time: Int64, _ event: String
    ) throws {
        let text = [EvaluatorTests.open, EvaluatorTests.desk, EvaluatorTests.web][random.below(3)]
        let rule = try World.rule(text)
        let write: PropertyWrite =
            switch random.below(4) {
            case 0: .replace(World.ingress, [rule])
            case 1: .remove(World.ingress, rule.value)
            case 2: .unknown(World.ingress)
            default: .insert(World.ingress, rule)
            }
        let lifecycle: ResourceChange.Lifecycle = random.below(6) == 0 ? .create : .modify
        world.write(group(&random), [write], at: time, event: event, lifecycle)
    }
}
