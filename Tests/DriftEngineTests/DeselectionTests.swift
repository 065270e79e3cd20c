import CloudModel
import Controls
import JSONTokens
import Simulation
import Testing
import WireFormats

@testable import DriftEngine

/// What nobody assesses any more is not open any more, and nobody is told that it was mended.
@Suite struct DeselectionTests {
    static let control = "aws.ec2.example-critical"
    static let other = "aws.ec2.example-low"
    static let off = #"{"provider":"AWS","controls":[{"id":"\#(control)","enabled":false}]}"#
    static let everything = #"{"provider":"AWS"}"#

    /// How an engine takes up what was committed.
    enum Start: CaseIterable { case rows, records }

    static func catalog(_ profiles: String..., without removed: String? = nil) throws -> ControlCatalog {
        let texts = [
            (control, "critical", "!resource.SecurityGroupIngress.exists(r, r.CidrIp == '0.0.0.0/0')"),
            (other, "low", "resource.SecurityGroupIngress.size() < 9"),
        ]
        return try ControlCatalog(
            compiling: texts.filter { $0.0 != removed }.map { id, severity, condition in
                let text = """
                    id: \(id)
                    title: Title of \(id)
                    severity: \(severity)
                    subject: AWS::EC2::SecurityGroup
                    pass: "\(condition)"

                    """
                return (path: "\(id).yaml", bytes: Array(text.utf8))
            }, benchmarks: [],
            profiles: try profiles.map { try Profile(json: Array($0.utf8)) })
    }

    /// An engine that is stopped and started with what it committed.
    struct Run {
        var fixture: EngineFixture
        let store = MemoryStore()
        private var sliceCount: Int
        private var commits: Int64 = 0

        init(_ catalog: ControlCatalog, sliceCount: Int = 1_024) {
            self.sliceCount = sliceCount
            fixture = Run.engine(catalog, sliceCount, nil)
        }

        private static func engine(_ catalog: ControlCatalog, _ sliceCount: Int, _ stand: DocumentStand?)
            -> EngineFixture
        {
            var options = EngineOptions()
            options.sliceCount = sliceCount
            options.documents = stand
            return EngineFixture(catalog: catalog, options: options)
        }

        mutating func commit() throws {
            commits += 1
            let place = StorePlace(next: commits, commit: commits, time: fixture.engine.time)
            try store.write(fixture.engine.drainState(), place)
        }

        /// What is told from here on is what the new engine tells.
        mutating func restart(_ catalog: ControlCatalog, _ start: Start, _ stand: DocumentStand? = nil) throws
        {
            try commit()
            let time = fixture.engine.time
            fixture = Run.engine(catalog, sliceCount, stand)
            switch start {
            case .rows: try fixture.engine.takeUp(store, at: time)
            case .records:
                let engine = fixture.engine
                var records: [StateRecord] = []
                try store.scan(prefix: []) { key, value in
                    records.append(StateRecord(key: Array(copying: key), value: Array(copying: value)))
                    return true
                }
                for record in records { try engine.restore(record) }
                engine.finishRestoring()
            }
        }

        mutating func settle() {
            while !fixture.engine.isSettled { fixture.engine.work(into: &fixture.effects) }
        }

        var tickets: [FindingRecord] {
            fixture.effects.effects.compactMap {
                if case .ticket(let finding, _) = $0 { finding } else { nil }
            }
        }
    }

    /// One group that somebody opened, so that there is an alert and a ticket.
    private func opened(_ catalog: ControlCatalog) -> Run {
        var run = Run(catalog)
        run.fixture.take(Records.inventory(at: 0))
        run.fixture.take(Records.open(at: 600))
        return run
    }

    @Test(arguments: Start.allCases)
    func `a control that a profile switches off ends its findings, and nobody resolved them`(start: Start)
        throws
    {
        var run = opened(try Self.catalog())
        let open = try #require(run.fixture.findings.last)
        #expect(open.status == .open && run.tickets.count == 1)
        try run.restart(try Self.catalog(Self.off), start)
        #expect(!run.fixture.engine.isSettled)
        run.settle()
        let end = try #require(run.fixture.findings.first)
        #expect(run.fixture.findings.count == 1)
        #expect(end.uid == open.uid && end.status == .excluded && end.activity == .close)
        #expect(end.control.title == "Title of \(Self.control)" && end.control.severity == .critical)
        #expect(end.firstSeen == open.firstSeen && end.exposureSeconds == nil)
        #expect(end.scopeReason == "no profile selects the control any more")
        #expect(end.cause?.action == "change of profiles" && end.eventTime == run.fixture.engine.time)
        #expect(run.tickets.map(\.activity) == [.close])
        #expect(run.fixture.effects.effects.count == 2)
        #expect(run.fixture.engine.openFindings().isEmpty)
    }

    @Test(arguments: Start.allCases)
    func `it is told once, whatever starts come after`(start: Start) throws {
        var run = opened(try Self.catalog())
        for round in 0..<3 {
            try run.restart(try Self.catalog(Self.off), start)
            run.settle()
            #expect(run.fixture.findings.count == (round == 0 ? 1 : 0))
        }
        let keys = try Self.keys(run.store, "c")
        #expect(keys.count == 1 && keys.first?.contains(Self.other) == true)
    }

    private static func keys(_ store: MemoryStore, _ prefix: String) throws -> [String] {
        var keys: [String] = []
        try store.scan(prefix: Array(prefix.utf8)) { key, _ in
            keys.append(String(decoding: Array(copying: key), as: UTF8.self))
            return true
        }
        return keys
    }

    @Test(arguments: Start.allCases)
    func `a control that is selected again finds what fails since when it failed, as a new occurrence`(
        start: Start
    ) throws {
        var run = opened(try Self.catalog())
        let first = try #require(run.fixture.findings.last)
        try run.restart(try Self.catalog(Self.off), start)
        run.settle()
        let end = try #require(run.fixture.findings.last)
        try run.restart(try Self.catalog(), start)
        run.settle()
        let again = try #require(run.fixture.findings.last)
        #expect(again.activity == .create && again.status == .open && again.occurrence == 2)
        #expect(again.firstSeen == first.firstSeen && again.cause?.eventID == first.cause?.eventID)
        let encoder = EffectEncoder()
        let ids = [first, end, again].map { encoder.encode(.finding($0)).header("ce_id") }
        #expect(Set(ids).count == 3)
        #expect(run.fixture.openFindings.count == 1)
    }

    @Test(arguments: Start.allCases)
    func `what was mended meanwhile is resolved when the control is selected again`(start: Start) throws {
        var run = opened(try Self.catalog())
        try run.restart(try Self.catalog(Self.off), start)
        run.settle()
        run.fixture.take(Records.close(at: 900))
        try run.restart(try Self.catalog(), start)
        run.settle()
        #expect(run.fixture.findings.map(\.status) == [.resolved])
        #expect(run.fixture.openFindings.isEmpty)
    }

    @Test(arguments: Start.allCases)
    func `many findings end in slices, the rest after a restart with the same cause`(start: Start) throws {
        var run = Run(try Self.catalog(), sliceCount: 8)
        for number in 0..<50 {
            run.fixture.take(WorklistTests.group(number, at: 1, rules: OriginTests.openRule))
        }
        #expect(run.fixture.openFindings.count == 50)
        var ends: [FindingRecord] = []
        for slices in [2, 3, .max] {
            try run.restart(try Self.catalog(Self.off), start)
            run.fixture.engine.tick(
                Timestamp(seconds: 1_770_001_000 + Int64(ends.count)), into: &run.fixture.effects)
            var done = 0
            while done < slices, !run.fixture.engine.isSettled {
                let before = run.fixture.findings.count
                run.fixture.engine.work(into: &run.fixture.effects)
                #expect(run.fixture.findings.count - before <= 8)
                done += 1
            }
            ends += run.fixture.findings
        }
        #expect(ends.count == 50 && Set(ends.map(\.uid)).count == 50)
        #expect(Set(ends.map(\.eventTime)) == [Timestamp(seconds: 1_770_001_000)])
        #expect(Set(ends.compactMap(\.cause?.eventID)).count == 1)
    }

    @Test func `a control that is back before all of its findings have ended is looked at whole`() throws {
        var run = Run(try Self.catalog(), sliceCount: 8)
        for number in 0..<20 {
            run.fixture.take(WorklistTests.group(number, at: 1, rules: OriginTests.openRule))
        }
        try run.restart(try Self.catalog(Self.off), .rows)
        run.fixture.engine.work(into: &run.fixture.effects)
        #expect(run.fixture.findings.count == 8)
        try run.restart(try Self.catalog(), .rows)
        run.settle()
        #expect(run.fixture.openFindings.count == 20)
        #expect(run.fixture.verdicts == run.fixture.verdictsFromScratch)
    }

    @Test(arguments: Start.allCases)
    func `a control that is loaded no more ends its findings with what is left to say of it`(start: Start)
        throws
    {
        var run = opened(try Self.catalog())
        try run.restart(try Self.catalog(without: Self.control), start)
        run.settle()
        let end = try #require(run.fixture.findings.first)
        #expect(end.status == .excluded && end.control.id == Self.control)
        #expect(end.control.title == "Title of \(Self.control)" && end.control.severity == .critical)
        #expect(end.scopeReason == "the control is loaded no more")
        #expect(end.cause?.action == "removal of the control")
    }

    @Test(arguments: Start.allCases)
    func `as long as any profile selects the control its findings stay`(start: Start) throws {
        var run = opened(try Self.catalog(Self.everything))
        try run.restart(try Self.catalog(Self.off, Self.everything), start)
        run.settle()
        #expect(run.fixture.findings.allSatisfy { $0.status == .open })
        #expect(run.fixture.openFindings.count == 1)
    }

    @Test(arguments: Start.allCases)
    func `a region that no profile has any more ends its findings by the change of profiles`(start: Start)
        throws
    {
        var run = opened(try Self.catalog())
        try run.restart(try Self.catalog(#"{"provider":"AWS","region":"us-east-1"}"#), start)
        run.settle()
        let end = try #require(run.fixture.findings.first)
        #expect(end.status == .excluded && end.activity == .close)
        #expect(end.cause?.action == "change of profiles")
        #expect(end.scopeReason == "no profile covers the account and region")
        #expect(run.tickets.map(\.activity) == [.close])
        try run.restart(try Self.catalog(), start)
        run.settle()
        #expect(run.fixture.findings.map(\.activity) == [.create])
        #expect(run.tickets.map(\.activity) == [.create])
    }

    @Test func `a document on the topic is named with its time`() throws {
        var run = opened(try Self.catalog())
        var stand = DocumentStand()
        stand.pass("profiles", next: 18)
        stand.profileChange = ("profiles", 17, FeedTests.instant(5_000))
        try run.restart(try Self.catalog(Self.off), .rows, stand)
        run.settle()
        let end = try #require(run.fixture.findings.first)
        #expect(end.cause?.eventID == "profiles@17" && end.eventTime == FeedTests.instant(5_000))
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func
        `what was told before does not show in the end: verdicts and open findings are those of the profiles`(
            seed: UInt64
        ) throws
    {
        var generator = WorkloadGenerator(
            WorkloadOptions(
                seed: seed, accounts: 2, resources: 14, events: 120, mix: .mutating, durationSeconds: 900))
        let lines = Array(generator.baseline()) + (0..<120).map { _ in generator.nextEvent() }
        let library = try ControlLibrary.builtIn()
        let profiles = [
            Self.everything, #"{"provider":"AWS","version":"1.4","levels":["L1"]}"#,
            #"{"provider":"AWS","levels":["L2"],"resources":[{"type":"S3_BUCKET"}]}"#,
        ]
        var random = SeededGenerator(seed: seed)
        let catalogs = try profiles.map {
            try ControlCatalog(library, profiles: [Profile(json: Array($0.utf8))])
        }
        var run = Run(catalogs[0], sliceCount: 8)
        var last = catalogs[0]
        for (index, line) in lines.enumerated() {
            run.fixture.take(line)
            guard index % 40 == 39 else { continue }
            last = catalogs[random.below(3)]
            try run.restart(last, random.below(2) == 0 ? .rows : .records)
            // The rest of what waits is done between the records.
            run.fixture.engine.work(into: &run.fixture.effects)
        }
        run.settle()
        var expected = EngineFixture(catalog: last)
        expected.take(all: lines)
        #expect(run.fixture.verdicts == expected.verdicts)
        #expect(run.fixture.openFindings == expected.openFindings)
    }
}
