import CloudModel
import Controls
import ResourceGraph
import Testing

@testable import DriftEngine

/// Regions that fall silent while their account goes on.
@Suite struct RegionFeedTests {
    static let control = "aws.feed.region-heard"
    static let account = AccountKey(.aws, "111122223333")
    static let day = 86_400

    /// A record an hour from one region for so many days.
    private static func hours(_ range: Range<Int>, _ region: String, every step: Int = 1) -> [String] {
        stride(from: range.lowerBound, to: range.upperBound, by: step).map {
            FeedTests.read(at: $0 * 3_600, region: region)
        }
    }

    private func findings(_ fixture: EngineFixture) -> [FindingRecord] {
        fixture.findings.filter { $0.control.id == Self.control }
    }

    private func standing(_ fixture: EngineFixture) -> [String] {
        fixture.engine.findings.open().map(\.state.uid).filter { uid in
            findings(fixture).contains { $0.uid == uid }
        }
    }

    private func end(_ fixture: inout EngineFixture, at hour: Int) {
        fixture.engine.tick(
            FeedTests.instant(Int64(hour) * 3_600), isAllRead: true, into: &fixture.effects)
        repeat { fixture.engine.work(into: &fixture.effects) } while !fixture.engine.isSettled
    }

    private func take(_ lines: [String], _ fixture: inout EngineFixture) {
        for line in lines { fixture.take(line) }
    }

    @Test func `a region in steady use that falls silent alone is one critical finding until it is heard`()
        throws
    {
        var fixture = EngineFixture()
        take(Self.hours(0..<300, "eu-west-1"), &fixture)
        take(Self.hours(0..<270, "us-east-1"), &fixture)
        take(Self.hours(0..<277, "ap-south-1"), &fixture)
        end(&fixture, at: 299)
        let finding = try #require(findings(fixture).first)
        #expect(findings(fixture).count == 1)
        #expect(finding.status == .open && finding.control.severity == .critical)
        #expect(finding.subject.region == "us-east-1")
        take(Self.hours(300..<301, "us-east-1"), &fixture)
        end(&fixture, at: 300)
        #expect(findings(fixture).last?.status == .resolved)
    }

    @Test func `an account that is silent as a whole has no finding for each region`() {
        var fixture = EngineFixture()
        take(Self.hours(0..<300, "eu-west-1"), &fixture)
        take(Self.hours(0..<299, "us-east-1"), &fixture)
        end(&fixture, at: 500)
        #expect(findings(fixture).isEmpty)
        #expect(fixture.findings.contains { $0.control.id == PartitionEngine.heardControl })
    }

    @Test func `a region that is hardly used is not missed, nor one within three of its own silences`() {
        var fixture = EngineFixture()
        take(Self.hours(0..<395, "eu-west-1"), &fixture)
        // Some eight days of four weeks; then one that speaks each twentieth hour.
        take(Self.hours(0..<190, "us-east-1"), &fixture)
        take(Self.hours(0..<350, "ap-south-1", every: 20), &fixture)
        end(&fixture, at: 394)
        #expect(findings(fixture).isEmpty)
        take(Self.hours(395..<410, "eu-west-1"), &fixture)
        end(&fixture, at: 409)
        #expect(findings(fixture).map(\.subject.region) == ["ap-south-1"])
    }

    @Test func `whatever order the records come in, the same regions are silent with the same stamps`() {
        let lines =
            Self.hours(0..<300, "eu-west-1") + Self.hours(0..<270, "us-east-1")
            + Self.hours(10..<290, "ap-south-1", every: 7)
        var fixtures: [EngineFixture] = []
        // Whose silences seem longer first than they were.
        let sparse = lines.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
        for order in [lines, lines.reversed(), lines.sorted(), sparse + lines] {
            var fixture = EngineFixture()
            for (index, line) in order.enumerated() {
                fixture.take(line)
                // What is written on the way does not count.
                if index % 97 == 0 { fixture.engine.catchUpFeeds(into: &fixture.effects) }
            }
            take(Array(order.prefix(50)), &fixture)
            end(&fixture, at: 299)
            fixtures.append(fixture)
        }
        for fixture in fixtures {
            #expect(fixture.verdicts == fixtures[0].verdicts)
            #expect(fixture.verdicts == fixture.verdictsFromScratch)
            #expect(standing(fixture) == standing(fixtures[0]))
            #expect(standing(fixture).count == 1)
        }
    }

    @Test func `while time goes on a region may be behind for an hour before it is missed`() {
        var fixture = EngineFixture()
        take(Self.hours(0..<300, "us-east-1"), &fixture)
        // The records of a region that come behind those of another, as from files.
        take(Self.hours(0..<350, "eu-west-1"), &fixture)
        let now = Int64(350 * 3_600)
        for second in [0, 600, 3_599] as [Int64] {
            fixture.engine.tick(FeedTests.instant(now + second), into: &fixture.effects)
        }
        #expect(findings(fixture).isEmpty)
        var late = fixture
        late.engine.tick(FeedTests.instant(now + 3_600), into: &late.effects)
        #expect(findings(late).map(\.status) == [.open])
    }

    @Test func `a region that catches up in time is not missed`() {
        var fixture = EngineFixture()
        take(Self.hours(0..<300, "us-east-1"), &fixture)
        take(Self.hours(0..<350, "eu-west-1"), &fixture)
        let now = Int64(350 * 3_600)
        fixture.engine.tick(FeedTests.instant(now), into: &fixture.effects)
        take(Self.hours(300..<350, "us-east-1"), &fixture)
        fixture.engine.tick(FeedTests.instant(now + 7_200), into: &fixture.effects)
        #expect(findings(fixture).isEmpty)
    }

    @Test func `past the limit passes of that region are unknown, and those of others stand`() throws {
        var fixture = EngineFixture(options: FeedTests.staleOptions(hours: 48))
        fixture.take(Records.inventory(at: 0))
        fixture.take(
            Records.inventory(at: 0).replacing("sg-1", with: "sg-2").replacing("eu-west-1", with: "us-east-1")
        )
        take(Self.hours(0..<300, "eu-west-1"), &fixture)
        take(Self.hours(0..<250, "us-east-1"), &fixture)
        end(&fixture, at: 299)
        #expect(status(fixture, "sg-1", "eu-west-1") == "pass")
        #expect(status(fixture, "sg-2", "us-east-1") == "unknown feed")
        #expect(coverage(fixture, "us-east-1") == .stale && coverage(fixture, "eu-west-1") == .heard)
        let asked = fixture.effects.effects.compactMap { effect -> RereadRequest? in
            if case .reread(let request) = effect, request.reason == "feed silent" { request } else { nil }
        }
        #expect(asked.map(\.resource.region) == ["us-east-1"])
        #expect(fixture.verdicts == fixture.verdictsFromScratch)
        // An inventory lets that resource stand again, a record all of the region.
        var read = fixture
        take(Self.hours(300..<301, "us-east-1"), &read)
        end(&read, at: 300)
        #expect(status(read, "sg-2", "us-east-1") == "pass")
        #expect(coverage(read, "us-east-1") == .heard)
    }

    @Test func `an observation lets what it read stand again while the region is silent`() {
        var fixture = EngineFixture(options: FeedTests.staleOptions(hours: 48))
        let group = Records.inventory(at: 0).replacing("eu-west-1", with: "us-east-1")
        fixture.take(group)
        take(Self.hours(0..<300, "eu-west-1"), &fixture)
        take(Self.hours(0..<250, "us-east-1"), &fixture)
        end(&fixture, at: 299)
        #expect(status(fixture, "sg-1", "us-east-1") == "unknown feed")
        fixture.take(Records.inventory(at: 299 * 3_600).replacing("eu-west-1", with: "us-east-1"))
        end(&fixture, at: 299)
        #expect(status(fixture, "sg-1", "us-east-1") == "pass")
    }

    @Test func `a restart knows which regions were heard when, and which are silent`() throws {
        var fixture = EngineFixture(options: FeedTests.staleOptions(hours: 48))
        fixture.take(Records.inventory(at: 0).replacing("eu-west-1", with: "us-east-1"))
        take(Self.hours(0..<300, "eu-west-1"), &fixture)
        take(Self.hours(0..<250, "us-east-1"), &fixture)
        end(&fixture, at: 299)
        var next = EngineFixture(options: FeedTests.staleOptions(hours: 48))
        for record in fixture.engine.drainState() { try next.engine.restore(record) }
        next.engine.finishRestoring()
        #expect(next.verdicts == fixture.verdicts)
        #expect(next.engine.coverage() == fixture.engine.coverage())
        #expect(status(next, "sg-1", "us-east-1") == "unknown feed")
        take(Self.hours(300..<301, "us-east-1"), &next)
        end(&next, at: 300)
        #expect(findings(next).map(\.status) == [.resolved])
        #expect(status(next, "sg-1", "us-east-1") == "pass")
    }

    @Test func `no region is missed where the settings say so`() {
        var options = EngineOptions()
        options.regionSilenceHours = nil
        var fixture = EngineFixture(options: options)
        take(Self.hours(0..<300, "eu-west-1"), &fixture)
        take(Self.hours(0..<250, "us-east-1"), &fixture)
        end(&fixture, at: 299)
        #expect(findings(fixture).isEmpty)
    }

    private func coverage(_ fixture: EngineFixture, _ region: String) -> FeedCoverage.Status? {
        fixture.engine.coverage().first { $0.region == region }?.status
    }

    private func status(_ fixture: EngineFixture, _ group: String, _ region: String) -> String? {
        let engine = fixture.engine
        let id = ResourceID(
            kind: KindCatalog.kind("AWS::EC2::SecurityGroup"), account: Self.account, region: region,
            nativeID: group)
        guard let control = engine.catalog.position(of: "aws.ec2.sg-no-ipv4-public-admin-ports"),
            let handle = engine.graph.handle(of: id),
            let verdict = engine.verdicts[EvaluationKey(control: control, subject: handle)]?.verdict
        else { return nil }
        switch verdict {
        case .pass: return "pass"
        case .fail: return "fail"
        case .unknown(let missing): return "unknown " + missing.joined(separator: ",")
        default: return "other"
        }
    }
}

/// The hours in which a region was heard.
@Suite struct HeardHoursTests {
    @Test func `any order of hours gives the same, and what is four weeks old is forgotten`() {
        let hours: [Int64] = [1_000, 1_001, 1_005, 1_030, 1_600, 1_700, 200]
        var first = HeardHours()
        for hour in hours { _ = first.note(hour) }
        var second = HeardHours()
        for hour in hours.reversed() + hours { _ = second.note(hour) }
        #expect(first.ages == second.ages)
        #expect(first.ages == [0, 100, 670])
        #expect(first.longestGap == 569)
        #expect(first.dayCount == 3)
        let again = second.note(1_600)
        #expect(!again)
    }

    @Test(arguments: [1, 63, 64, 65, 128, 600, 671, 672, 673, 5_000] as [Int64])
    func `a leap of any length keeps what is within four weeks`(leap: Int64) {
        let hours: [Int64] = [10_000, 10_001, 10_064, 10_300, 10_671]
        var heard = HeardHours()
        for hour in hours { _ = heard.note(hour) }
        _ = heard.note(10_671 + leap)
        let wanted = hours.map { 10_671 + leap - $0 }.filter { $0 < HeardHours.windowLength }
        #expect(heard.ages == ([0] + wanted).sorted())
        #expect(heard.count == wanted.count + 1)
    }
}
