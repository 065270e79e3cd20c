import CloudModel
import JSONTokens
import ResourceGraph
import Testing

@testable import Controls

@Suite struct ControlCatalogTests {
    static func catalog(_ profiles: String..., suppressions: [[UInt8]] = []) throws -> ControlCatalog {
        let decoded = try profiles.map { try Profile(json: Array($0.utf8)) }
        return try ControlCatalog(
            try ControlLibrary.builtIn(), profiles: decoded,
            suppressions: try suppressions.map { try Suppression(json: $0) })
    }

    static func ids(_ catalog: ControlCatalog) -> [String] { catalog.controls.map(\.facts.id) }

    @Test func `without a profile the newest version and level 1 apply without automation`() throws {
        let catalog = try Self.catalog()
        let ids = Self.ids(catalog)
        #expect(ids.contains("aws.ec2.sg-no-ipv4-public-admin-ports"))
        #expect(ids.contains("azure.network.nsg-ssh"))
        #expect(ids.contains("gcp.storage.bucket-not-public"))
        // A level 2 control, one of older versions only, and one of no benchmark.
        #expect(!ids.contains("aws.ec2.default-sg-restricts-all"))
        #expect(!ids.contains("aws.cloudtrail.cloudtrail-cloudwatch-logs-integrated"))
        #expect(ids.contains("aws.cloudtrail.cloudtrail-trail-logging"))
        #expect(ids == ids.sorted())
    }

    @Test func `a version decides which controls apply and at which level`() throws {
        let old = Self.ids(try Self.catalog(#"{"provider":"AWS","version":"1.5.0","levels":["L1"]}"#))
        #expect(old.contains("aws.cloudtrail.cloudtrail-cloudwatch-logs-integrated"))
        #expect(old.contains("aws.s3.s3-bucket-mfa-delete"))
        #expect(!old.contains("azure.network.nsg-ssh"))
        let new = Self.ids(try Self.catalog(#"{"provider":"AWS","version":"5.0","levels":["L1"]}"#))
        #expect(!new.contains("aws.s3.s3-bucket-mfa-delete"))
        let strict = Self.ids(try Self.catalog(#"{"provider":"AWS","version":"5.0","levels":["L2"]}"#))
        #expect(strict.contains("aws.s3.s3-bucket-mfa-delete"))
        #expect(Set(strict).isSuperset(of: new))
    }

    @Test(arguments: ["1.4", "1.4.0", "2.0", "4.0", "4.0.0", "4.0.1", "6.0.0", "7.0"])
    func `a profile names a version with or without its last zero, 4_0 by its published name too`(
        version: String
    ) throws {
        let catalog = try Self.catalog("{\"provider\":\"AWS\",\"version\":\"\(version)\"}")
        #expect(Self.ids(catalog).contains("aws.ec2.sg-no-ipv4-public-admin-ports"))
    }

    @Test(arguments: ["1.3", "4.0.2", "4.1", "7.0.1"])
    func `a version that there is no map of is refused`(version: String) {
        #expect(throws: ControlFileError.self) {
            try Self.catalog("{\"provider\":\"AWS\",\"version\":\"\(version)\"}")
        }
    }

    @Test func `types narrow the scope and leave the account's own controls in`() throws {
        let catalog = try Self.catalog(#"{"provider":"AWS","resources":[{"type":"S3_BUCKET"}]}"#)
        let resources = catalog.controls.filter { $0.scope == .resource }
        #expect(resources.contains { $0.facts.id == "aws.s3.s3-block-public-access" })
        #expect(resources.allSatisfy { $0.subject.name == "AWS::S3::Bucket" })
        let ids = Set(Self.ids(catalog))
        #expect(
            ids.isSuperset(of: [
                "aws.cloudtrail.cloudtrail-multi-region-enabled", "aws.ec2.ebs-encryption-by-default",
                "aws.iam.password-policy-min-length-14",
            ]))
    }

    @Test func `a control can be switched off and changed`() throws {
        let catalog = try Self.catalog(
            """
            {"provider":"AWS","controls":[{"id":"aws.s3.s3-block-public-access","enabled":false},
            {"id":"aws.ec2.sg-no-ipv4-public-admin-ports","severity":"critical","params":{"ports":[8080]}}]}
            """)
        #expect(catalog.position(of: "aws.s3.s3-block-public-access") == nil)
        let control = catalog.controls[
            Int(try #require(catalog.position(of: "aws.ec2.sg-no-ipv4-public-admin-ports")))]
        #expect(control.facts.severity == .critical)
        #expect(control.params.description == #"{"ports":[8080],"protocols":["tcp","udp"]}"#)
    }

    private static let admin = "aws.ec2.sg-no-ipv4-public-admin-ports"

    @Test(arguments: [
        (["1.5"], #"{"ports":[22,3389],"protocols":["tcp"]}"#),
        (["3.0"], #"{"ports":[22,3389],"protocols":["tcp"]}"#),
        (["4.0.1"], #"{"ports":[22,3389],"protocols":["tcp","udp"]}"#),
        // Side by side a subject has one verdict, by the newest text.
        (["3.0", "7.0", "1.4"], #"{"ports":[22,3389],"protocols":["tcp","udp"]}"#),
    ])
    func `each version of a benchmark is judged by what its text asks for`(
        versions: [String], params: String
    ) throws {
        let profiles = try versions.map { version in
            try ProfileTests.read(#"{"provider":"AWS","version":"\#(version)"}"#)
        }
        let catalog = try ControlCatalog(try ControlLibrary.builtIn(), profiles: profiles)
        let control = catalog.controls[Int(try #require(catalog.position(of: Self.admin)))]
        #expect(control.params.description == params)
    }

    @Test func `a profile's own value stands above that of the version`() throws {
        let catalog = try Self.catalog(
            #"{"provider":"AWS","version":"3.0","controls":[{"id":"\#(Self.admin)","params":{"protocols":["udp"]}}]}"#
        )
        let control = catalog.controls[Int(try #require(catalog.position(of: Self.admin)))]
        #expect(control.params.description == #"{"ports":[22,3389],"protocols":["udp"]}"#)
    }

    @Test(arguments: [
        (#"{"provider":"AWS","version":"9.9"}"#, "version"),
        (#"{"provider":"AWS","controls":[{"id":"aws.s3.nothing"}]}"#, "controls[0].id"),
        (
            #"{"provider":"AWS","controls":[{"id":"aws.ec2.sg-no-ipv4-public-admin-ports","params":{"port":[1]}}]}"#,
            "controls[0].params.port"
        ),
        (
            #"{"provider":"AWS","controls":[{"id":"aws.ec2.sg-no-ipv4-public-admin-ports","params":{"ports":"22"}}]}"#,
            "controls[0].params.ports"
        ),
    ])
    func `what no control or benchmark knows is refused with its field`(profile: String, field: String) {
        let error = #expect(throws: ControlFileError.self) { try Self.catalog(profile) }
        #expect(error?.field == field)
    }

    @Test func `a profile says what it selects and warns of a type that selects nothing`() throws {
        let profile = try Profile(
            json: Array(
                """
                {"provider":"AWS","version":"1.5.0","levels":["L1"],
                "resources":[{"type":"EC2_INSTANCE"},{"type":"S3_BUCKET"}]}
                """.utf8))
        let selection = try ControlLibrary.builtIn().selection(of: profile)
        #expect(selection.benchmark == "cis-aws 1.5")
        #expect(selection.types.map(\.type) == ["AWS::::Account", "EC2_INSTANCE", "S3_BUCKET"])
        #expect(
            selection.types.last?.controls == [
                "aws.s3.s3-block-public-access", "aws.s3.s3-bucket-mfa-delete",
            ])
        #expect(selection.warnings == ["EC2_INSTANCE selects no control in 1.5.0 L1"])
    }

    @Test func `two profiles may not disagree about a control`() {
        let one = #"{"provider":"AWS","controls":[{"id":"aws.s3.s3-block-public-access","severity":"low"}]}"#
        let other =
            #"{"provider":"AWS","controls":[{"id":"aws.s3.s3-block-public-access","severity":"high"}]}"#
        #expect(throws: ControlFileError.self) { try Self.catalog(one, other) }
    }

    @Test func `two controls may not share an id`() {
        let file = BuiltInPacks.controls[0]
        #expect(throws: ControlFileError.self) {
            try ControlCatalog(compiling: [file, (path: "again.yaml", bytes: file.bytes)], benchmarks: [])
        }
    }

    @Test func `a finding names every number of every version`() throws {
        let catalog = try Self.catalog()
        let position = try #require(catalog.position(of: "aws.ec2.sg-no-ipv4-public-admin-ports"))
        let numbers = catalog.controls[Int(position)].facts.benchmarks
        #expect(
            numbers.map { "\($0.version)/\($0.number)" } == [
                "1.4/5.2", "1.5/5.2", "2.0/5.2", "3.0/5.2", "4.0/5.3", "5.0/5.3", "6.0/6.3", "7.0/6.3",
            ])
    }

    private static let development = """
        {"provider":"AWS","auto_remediation_enabled":true,"resources":[{"type":"SECURITY_GROUP",
        "exclusions":[{"tag_key":"Environment","values":["Development","Test"]}]}]}
        """

    private static func tagged(_ world: World, _ value: String) throws {
        let group = ControlIndexTests.group
        let tags = group.kind.property("Tags")
        let tag = try World.rule(#"{"Key":"Environment","Value":"\#(value)"}"#)
        world.write(
            group, [.replace(World.ingress, [try World.rule(EvaluatorTests.open)]), .replace(tags, [tag])],
            at: 100)
    }

    @Test(arguments: [("Development", true), ("Test", true), ("development", false), ("Production", false)])
    func `a tag leaves a resource out by exact value`(value: String, isExcluded: Bool) throws {
        let world = World(try Self.catalog(Self.development))
        try Self.tagged(world, value)
        let key = try world.key("aws.ec2.sg-no-ipv4-public-admin-ports", ControlIndexTests.group)
        let exception = world.exception(to: key, at: Timestamp(seconds: 200))
        #expect(exception == (isExcluded ? .excluded(reason: "tag Environment") : nil))
        #expect(world.catalog.isAutomated(key, in: world.graph) == !isExcluded)
    }

    @Test func `a resource that any profile includes is checked but automated only if all allow it`() throws {
        let world = World(try Self.catalog(Self.development, #"{"provider":"AWS"}"#))
        try Self.tagged(world, "Development")
        let key = try world.key("aws.ec2.sg-no-ipv4-public-admin-ports", ControlIndexTests.group)
        #expect(world.exception(to: key, at: Timestamp(seconds: 200)) == nil)
        #expect(!world.catalog.isAutomated(key, in: world.graph))
    }

    @Test func `a tag change is evaluated at once where a profile looks at tags`() throws {
        let world = World(try Self.catalog(Self.development))
        try Self.tagged(world, "Production")
        let tags = ControlIndexTests.group.kind.property("Tags")
        world.write(
            ControlIndexTests.group, [.replace(tags, [])], at: 200)
        #expect(!world.evaluated.isEmpty)
        let plain = World(try Self.catalog())
        try Self.tagged(plain, "Production")
        plain.write(ControlIndexTests.group, [.replace(tags, [])], at: 200)
        #expect(plain.evaluated.isEmpty)
    }

    @Test func `a region keeps global subjects in and leaves other regions out`() throws {
        let world = World(try Self.catalog(#"{"provider":"AWS","region":"eu-west-1"}"#))
        try Self.tagged(world, "x")
        try world.write(ControlIndexTests.bucket, [("Policy", "null")], at: 100)
        func exception(_ control: String, _ id: ResourceID) throws -> ControlException? {
            world.exception(to: try world.key(control, id), at: Timestamp(seconds: 200))
        }
        #expect(try exception("aws.ec2.sg-no-ipv4-public-admin-ports", ControlIndexTests.group) != nil)
        #expect(try exception("aws.s3.s3-block-public-access", ControlIndexTests.bucket) == nil)
    }

    @Test func `a suppression in force suppresses its resource alone`() throws {
        let text = """
            {"id":"s-1","control":"aws.s3.s3-block-public-access","scope":{"resource":"b-1"},"reason":"public site",
            "requested_by":"ann","approval":{"by":"bob","at":"2025-01-01T00:00:00Z"},
            "created":"2025-01-01T00:00:00Z","expires":"2025-06-01T00:00:00Z"}
            """
        let world = World(try Self.catalog(suppressions: [Array(text.utf8)]))
        for name in ["b-1", "b-2"] {
            try world.write(World.id("AWS::S3::Bucket", name), [("Policy", "null")], at: 100)
        }
        func exception(_ name: String, _ time: String) throws -> ControlException? {
            let key = try world.key("aws.s3.s3-block-public-access", World.id("AWS::S3::Bucket", name))
            return world.exception(to: key, at: try SuppressionTests.time(time))
        }
        #expect(try exception("b-1", "2025-03-01T00:00:00Z") == .suppressed(id: "s-1"))
        #expect(try exception("b-2", "2025-03-01T00:00:00Z") == nil)
        #expect(try exception("b-1", "2025-06-01T00:00:00Z") == nil)
        let spring = try SuppressionTests.time("2025-03-01T00:00:00Z")
        #expect(
            world.catalog.nextSuppressionChange(after: spring)
                == (try SuppressionTests.time("2025-06-01T00:00:00Z")))
    }
}
