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
