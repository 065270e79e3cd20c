import CloudModel
import Controls
import Testing

@testable import DriftEngine

/// Controls that give a verdict for each enabled region of an account.
@Suite struct AccountRegionTests {
    private static let control = "aws.securityhub.security-hub-enabled"
    private static let time = Timestamp(seconds: 1_770_000_000).rfc3339

    private static func closing(_ region: String, items: Int) -> String {
        #"{"inventory_id":"i-1","account":"aws:111122223333","region":"\#(region)","kind":"AWS::SecurityHub::Hub","#
            + #""started_at":"\#(Timestamp(seconds: 1_769_999_990).rfc3339)","items":\#(items),"complete":true}"#
    }

    private static func item(_ kind: String, _ id: String, _ region: String, _ properties: String) -> String {
        #"{"inventory_id":"i-1","account":"aws:111122223333","region":"\#(region)","kind":"\#(kind)","#
            + #""id":"\#(id)","observed_at":"\#(time)","properties":\#(properties)}"#
    }

    private static let baseline = [
        item("AWS::::Account", "account", "", #"{"EnabledRegions":["eu-west-1","us-east-1"]}"#),
        item("AWS::SecurityHub::Hub", "default", "eu-west-1", "{}"), closing("eu-west-1", items: 1),
        closing("us-east-1", items: 0),
    ]

    /// The control is of level 2.
    private static func fixture() throws -> EngineFixture {
        let profile = try Profile(json: Array(#"{"provider":"AWS","levels":["L2"]}"#.utf8))
        let catalog = try ControlCatalog(
            try ControlLibrary.builtIn(), profiles: [profile])
        return EngineFixture(catalog: catalog)
    }

    private func open(_ fixture: EngineFixture) -> [String] {
        var status: [String: Bool] = [:]
        for finding in fixture.findings where finding.control.id == Self.control {
            status[finding.subject.region] = finding.status == .open
        }
        return status.filter(\.value).keys.sorted()
    }

    @Test func `facts of the whole account are asked for once, and those of a region in it`() throws {
        var fixture = try Self.fixture()
        for line in Self.baseline { fixture.take(line) }
        var asked: [String: Set<String>] = [:]
        for case .reread(let request) in fixture.effects.effects
        where request.resource.kind.name == "AWS::::Account" {
            asked[request.resource.region, default: []].formUnion(request.properties)
        }
        #expect(asked["eu-west-1"] == ["EbsEncryptionByDefault"])
        #expect(asked["us-east-1"] == ["EbsEncryptionByDefault"])
        #expect(asked[""]?.contains("PasswordPolicy") == true)
        #expect(asked[""]?.contains("EbsEncryptionByDefault") == false)
    }

    @Test func `each enabled region has a verdict of its own`() throws {
        var fixture = try Self.fixture()
        for line in Self.baseline { fixture.take(line) }
        #expect(open(fixture) == ["us-east-1"])
        #expect(fixture.verdicts == fixture.verdictsFromScratch)
    }

    @Test func `a hub that is switched off or on moves the verdict of its region alone`() throws {
        var fixture = try Self.fixture()
        for line in Self.baseline { fixture.take(line) }
        fixture.take(Records.event("securityhub", "DisableSecurityHub", at: 600, request: "null"))
        #expect(open(fixture) == ["eu-west-1", "us-east-1"])
        fixture.take(Records.event("securityhub", "EnableSecurityHub", at: 700, request: "{}"))
        #expect(open(fixture) == ["us-east-1"])
        #expect(fixture.verdicts == fixture.verdictsFromScratch)
    }

    @Test func `a region that is switched off has nothing to answer for`() throws {
        var fixture = try Self.fixture()
        for line in Self.baseline { fixture.take(line) }
        fixture.take(
            Records.event("account", "DisableRegion", at: 600, request: #"{"regionName":"us-east-1"}"#))
        #expect(open(fixture) == [])
        #expect(fixture.verdicts == fixture.verdictsFromScratch)
    }

    @Test(arguments: [false, true])
    func `enabling a region makes it fail at once if it is known to be unconfigured, in either order`(
        isEnabledFirst: Bool
    ) throws {
        var fixture = try Self.fixture()
        for line in Self.baseline { fixture.take(line) }
        let unconfigured = [
            Self.closing("ap-east-1", items: 0),
            Self.item("AWS::::Account", "account", "ap-east-1", #"{"EbsEncryptionByDefault":false}"#),
        ]
        let enable = Records.event(
            "account", "EnableRegion", at: 600, request: #"{"regionName":"ap-east-1"}"#)
        let lines = isEnabledFirst ? [enable] + unconfigured : unconfigured + [enable]
        for line in lines.dropLast() { fixture.take(line) }
        if !isEnabledFirst { #expect(open(fixture) == ["us-east-1"]) }
        fixture.take(lines[lines.count - 1])
        #expect(open(fixture) == ["ap-east-1", "us-east-1"])
        let disks = fixture.findings.last { $0.control.id == "aws.ec2.ebs-encryption-by-default" }
        #expect(disks?.subject.region == "ap-east-1" && disks?.status == .open)
        #expect(fixture.verdicts == fixture.verdictsFromScratch)
    }

    @Test func `a region that is enabled and was never looked at is asked for`() throws {
        var fixture = try Self.fixture()
        for line in Self.baseline { fixture.take(line) }
        let before = fixture.effects.effects.count
        fixture.take(
            Records.event("account", "EnableRegion", at: 600, request: #"{"regionName":"ap-east-1"}"#))
        let asked = fixture.effects.effects[before...].compactMap { effect -> String? in
            guard case .reread(let request) = effect, request.resource.nativeID.isEmpty else { return nil }
            return "\(request.resource.kind.name) \(request.resource.region)"
        }
        #expect(asked.contains("AWS::SecurityHub::Hub ap-east-1"))
    }

    @Test func `an event that switches encryption of disks off is a finding though no regions were told`()
        throws
    {
        var fixture = try Self.fixture()
        fixture.take(
            Records.event("ec2", "DisableEbsEncryptionByDefault", at: 600, request: "{}", response: "{}"))
        let disks = fixture.findings.last { $0.control.id == "aws.ec2.ebs-encryption-by-default" }
        #expect(disks?.status == .open)
    }
}
