import CloudModel
import Controls
import Foundation
import JSONTokens
import Simulation
import Testing

@testable import DriftEngine

/// Changes that concern every subject of a control.
@Suite struct WorklistTests {
    static func catalog(
        lowSeverity: String = "low", suppressions: [Suppression] = []
    ) throws -> ControlCatalog {
        let low = """
            id: aws.ec2.example-low
            title: The account encrypts by default
            severity: \(lowSeverity)
            subject: AWS::EC2::SecurityGroup
            pass: account.EbsEncryptionByDefault

            """
        let critical = """
            id: aws.ec2.example-critical
            title: No rule admits all
            severity: critical
            subject: AWS::EC2::SecurityGroup
            pass: "!resource.SecurityGroupIngress.exists(r, r.CidrIp == '0.0.0.0/0')"

            """
        return try ControlCatalog(
            compiling: [
                (path: "low.yaml", bytes: Array(low.utf8)),
                (path: "critical.yaml", bytes: Array(critical.utf8)),
            ], benchmarks: [], suppressions: suppressions)
    }

    static func fixture(_ catalog: ControlCatalog, groups: Int, sliceCount: Int) -> EngineFixture {
        var options = EngineOptions()
        options.sliceCount = sliceCount
        var fixture = EngineFixture(catalog: catalog, options: options)
        fixture.take(encryption(true, at: 0))
        for number in 0..<groups { fixture.take(group(number, at: 1)) }
        return fixture
    }

    static func group(_ number: Int, at seconds: Int, rules: String = "[]") -> String {
        Records.inventory(at: seconds, rules: rules).replacing("\"sg-1\"", with: "\"sg-\(number)\"")
    }

    static func encryption(_ isOn: Bool, at seconds: Int) -> String {
        let time = Timestamp(seconds: 1_770_000_000 + Int64(seconds)).rfc3339
        return #"{"account":"aws:111122223333","region":"","kind":"AWS::::Account","id":"account","#
            + #""observed_at":"\#(time)","properties":{"EbsEncryptionByDefault":\#(isOn)}}"#
    }

    @Test func `a change that concerns many subjects is followed in slices, and none of it is lost`() throws {
        var fixture = Self.fixture(try Self.catalog(), groups: 50, sliceCount: 8)
        let report = fixture.take(Self.encryption(false, at: 100))
        #expect(report.evaluations == 0)
        var slices = 0
        while !fixture.engine.isSettled {
            let slice = fixture.engine.work(into: &fixture.effects)
            #expect(slice.evaluations <= 8)
            slices += 1
        }
        #expect(slices == 7)
        #expect(fixture.verdicts == fixture.verdictsFromScratch)
        #expect(fixture.findings.count == 50)
    }

    @Test func `what is critical does not wait behind what is not`() throws {
        var fixture = Self.fixture(try Self.catalog(), groups: 50, sliceCount: 8)
        fixture.take(Self.encryption(false, at: 100))
        fixture.engine.work(into: &fixture.effects)
        let before = fixture.findings.count
        fixture.take(Records.open(at: 200))
        let critical = fixture.findings.dropFirst(before).map(\.control.id)
        #expect(critical == ["aws.ec2.example-critical"])
        #expect(!fixture.engine.isSettled)
    }

    @Test(
        .enabled(
            if: ProcessInfo.processInfo.environment["PLUMBLINE_LONG_TESTS"] == "1",
            "takes minutes; PLUMBLINE_LONG_TESTS=1 runs it"))
    func `behind a hundred thousand queued transitions a critical one leaves with its own record`() throws {
        var fixture = Self.fixture(try Self.catalog(), groups: 100_000, sliceCount: 1_024)
        let report = fixture.take(Self.encryption(false, at: 100))
        #expect(report.evaluations == 0 && !fixture.engine.isSettled)
        fixture.engine.work(into: &fixture.effects)
        let before = fixture.findings.count
        #expect(before == 1_024)
        fixture.take(Records.open(at: 200))
        #expect(fixture.findings.dropFirst(before).map(\.control.id) == ["aws.ec2.example-critical"])
        while !fixture.engine.isSettled { fixture.engine.work(into: &fixture.effects) }
        #expect(fixture.findings.count == 100_001)
    }

    @Test func `the worst severity is done first`() throws {
        let catalog = try Self.catalog()
        var worklist = Worklist()
        let account = AccountKey(.aws, "111122223333")
        for control in [1, 0] as [Int32] { worklist.add(control, account, in: catalog) }
        #expect(worklist.items.map { catalog.controls[Int($0.control)].facts.severity } == [.critical, .low])
    }

    @Test func `a restart goes on where the worklist was, and tells the rest once`() throws {
        let catalog = try Self.catalog()
        var fixture = Self.fixture(catalog, groups: 50, sliceCount: 8)
        fixture.take(Self.encryption(false, at: 100))
        fixture.engine.work(into: &fixture.effects)
        var state: [[UInt8]: [UInt8]] = [:]
        for record in fixture.engine.drainState() { state[record.key] = record.value }
        var options = EngineOptions()
        options.sliceCount = 8
        var copy = EngineFixture(catalog: catalog, options: options)
        for (key, value) in state { try copy.engine.restore(StateRecord(key: key, value: value)) }
        copy.engine.finishRestoring()
        #expect(!copy.engine.isSettled)
        while !copy.engine.isSettled { copy.engine.work(into: &copy.effects) }
        #expect(fixture.findings.count + copy.findings.count == 50)
        #expect(Set(fixture.findings.map(\.uid)).isDisjoint(with: copy.findings.map(\.uid)))
        #expect(copy.verdicts == copy.verdictsFromScratch)
    }

    @Test func `a start from the store goes on where the worklist was`() throws {
        let catalog = try Self.catalog()
        var fixture = Self.fixture(catalog, groups: 50, sliceCount: 8)
        fixture.take(Self.encryption(false, at: 100))
        fixture.engine.work(into: &fixture.effects)
        let store = MemoryStore()
        let place = StorePlace(next: 1, commit: 1, time: fixture.engine.time)
        try store.write(fixture.engine.drainState(), place)
        var copy = EngineFixture(catalog: catalog)
        try copy.engine.takeUp(store, at: fixture.engine.time)
        #expect(!copy.engine.isSettled)
        while !copy.engine.isSettled { copy.engine.work(into: &copy.effects) }
        #expect(fixture.findings.count + copy.findings.count == 50)
        #expect(copy.verdicts == copy.verdictsFromScratch)
    }

    @Test func `a control that is new or changed is looked at by a restart, an unchanged one is not`() throws
    {
        var fixture = Self.fixture(try Self.catalog(), groups: 5, sliceCount: 100)
        fixture.take(Self.encryption(false, at: 100))
        let state = fixture.engine.drainState()
        let same = EngineFixture(catalog: try Self.catalog())
        for record in state { try same.engine.restore(record) }
        same.engine.finishRestoring()
        #expect(same.engine.isSettled)
        var changed = EngineFixture(catalog: try Self.catalog(lowSeverity: "high"))
        for record in state { try changed.engine.restore(record) }
        changed.engine.finishRestoring()
        #expect(!changed.engine.isSettled)
        while !changed.engine.isSettled { changed.engine.work(into: &changed.effects) }
        #expect(changed.findings.allSatisfy { $0.control.severity == .high })
        #expect(changed.findings.count == 5)
        #expect(changed.engine.drainState().contains { $0.key.starts(with: Array("c".utf8)) })
    }

    @Test func `a suppression that ends opens its finding at that instant`() throws {
        let end = Timestamp(seconds: 1_770_000_500)
        let document = #"""
            {"id":"s-1","control":"aws.ec2.example-critical","scope":{"resource":"sg-1"},"reason":"test",
             "requested_by":"ida","approval":{"by":"bo","at":"2026-02-01T00:00:00Z"},
             "created":"2026-02-01T00:00:00Z","expires":"\#(end.rfc3339)"}
            """#
        let suppression = try Suppression(json: Array(document.utf8))
        var fixture = EngineFixture(catalog: try Self.catalog(suppressions: [suppression]))
        fixture.take(Records.inventory(at: 0))
        fixture.take(Records.open(at: 100))
        #expect(fixture.findings.map(\.status) == [.suppressed])
        fixture.engine.tick(Timestamp(seconds: 1_770_000_900), into: &fixture.effects)
        while !fixture.engine.isSettled { fixture.engine.work(into: &fixture.effects) }
        #expect(fixture.findings.map(\.status) == [.suppressed, .open])
    }
}
