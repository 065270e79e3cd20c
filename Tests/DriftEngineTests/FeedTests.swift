import CloudModel
import Controls
import JSONTokens
import ResourceGraph
import Simulation
import Testing

@testable import DriftEngine

/// When an account was last heard, and what a silence does.
@Suite struct FeedTests {
    static let hour: Int64 = 3_600
    static let account = AccountKey(.aws, "111122223333")

    /// A call that only reads, and so changes nothing.
    static func read(at seconds: Int, account: String = "111122223333", region: String = "eu-west-1")
        -> String
    {
        Records.event("ec2", "DescribeInstances", at: seconds, request: "null", id: "read-\(seconds)")
            .replacing("111122223333", with: account).replacing("eu-west-1", with: region)
            .replacing(#""readOnly":false"#, with: #""readOnly":true"#)
    }

    static func instant(_ seconds: Int64) -> Timestamp { Timestamp(seconds: 1_770_000_000 + seconds) }

    /// The beginning of the hour in which the tests' time begins.
    static let firstHour = Timestamp(seconds: 1_770_000_000 / 3_600 * 3_600)

    /// The stamp of the hour of an instant, as verdicts are written here.
    static func hourText(_ seconds: Int64) -> String {
        String((1_770_000_000 + seconds) / 3_600 * 3_600 * 1_000_000_000)
    }

    static func staleOptions(hours: Int64 = 72) -> EngineOptions {
        var options = EngineOptions()
        options.stalenessSeconds = hours * hour
        return options
    }

    private func silences(_ fixture: EngineFixture) -> [FindingRecord] {
        fixture.findings.filter { $0.control.id == PartitionEngine.heardControl }
    }

    private func alerts(_ fixture: EngineFixture) -> Int {
        fixture.effects.effects.count { effect in
            if case .alert(let finding, _) = effect {
                finding.control.id == PartitionEngine.heardControl
            } else {
                false
            }
        }
    }

    @Test
    func `an account that is silent for longer than a day is a critical finding until it is heard again`()
        throws
    {
        var fixture = EngineFixture()
        fixture.take(Self.read(at: 0))
        fixture.engine.tick(
            Self.firstHour.advanced(byNanoseconds: 25 * Self.hour * 1_000_000_000), isAllRead: true,
            into: &fixture.effects)
        #expect(silences(fixture).isEmpty)
        fixture.engine.tick(Self.instant(40 * Self.hour), isAllRead: true, into: &fixture.effects)
        let finding = try #require(silences(fixture).first)
        #expect(finding.control.severity == .critical)
        #expect(
            finding.firstSeen == Self.firstHour.advanced(byNanoseconds: 25 * Self.hour * 1_000_000_000 + 1))
        #expect(alerts(fixture) == 1)
        fixture.take(Self.read(at: Int(41 * Self.hour)))
        #expect(silences(fixture).last?.status == .resolved)
        #expect(fixture.verdicts == fixture.verdictsFromScratch)
    }

    @Test func `records of any kind, order and number give the same facts`() {
        let lines =
            [0, 1_800, 3_700, 3_701, 90_000, 400_000].map { Self.read(at: $0) }
            + [Records.open(at: 7_300), Records.inventory(at: 0)]
        var first = EngineFixture()
        for line in lines { first.take(line) }
        var second = EngineFixture()
        for line in lines.reversed() + lines { second.take(line) }
        first.engine.catchUpFeeds(into: &first.effects)
        second.engine.catchUpFeeds(into: &second.effects)
        #expect(first.verdicts == second.verdicts)
        #expect(first.engine.coverage() == second.engine.coverage())
        #expect(!first.verdicts.isEmpty)
    }

    @Test func `a silence outlives a restart, and so does what still waits because of it`() throws {
        var before = EngineFixture(options: Self.staleOptions())
        before.take(Records.inventory(at: 0).replacing("sg-1", with: "sg-2"))
        before.take(Records.open(at: 120))
        before.engine.tick(Self.instant(74 * Self.hour), isAllRead: true, into: &before.effects)
        let store = MemoryStore()
        let place = StorePlace(next: 1, commit: 1, time: before.engine.time)
        try store.write(before.engine.drainState(), place)
        var after = EngineFixture(options: Self.staleOptions())
        try after.engine.takeUp(store, at: before.engine.time)
        #expect(!after.engine.isSettled)
        settle(&after)
        #expect(status(after, "sg-2") == "unknown feed")
        try store.write(after.engine.drainState(), place)
        let last = EngineFixture(options: Self.staleOptions())
        try last.engine.takeUp(store, at: before.engine.time)
        #expect(last.engine.isSettled)
        #expect(status(last, "sg-2") == "unknown feed")
        settle(&before)
        #expect(last.verdicts == before.verdicts)
    }

    @Test func `only the first record of an hour costs more than a look`() {
        var fixture = EngineFixture()
        // When it was heard, and once what holds before any record.
        #expect(fixture.take(Self.read(at: 0)).changes == 2)
        for second in 1..<100 { #expect(fixture.take(Self.read(at: second)).changes == 0) }
        // While the account is known to be heard the fact itself waits.
        #expect(fixture.take(Self.read(at: 3_600)).changes == 0)
        fixture.engine.catchUpFeeds(into: &fixture.effects)
        #expect(
            fixture.verdicts.contains { $0.contains("cloudtrail-heard") && $0.contains(Self.hourText(3_600)) }
        )
        // An hour that was seen is known, however late the record comes.
        #expect(fixture.take(Self.read(at: 5)).changes == 0)
    }

    @Test
    func `past the limit what passes is unknown, what fails stays, and an observation lets it stand again`()
        throws
    {
        var fixture = EngineFixture(options: Self.staleOptions())
        fixture.take(Records.inventory(at: 0))
        fixture.take(Records.inventory(at: 0).replacing("sg-1", with: "sg-2").replacing("i-0", with: "i-9"))
        fixture.take(Records.open(at: 120))
        #expect(status(fixture, "sg-1") == "fail" && status(fixture, "sg-2") == "pass")
        fixture.engine.tick(Self.instant(74 * Self.hour), isAllRead: true, into: &fixture.effects)
        settle(&fixture)
        #expect(status(fixture, "sg-1") == "fail")
        #expect(status(fixture, "sg-2") == "unknown feed")
        let asked = fixture.effects.effects.filter { effect in
            if case .reread(let request) = effect { request.reason == "feed silent" } else { false }
        }
        #expect(asked.count == 1)
        fixture.take(
            Records.inventory(at: Int(75 * Self.hour)).replacing("sg-1", with: "sg-2"))
        settle(&fixture)
        #expect(status(fixture, "sg-2") == "pass")
        #expect(status(fixture, "sg-1") == "fail")
    }

    @Test func `what was unknown for a silence passes again once the account is heard`() {
        var fixture = EngineFixture(options: Self.staleOptions())
        fixture.take(Records.inventory(at: 0))
        fixture.take(Self.read(at: 10))
        fixture.engine.tick(Self.instant(80 * Self.hour), isAllRead: true, into: &fixture.effects)
        settle(&fixture)
        #expect(status(fixture, "sg-1") == "unknown feed")
        fixture.take(Self.read(at: Int(81 * Self.hour)))
        settle(&fixture)
        #expect(status(fixture, "sg-1") == "pass")
        #expect(fixture.verdicts == fixture.verdictsFromScratch)
    }

    @Test func `an account whose records wait to be read is not silent`() {
        var fixture = EngineFixture(options: Self.staleOptions())
        let wall = Self.instant(200 * Self.hour)
        for hours in 0..<100 {
            // Two days lie between the record and the tick, and the records go on.
            fixture.engine.tick(wall, into: &fixture.effects)
            let line = Array(Self.read(at: hours * 3_600).utf8)
            _ = fixture.engine.step(
                line.span, at: RecordPosition(source: "t", partition: 0, offset: Int64(hours)),
                recordTime: Self.instant(Int64(hours) * Self.hour + 600), into: &fixture.effects)
        }
        #expect(silences(fixture).isEmpty)
        // No record came for a minute: there are none, and the account has been silent since.
        for seconds in [0, 30, 59] as [Int64] {
            fixture.engine.tick(wall.advanced(byNanoseconds: seconds * 1_000_000_000), into: &fixture.effects)
        }
        #expect(silences(fixture).isEmpty)
        fixture.engine.tick(wall.advanced(byNanoseconds: 61_000_000_000), into: &fixture.effects)
        #expect(silences(fixture).count == 1)
        #expect(!fixture.engine.feedWatch.silences.isEmpty)
    }

    @Test func `a record of the future and one of another partition tell nothing`() {
        var options = EngineOptions()
        options.owns = { $0 == Self.account }
        var fixture = EngineFixture(options: options)
        for (line, time) in [(Self.read(at: 4_000), 0), (Self.read(at: 10, account: "999988887777"), 100)] {
            let bytes = Array(line.utf8)
            _ = fixture.engine.step(
                bytes.span, at: RecordPosition(source: "t", partition: 0, offset: 0),
                recordTime: Self.instant(Int64(time)), into: &fixture.effects)
        }
        #expect(fixture.engine.coverage().isEmpty)
    }

    @Test func `a restart knows what was heard, and who is silent`() throws {
        var fixture = EngineFixture(options: Self.staleOptions())
        fixture.take(Records.inventory(at: 0))
        fixture.take(Self.read(at: 10))
        fixture.take(Self.read(at: 20, region: "us-east-1"))
        fixture.engine.tick(Self.instant(80 * Self.hour), isAllRead: true, into: &fixture.effects)
        settle(&fixture)
        let next = EngineFixture(options: Self.staleOptions())
        for record in fixture.engine.drainState() { try next.engine.restore(record) }
        next.engine.finishRestoring()
        #expect(next.verdicts == fixture.verdicts)
        #expect(next.engine.coverage() == fixture.engine.coverage())
        #expect(status(next, "sg-1") == "unknown feed")
        var heard = next
        heard.take(Self.read(at: Int(81 * Self.hour)))
        #expect(silences(heard).map(\.status) == [.resolved])
    }

    @Test func `coverage tells heard, never heard and misunderstood, with the age of the baseline`() throws {
        var fixture = EngineFixture()
        fixture.take(
            #"{"inventory_id":"a","account":"aws:111122223333","region":"","kind":"AWS::::Account","id":"account","#
                + #""observed_at":"\#(Self.instant(0).rfc3339)","#
                + #""properties":{"EnabledRegions":["eu-west-1","us-east-1"]}}"#)
        fixture.take(
            #"{"inventory_id":"o","account":"aws:111122223333","region":"","kind":"AWS::Organizations::Account","#
                + #""id":"444455556666","observed_at":"\#(Self.instant(0).rfc3339)","properties":{"Status":"ACTIVE"}}"#
        )
        fixture.take(Records.inventory(at: 0))
        fixture.take(
            #"{"inventory_id":"i-0","account":"aws:111122223333","region":"eu-west-1","kind":"AWS::EC2::SecurityGroup","#
                + #""started_at":"\#(Self.instant(0).rfc3339)","items":1,"complete":true}"#)
        fixture.take(Records.event("ec2", "FrobnicateSecurityGroup", at: 600, request: "null"))
        fixture.engine.tick(Self.instant(900), into: &fixture.effects)
        let lines = fixture.engine.coverage()
        #expect(
            lines.map { "\($0.account) \($0.region) \($0.status.rawValue)" } == [
                "aws:111122223333  heard", "aws:111122223333 eu-west-1 heard",
                "aws:111122223333 us-east-1 never-heard",
                "aws:444455556666  never-heard",
            ])
        let region = try #require(lines.first { $0.region == "eu-west-1" })
        #expect(region.lastHeard == Self.instant(600))
        #expect(region.baselineAt == Self.instant(0))
        #expect(region.closedKinds == 1)
        #expect(
            region.blindSpots == [.init(event: "ec2.amazonaws.com:FrobnicateSecurityGroup", count: 1)])
    }

    @Test func `a batch tells each place once that was heard, and each of an account that was listed`() {
        var options = EngineOptions()
        options.announcesCoverage = true
        var fixture = EngineFixture(options: options)
        for seconds in [0, 1, 4_000, 8_000] { fixture.take(Self.read(at: seconds)) }
        #expect(told(fixture) == [])
        fixture.engine.tellCoverage(into: &fixture.effects)
        #expect(told(fixture) == ["", "eu-west-1"])
        fixture.take(
            #"{"inventory_id":"i-0","account":"aws:111122223333","region":"eu-west-1","kind":"AWS::EC2::SecurityGroup","#
                + #""started_at":"\#(Self.instant(0).rfc3339)","items":0,"complete":true}"#)
        settle(&fixture)
        fixture.engine.tellCoverage(into: &fixture.effects)
        fixture.engine.tellCoverage(into: &fixture.effects)
        #expect(told(fixture) == ["", "eu-west-1", "", "eu-west-1"])
    }

    private func told(_ fixture: EngineFixture) -> [String] {
        fixture.effects.effects.compactMap { if case .coverage(let line) = $0 { line.region } else { nil } }
    }

    private func settle(_ fixture: inout EngineFixture) {
        repeat { fixture.engine.work(into: &fixture.effects) } while !fixture.engine.isSettled
    }

    /// The verdict of the control that asks for closed administration ports.
    private func status(_ fixture: EngineFixture, _ group: String) -> String? {
        let engine = fixture.engine
        let control = engine.catalog.controls.firstIndex {
            $0.facts.id == "aws.ec2.sg-no-ipv4-public-admin-ports"
        }
        let id = ResourceID(
            kind: KindCatalog.kind("AWS::EC2::SecurityGroup"), account: Self.account, region: "eu-west-1",
            nativeID: group)
        guard let control, let handle = engine.graph.handle(of: id),
            let verdict = engine.verdicts[EvaluationKey(control: Int32(control), subject: handle)]?.verdict
        else { return nil }
        return switch verdict {
        case .pass: "pass"
        case .fail: "fail"
        case .unknown(let missing): "unknown " + missing.joined(separator: ",")
        case .notApplicable: "not applicable"
        case .error(let message): message
        }
    }
}
