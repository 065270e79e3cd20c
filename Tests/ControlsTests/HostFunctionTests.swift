import CloudModel
import Testing

@testable import Controls

@Suite struct HostFunctionTests {
    static func world(_ pass: String) throws -> World {
        let text = """
            id: aws.ec2.example
            title: x
            severity: low
            subject: AWS::EC2::SecurityGroup
            pass: \(pass)

            """
        return World(
            try ControlCatalog(compiling: [(path: "a.yaml", bytes: Array(text.utf8))], benchmarks: []))
    }

    @Test func `regional sees the subject's region alone`() throws {
        let world = try Self.world("regional('AWS::KMS::Key').exists(k, k.Enabled)")
        let group = ControlIndexTests.group
        world.write(group, [.replace(World.ingress, [])], at: 100)
        try world.write(World.id("AWS::KMS::Key", "far", region: "eu-west-1"), [("Enabled", "true")], at: 100)
        #expect(
            try world.verdict("aws.ec2.example", group)
                == .unknown(missing: ["inventory of AWS::KMS::Key in us-east-1"]))
        world.close("AWS::KMS::Key", at: 200)
        #expect(try world.verdict("aws.ec2.example", group).name == "fail")
        try world.write(World.id("AWS::KMS::Key", "near"), [("Enabled", "true")], at: 300)
        #expect(try world.verdict("aws.ec2.example", group) == .pass)
        #expect(try world.table[world.key("aws.ec2.example", group)] == .pass)
    }

    @Test func `a resource whose existence is doubtful leaves the list incomplete`() throws {
        let world = try Self.world(#""!regional('AWS::KMS::Key').exists(k, k.Enabled)""#)
        let group = ControlIndexTests.group
        let key = World.id("AWS::KMS::Key", "k")
        world.write(group, [.replace(World.ingress, [])], at: 100)
        world.close("AWS::KMS::Key", at: 100)
        #expect(try world.verdict("aws.ec2.example", group) == .pass)
        try world.write(key, [("Enabled", "true")], at: 300, event: "a", .create)
        world.write(key, [] as [PropertyWrite], at: 300, event: "b", .delete)
        #expect(
            try world.verdict("aws.ec2.example", group) == .unknown(missing: ["AWS::KMS::Key(k)"]))
    }

    @Test func `an absent value is an error where the control does not say what absence means`() throws {
        let world = try Self.world("resource.VpcId == 'vpc-1'")
        let group = ControlIndexTests.group
        try world.write(group, [("VpcId", "null")], at: 100)
        #expect(try world.verdict("aws.ec2.example", group) == .error(message: "no such field: VpcId"))
    }
}

@Suite struct ReferrersTests {
    static let vpc = World.id("AWS::EC2::VPC", "vpc-1")
    static let group = World.id("AWS::EC2::SecurityGroup", "sg-1")

    static func world(_ pass: String, evidence: String = "'[id]'") throws -> World {
        let text = """
            id: aws.ec2.example
            title: x
            severity: low
            subject: AWS::EC2::VPC
            pass: \(pass)
            evidence: \(evidence)

            """
        return World(
            try ControlCatalog(compiling: [(path: "a.yaml", bytes: Array(text.utf8))], benchmarks: []))
    }

    @Test func `referrers are those that name the subject, and a change of the name counts`() throws {
        let world = try Self.world(
            "referrers('AWS::EC2::SecurityGroup').exists(g, g.GroupName == 'default')")
        try world.write(Self.vpc, [("CidrBlock", "\"10.0.0.0/16\"")], at: 100, .create)
        try world.write(
            World.accountID(), [("EnabledRegions", "[\"us-east-1\"]")], at: 100)
        world.close("AWS::EC2::SecurityGroup", at: 150)
        #expect(try world.verdict("aws.ec2.example", Self.vpc).name == "fail")
        try world.write(
            Self.group, [("GroupName", "\"default\""), ("VpcId", "\"vpc-2\"")], at: 200, .create)
        #expect(try world.table[world.key("aws.ec2.example", Self.vpc)]?.name == "fail")
        try world.write(Self.group, [("VpcId", "\"vpc-1\"")], at: 300)
        #expect(try world.table[world.key("aws.ec2.example", Self.vpc)] == .pass)
        world.write(Self.group, [.unknown(Self.group.kind.property("VpcId"))], at: 400)
        #expect(try world.table[world.key("aws.ec2.example", Self.vpc)]?.name == "unknown")
    }

    @Test func `a resource tells its id, its region and its account`() throws {
        let world = try Self.world(
            "resources('AWS::EC2::SecurityGroup').all(g, idOf(g) == 'sg-1' && regionOf(g) == 'us-east-1' "
                + "&& accountOf(g) == '111122223333')")
        try world.write(Self.vpc, [("CidrBlock", "\"10.0.0.0/16\"")], at: 100, .create)
        try world.write(World.accountID(), [("EnabledRegions", "[\"us-east-1\"]")], at: 100)
        world.close("AWS::EC2::SecurityGroup", at: 150)
        try world.write(Self.group, [("GroupName", "\"a\"")], at: 200, .create)
        #expect(try world.verdict("aws.ec2.example", Self.vpc) == .pass)
    }

    @Test(arguments: [
        ("sg-9", "eu-west-1", "sg-9"),
        ("arn:aws:ec2:us-east-2:111122223333:security-group/sg-9", "us-east-2", "sg-9"),
    ])
    func `a text names a resource from where it stands`(text: String, region: String, id: String) {
        let origin = World.id("AWS::EC2::VPC", "vpc-1", region: "eu-west-1")
        let named = ResourceID(KindCatalog.kind("AWS::EC2::SecurityGroup"), named: text, from: origin)
        #expect(named.region == region)
        #expect(named.nativeID == id)
    }
}
