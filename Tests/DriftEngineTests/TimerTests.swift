import CloudModel
import Controls
import ResourceGraph
import Simulation
import Testing

@testable import DriftEngine

@Suite struct TimerTests {
    /// Groups, since they are at hand, whose description is the date from which their age counts.
    static let catalog: ControlCatalog = {
        let text = """
            id: aws.ec2.example-age
            title: Younger than an hour
            severity: high
            subject: AWS::EC2::SecurityGroup
            pass: now - timestamp(resource.GroupDescription) <= duration('1h')

            """
        do {
            return try ControlCatalog(
                compiling: [(path: "age.yaml", bytes: Array(text.utf8))], benchmarks: [])
        } catch {
            preconditionFailure("\(error)")
        }
    }()

    static let start = Timestamp(seconds: 1_770_000_000)

    static func group(_ id: String, made: Int, at seconds: Int) -> String {
        let date = Timestamp(seconds: 1_770_000_000 + Int64(made)).rfc3339
        return Records.event(
            "ec2", "CreateSecurityGroup", at: seconds,
            request: #"{"groupName":"\#(id)","groupDescription":"\#(date)","vpcId":"vpc-1"}"#,
            response: #"{"_return":true,"groupId":"\#(id)"}"#, id: "make-\(id)")
    }

    static func instant(_ seconds: Int) -> Timestamp { Timestamp(seconds: 1_770_000_000 + Int64(seconds)) }

    @Test func `an age control fails at the exact instant with no event, and says so`() throws {
        var fixture = EngineFixture(catalog: Self.catalog)
        fixture.take(Self.group("sg-1", made: 0, at: 10))
        let due = Self.instant(3600).advanced(byNanoseconds: 1)
        let early = fixture.engine.tick(Self.instant(3600), into: &fixture.effects)
        #expect(early.timers == 0)
        #expect(fixture.findings.isEmpty)
        let report = fixture.engine.tick(Self.instant(9000), into: &fixture.effects)
        #expect(report.timers == 1)
        let finding = try #require(fixture.findings.first)
        #expect(finding.firstSeen == due)
        #expect(finding.eventTime == due)
        #expect(finding.detectedAt == due)
        #expect(!finding.isBaseline)
        #expect(finding.cause?.action == "the passing of time")
        #expect(fixture.verdicts == fixture.verdictsFromScratch)
    }

    @Test func `what fell due while the engine was down happens with the first tick, at its right time`()
        throws
    {
        var fixture = EngineFixture(catalog: Self.catalog)
        fixture.take(Self.group("sg-1", made: 0, at: 10))
        fixture.take(Self.group("sg-2", made: 60, at: 70))
        let state = fixture.engine.drainState()
        var copy = EngineFixture(catalog: Self.catalog)
        for record in state { try copy.engine.restore(record) }
        copy.engine.finishRestoring()
        #expect(copy.findings.isEmpty)
        copy.engine.tick(Self.instant(90_000), into: &copy.effects)
        #expect(
            copy.findings.map(\.eventTime)
                == [3600, 3660].map { Self.instant($0).advanced(byNanoseconds: 1) })
        #expect(copy.engine.time == Self.instant(90_000))
    }

    @Test func `a write that moves the instant takes the timer along`() throws {
        var fixture = EngineFixture(catalog: Self.catalog)
        fixture.take(Self.group("sg-1", made: 0, at: 10))
        fixture.take(Self.group("sg-1", made: 1800, at: 1800))
        #expect(fixture.engine.tick(Self.instant(4000), into: &fixture.effects).timers == 0)
        #expect(fixture.engine.tick(Self.instant(5401), into: &fixture.effects).timers == 1)
        #expect(fixture.findings.count == 1)
    }

    @Test func `a finding that time opened stays open when the date becomes unknown`() throws {
        var fixture = EngineFixture(catalog: Self.catalog)
        fixture.take(Self.group("sg-1", made: 0, at: 10))
        fixture.engine.tick(Self.instant(4000), into: &fixture.effects)
        fixture.take(Self.group("sg-1", made: 100, at: 5000))
        fixture.take(Self.group("sg-1", made: 200, at: 5000))
        #expect(fixture.openFindings.count == 1)
        #expect(fixture.openFindings.first?.hasSuffix("stale") == true)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `timers come up in order whatever was scheduled anew`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var timers = Timers()
        var wanted: [EvaluationKey: Timestamp] = [:]
        for _ in 0..<400 {
            let key = EvaluationKey(
                control: Int32(random.below(12)), subject: .init(index: Int32(random.below(12))))
            let instant = random.below(5) == 0 ? nil : Timestamp(seconds: Int64(random.below(40)))
            timers.schedule(key, at: instant)
            wanted[key] = instant
        }
        #expect(timers.count == wanted.count)
        while let instant = timers.first() {
            #expect(instant == wanted.values.min())
            let keys = timers.take(at: instant).sorted()
            #expect(keys == wanted.filter { $0.value == instant }.keys.sorted())
            for key in keys { wanted[key] = nil }
        }
        #expect(wanted.isEmpty)
    }
}
