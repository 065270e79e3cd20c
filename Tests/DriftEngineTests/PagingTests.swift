import CloudModel
import Controls
import JSONTokens
import ResourceGraph
import Simulation
import Testing
import WireFormats

@testable import DriftEngine

/// An engine that keeps few resources in memory says what one says that keeps them all.
@Suite struct PagingTests {
    /// One engine with its store; what it says and what it wants kept, as bytes.
    private struct Machine {
        let engine: PartitionEngine
        let store = MemoryStore()
        private let encoder = EffectEncoder()
        private var effects = EffectBuffer()
        private var commit: Int64 = 0

        init(limit: Int?, window: Int64? = 1_800) throws {
            var options = EngineOptions()
            options.maximumResidentResources = limit
            options.historyWindowSeconds = window
            engine = PartitionEngine(catalog: EngineFixture.catalog, options: options)
            try engine.takeUp(store, at: .distantPast)
        }

        mutating func take(_ line: [UInt8]) -> [String] {
            _ = engine.step(
                line.span, at: RecordPosition(source: "test", partition: 0, offset: 0), into: &effects)
            defer { effects.removeAll() }
            return effects.effects.map { PagingTests.text(encoder.encode($0)) }
        }

        mutating func keep() throws -> [StateRecord] {
            commit += 1
            let records = engine.drainState()
            try store.write(records, StorePlace(next: commit, commit: commit, time: engine.time))
            engine.didKeepState()
            return records
        }
    }

    private static func text(_ record: OutputRecord) -> String {
        "\(record.topic) \(record.key) \(String(decoding: record.value, as: UTF8.self)) \(record.headers)"
    }

    private static func lines(_ seed: UInt64, events: Int) -> [[UInt8]] {
        var generator = WorkloadGenerator(
            WorkloadOptions(seed: seed, accounts: 2, resources: 30, events: events, mix: .mutating))
        var lines = Array(generator.baseline())
        for _ in 0..<events { lines.append(generator.nextEvent()) }
        let story = DemoStory.make(seed: seed)
        return lines + story.baseline + story.azureEvents + story.gcpEvents
    }

    @Test(arguments: 0..<4 as Range<UInt64>, [1, 7])
    func `with one page in memory every byte is the same`(seed: UInt64, limit: Int) throws {
        var whole = try Machine(limit: nil)
        var paged = try Machine(limit: limit)
        for (number, line) in Self.lines(seed, events: 200).enumerated() {
            let (outputs, same) = (whole.take(line), paged.take(line))
            try #require(outputs == same, "\(number)")
            guard limit == 1 || number % 5 == 0 else { continue }
            let (state, sameState) = (try whole.keep(), try paged.keep())
            try #require(state == sameState, "\(number)")
            #expect(paged.engine.graph.residentCount <= limit)
        }
        #expect(paged.engine.graph.pageReadCount > 100)
        #expect(paged.engine.storeFailure == nil)
        let scratch = EngineFixture.verdicts(of: paged.engine)
        #expect(scratch == EngineFixture.verdicts(of: whole.engine))
    }

    @Test func `a restart with one page in memory goes on as if nothing had been`() throws {
        var whole = try Machine(limit: nil, window: nil)
        var before = try Machine(limit: 1, window: nil)
        let lines = Self.lines(9, events: 120)
        for line in lines[..<100] {
            _ = whole.take(line)
            _ = before.take(line)
            _ = try whole.keep()
            _ = try before.keep()
        }
        var options = EngineOptions()
        options.maximumResidentResources = 1
        let after = PartitionEngine(catalog: EngineFixture.catalog, options: options)
        try after.takeUp(before.store, at: before.engine.time)
        #expect(after.graph.residentCount <= 1)
        var effects = EffectBuffer()
        for line in lines[100...] {
            let outputs = whole.take(line)
            _ = after.step(
                line.span, at: RecordPosition(source: "test", partition: 0, offset: 0), into: &effects)
            let same = effects.effects.map { Self.text(EffectEncoder().encode($0)) }
            effects.removeAll()
            try #require(outputs == same)
        }
    }

    @Test func `a start that waits for its end outlives a restart`() throws {
        let kind = KindCatalog.kind("AWS::EC2::SecurityGroup")
        let id = ResourceID(
            kind: kind, account: AccountKey("aws:111122223333"), region: "eu-west-1", nativeID: "sg-1")
        let name = try #require(kind.schema.property(named: "GroupName"))
        func half(_ role: OperationHalf.Role, _ writes: [PropertyWrite]) -> GraphChange {
            .resource(
                ResourceChange(
                    resource: id,
                    cause: CauseRecord(
                        eventID: "\(role)", time: Timestamp(seconds: 1_772_409_600), action: "a", actor: nil),
                    writes: writes, operation: OperationHalf(key: "o", role: role, mayTouch: [name])))
        }
        var report = StepReport()
        var effects = EffectBuffer()
        var before = try Machine(limit: nil)
        _ = before.engine.fold([half(.start, [.set(name, FlatValue("web"))])], &report, into: &effects)
        _ = try before.keep()
        let after = PartitionEngine(catalog: EngineFixture.catalog)
        try after.takeUp(before.store, at: before.engine.time)
        _ = after.fold([half(.end, [])], &report, into: &effects)
        let handle = try #require(after.graph.handle(of: id))
        #expect(after.graph.reading(name, of: handle).value == FlatValue("web"))
    }

    @Test func `a page that the store has lost is told, and nothing that follows counts`() throws {
        var machine = try Machine(limit: 1)
        let lines = Self.lines(3, events: 20)
        for line in lines {
            _ = machine.take(line)
            _ = try machine.keep()
        }
        var keys: [StateRecord] = []
        try machine.store.scan(prefix: [UInt8(ascii: "r")]) { key, _ in
            keys.append(StateRecord(key: Array(copying: key), value: []))
            return true
        }
        try machine.store.write(keys, StorePlace(next: 0, commit: 0, time: machine.engine.time))
        for line in lines { _ = machine.take(line) }
        #expect(machine.engine.storeFailure?.recovery == .renew)
    }
}

extension EngineFixture {
    /// Every last verdict, by control and resource.
    static func verdicts(of engine: PartitionEngine) -> [String] {
        engine.verdicts.sortedKeys.map { key in
            "\(key.control) \(engine.graph.id(of: key.subject)) \(String(describing: engine.verdicts[key]?.verdict))"
        }.sorted()
    }
}
