import CloudModel
import Controls
import JSONTokens
import ResourceGraph
import Simulation
import Testing
import WireFormats

@testable import DriftEngine

/// An engine that takes up what another one left in a store goes on as if it were that one.
@Suite struct RestartTests {
    /// One engine with its store, which can be left for another engine on the same store.
    private struct Machine {
        private(set) var engine: PartitionEngine
        let store = MemoryStore()
        var options = EngineOptions()
        private let catalog: ControlCatalog
        private var effects = EffectBuffer()
        private var commit: Int64 = 0

        init(_ options: EngineOptions = EngineOptions(), catalog: ControlCatalog = EngineFixture.catalog)
            throws
        {
            self.options = options
            self.catalog = catalog
            engine = PartitionEngine(catalog: catalog, options: options)
            try engine.takeUp(store, at: .distantPast)
        }

        mutating func take(_ line: [UInt8]) -> [String] {
            _ = engine.step(
                line.span, at: RecordPosition(source: "test", partition: 0, offset: 0), into: &effects)
            return told()
        }

        mutating func work() -> [String] {
            engine.work(into: &effects)
            return told()
        }

        private mutating func told() -> [String] {
            defer { effects.removeAll() }
            return effects.effects.map {
                let record = EffectEncoder().encode($0)
                return "\(record.topic) \(record.key) \(String(decoding: record.value, as: UTF8.self))"
            }
        }

        mutating func keep() throws {
            commit += 1
            try store.write(
                engine.drainState(), StorePlace(next: commit, commit: commit, time: engine.time))
            engine.didKeepState()
        }

        mutating func restart() throws {
            let time = engine.time
            engine = PartitionEngine(catalog: catalog, options: options)
            try engine.takeUp(store, at: time)
        }

        var verdicts: [String] { fixture.verdicts }
        var verdictsFromScratch: [String] { fixture.verdictsFromScratch }
        private var fixture: EngineFixture { EngineFixture(engine) }
    }

    private static func lines(_ seed: UInt64, events: Int) -> [[UInt8]] {
        var generator = WorkloadGenerator(
            WorkloadOptions(seed: seed, accounts: 2, resources: 30, events: events, mix: .mutating))
        var lines = Array(generator.baseline())
        for _ in 0..<events { lines.append(generator.nextEvent()) }
        let story = DemoStory.make(seed: seed)
        return lines + story.baseline + story.azureEvents + story.gcpEvents
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func `a start reads no facts and evaluates nothing, and knows every verdict`(seed: UInt64) throws {
        var machine = try Machine()
        for line in Self.lines(seed, events: 150) { _ = machine.take(line) }
        try machine.keep()
        let before = machine.verdicts
        try machine.restart()
        #expect(machine.engine.graph.residentCount == 0 && machine.engine.graph.pageReadCount == 0)
        #expect(machine.engine.isSettled)
        #expect(EngineFixture.verdicts(of: machine.engine).count > 100)
        #expect(machine.engine.graph.pageReadCount == 0)
        #expect(machine.verdicts == before)
        #expect(machine.verdicts == machine.verdictsFromScratch)
    }

    @Test func `a finding of a watch over exclusions is known after a restart`() throws {
        let catalog = try ControlCatalog(
            ControlLibrary.builtIn(), profiles: [Profile(json: Array(TaggedOutTests.profile.utf8))])
        var machine = try Machine(catalog: catalog)
        for line in [Records.inventory(at: 0), Records.open(at: 100), TaggedOutTests.tag(at: 200)] {
            _ = machine.take(Array(line.utf8))
        }
        try machine.keep()
        let open = machine.engine.openFindings().map(\.finding.uid)
        #expect(!open.isEmpty)
        try machine.restart()
        #expect(machine.engine.openFindings().map(\.finding.uid) == open)
        let untagged = machine.take(Array(TaggedOutTests.tag("DeleteTags", at: 300).utf8))
        let told = untagged.filter { $0.hasPrefix("findings") && $0.contains(TaggedOutTests.watch) }
        #expect(told.count == 1 && told[0].contains(#""activity_name":"Close""#), "\(told)")
    }

    @Test(arguments: 0..<6 as Range<UInt64>, [nil, 1, 9] as [Int?])
    func `restarts at any record change no byte of what is told`(seed: UInt64, limit: Int?) throws {
        var whole = try Machine()
        var options = EngineOptions()
        options.maximumResidentResources = limit
        var broken = try Machine(options)
        for (number, line) in Self.lines(seed, events: 150).enumerated() {
            let (told, same) = (whole.take(line), broken.take(line))
            try #require(told == same, "\(number)")
            guard number % 3 == 0 else { continue }
            try broken.keep()
            if number % 9 == Int(seed) % 9 / 3 * 3 { try broken.restart() }
        }
        #expect(broken.engine.storeFailure == nil)
        #expect(broken.verdicts == whole.verdicts)
        #expect(broken.verdicts == broken.verdictsFromScratch)
    }

    @Test func `what subjects read is found out in slices where they are many`() throws {
        var options = EngineOptions()
        options.sliceCount = 2
        var machine = try Machine(options)
        let lines = Self.lines(4, events: 200)
        for line in lines[..<150] { _ = machine.take(line) }
        while !machine.engine.isSettled { _ = machine.work() }
        try machine.keep()
        try machine.restart()
        var hasWaited = false
        for line in lines[150...] {
            _ = machine.take(line)
            hasWaited = hasWaited || !machine.engine.warming.isEmpty
            _ = machine.work()
        }
        while !machine.engine.isSettled { _ = machine.work() }
        #expect(hasWaited)
        #expect(machine.verdicts == machine.verdictsFromScratch)
    }

    @Test func `another program finds everything anew, and leaves rows of its own in slices`() throws {
        var machine = try Machine()
        for line in Self.lines(5, events: 100) { _ = machine.take(line) }
        try machine.keep()
        let before = machine.verdicts
        machine.options.program = "another"
        try machine.restart()
        #expect(machine.engine.graph.residentCount > 50)
        #expect(machine.verdicts == before)
        try machine.restart()
        #expect(machine.engine.graph.residentCount > 50)
        try machine.keep()
        try machine.restart()
        #expect(machine.engine.graph.residentCount == 0)
        #expect(machine.verdicts == before)
    }

    @Test func `an account larger than the limit stays within it, through restarts too`() throws {
        var generator = WorkloadGenerator(
            WorkloadOptions(seed: 8, accounts: 1, resources: 600, events: 60, mix: .mutating))
        let lines = Array(generator.baseline()) + (0..<60).map { _ in generator.nextEvent() }
        var options = EngineOptions()
        options.maximumResidentResources = 25
        var whole = try Machine()
        var small = try Machine(options)
        for (number, line) in lines.enumerated() {
            try #require(whole.take(line) == small.take(line), "\(number)")
            guard number % 10 == 9 else { continue }
            try small.keep()
            #expect(small.engine.graph.residentCount <= 25 && small.engine.rows.loadedCount <= 25)
            if number % 200 == 199 { try small.restart() }
        }
        #expect(small.engine.graph.count > 600)
        #expect(small.verdicts == whole.verdicts)
        #expect(small.engine.storeFailure == nil)
    }

    @Test func `where a batch can be kept in part, a start rests on nothing but facts`() throws {
        var options = EngineOptions()
        options.isStateAtomic = false
        var machine = try Machine(options)
        for line in Self.lines(5, events: 50) { _ = machine.take(line) }
        try machine.keep()
        try machine.restart()
        #expect(machine.engine.graph.residentCount > 50)
        machine.options.isStateAtomic = true
        try machine.restart()
        #expect(machine.engine.graph.residentCount > 50)
    }

    @Test func `a row that is lost or cut short is told, and nothing that follows counts`() throws {
        var machine = try Machine()
        for line in Self.lines(3, events: 20) { _ = machine.take(line) }
        try machine.keep()
        var keys: [[UInt8]] = []
        try machine.store.scan(prefix: [UInt8(ascii: "v")]) { key, _ in
            keys.append(Array(copying: key))
            return true
        }
        let place = StorePlace(next: 9, commit: 9, time: machine.engine.time)
        try machine.restart()
        try machine.store.write(keys.map { StateRecord(key: $0, value: []) }, place)
        _ = machine.engine.verdicts.sortedKeys
        #expect(machine.engine.storeFailure?.recovery == .renew)
        try machine.store.write(keys.map { StateRecord(key: $0, value: [1]) }, place)
        #expect(throws: TakeUpFailure.self) { try machine.restart() }
    }

    @Test func `a control whose file changed is looked at again, the others keep their verdicts`() throws {
        var machine = try Machine(catalog: try WorklistTests.catalog())
        _ = machine.take(Array(WorklistTests.encryption(false, at: 0).utf8))
        for number in 0..<5 { _ = machine.take(Array(WorklistTests.group(number, at: 1).utf8)) }
        try machine.keep()
        let changed = PartitionEngine(catalog: try WorklistTests.catalog(lowSeverity: "high"))
        try changed.takeUp(machine.store, at: machine.engine.time)
        #expect(!changed.isSettled)
        #expect(changed.verdicts.count == 5)
        var effects = EffectBuffer()
        while !changed.isSettled { changed.work(into: &effects) }
        #expect(changed.verdicts.count == 10)
    }
}

/// What one account reads of another.
@Suite struct ForeignReadTests {
    private static func catalog() throws -> ControlCatalog {
        let text = """
            id: aws.cloudtrail.example-foreign
            title: The log of a trail is kept
            severity: high
            subject: AWS::CloudTrail::Trail
            pass: "ref('AWS::Logs::LogGroup', resource.CloudWatchLogsLogGroupArn).LogGroupName == 'kept'"

            """
        return try ControlCatalog(
            compiling: [(path: "foreign.yaml", bytes: Array(text.utf8))], benchmarks: [])
    }

    private static func seen(
        _ kind: String, _ account: String, _ id: String, at seconds: Int64, _ properties: String
    ) -> String {
        let time = Timestamp(seconds: 1_770_000_000 + seconds).rfc3339
        return #"{"inventory_id":"i-\#(seconds)","account":"aws:\#(account)","region":"eu-west-1","#
            + #""kind":"\#(kind)","id":"\#(id)","observed_at":"\#(time)","properties":{\#(properties)}}"#
    }

    private static func log(_ name: String, at seconds: Int64) -> String {
        seen("AWS::Logs::LogGroup", "444455556666", "g-1", at: seconds, #""LogGroupName":"\#(name)""#)
    }

    @Test func `a change of another account's resource reaches who read it before the restart`() throws {
        let catalog = try Self.catalog()
        var fixture = EngineFixture(catalog: catalog)
        fixture.take(Self.log("kept", at: 0))
        fixture.take(
            Self.seen(
                "AWS::CloudTrail::Trail", "111122223333", "t-1", at: 1,
                #""CloudWatchLogsLogGroupArn":"arn:aws:logs:eu-west-1:444455556666:log-group:g-1:*""#))
        #expect(fixture.findings.isEmpty)
        let store = MemoryStore()
        try store.write(
            fixture.engine.drainState(), StorePlace(next: 1, commit: 1, time: fixture.engine.time))
        var copy = EngineFixture(catalog: catalog)
        try copy.engine.takeUp(store, at: fixture.engine.time)
        fixture.take(Self.log("gone", at: 200))
        #expect(fixture.findings.map(\.subject.nativeID) == ["t-1"])
        copy.take(Self.log("gone", at: 200))
        #expect(copy.findings.map(\.subject.nativeID) == ["t-1"])
        #expect(copy.verdicts == copy.verdictsFromScratch)
    }
}
