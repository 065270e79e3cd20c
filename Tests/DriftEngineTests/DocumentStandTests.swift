import CloudModel
import Controls
import Simulation
import Testing
import WireFormats

@testable import DriftEngine

/// How far the control documents were read is part of a partition's state.
@Suite struct DocumentStandTests {
    private static func options(_ next: Int64, faults: [Int64] = []) -> EngineOptions {
        var stand = DocumentStand()
        stand.pass("profiles", next: next)
        stand.pass("suppressions", next: 1)
        stand.faults = faults.map { offset in
            DeadLetter(
                DecodingFailure("refused-document", "bad"), [UInt8(1)].span,
                RecordPosition(source: "profiles", partition: 0, offset: offset), eventIndex: nil)
        }
        var options = EngineOptions()
        options.documents = stand
        return options
    }

    private func start(_ options: EngineOptions, _ store: MemoryStore) throws -> EngineFixture {
        var fixture = EngineFixture(options: options)
        try fixture.engine.takeUp(store, at: .distantPast)
        fixture.engine.work(into: &fixture.effects)
        return fixture
    }

    private func letters(_ fixture: EngineFixture) -> [Int64] {
        fixture.effects.effects.compactMap {
            if case .deadLetter(let letter) = $0 { letter.position.offset } else { nil }
        }
    }

    @Test func `refused documents are told once over restarts`() throws {
        let store = MemoryStore()
        let first = try start(Self.options(5, faults: [1, 4]), store)
        #expect(letters(first) == [1, 4])
        let records = first.engine.drainState()
        #expect(!records.isEmpty)
        #expect(first.engine.drainState().isEmpty)
        try store.write(records, StorePlace(next: 1, commit: 1, time: first.engine.time))
        let second = try start(Self.options(7, faults: [1, 4, 6]), store)
        #expect(letters(second) == [6])
    }

    @Test func `a partition is not taken up by who has read less than its last owner`() throws {
        let store = MemoryStore()
        let first = try start(Self.options(5), store)
        try store.write(
            first.engine.drainState(), StorePlace(next: 1, commit: 1, time: first.engine.time))
        let late = EngineFixture(options: Self.options(4))
        #expect {
            try late.engine.takeUp(store, at: .distantPast)
        } throws: { error in
            if case .early(let failure)? = error as? TakeUpFailure {
                failure.reason.contains("profiles")
            } else {
                false
            }
        }
        _ = try start(Self.options(5), store)
        _ = try start(Self.options(9), store)
    }

    private static func good(_ offset: Int64, _ key: String = "p") -> KeptDocument {
        KeptDocument(topic: "profiles", key: key, offset: offset, bytes: Array("good \(offset)".utf8))
    }

    private static func options(
        _ next: Int64, kept: [KeptDocument], known: Int64? = nil
    ) -> EngineOptions {
        var options = options(next)
        options.documents?.kept = kept
        options.documents?.doubts = known.map { [.init(topic: "profiles", key: "p", known: $0)] } ?? []
        return options
    }

    private func commit(_ fixture: EngineFixture, _ store: MemoryStore) throws {
        try store.write(
            fixture.engine.drainState(), StorePlace(next: 1, commit: 1, time: fixture.engine.time))
    }

    /// The documents without which a state is not taken up.
    private func lacking(_ options: EngineOptions, _ store: MemoryStore) throws -> [KeptDocument] {
        do {
            _ = try start(options, store)
            return []
        } catch TakeUpFailure.lacking(let documents) {
            return documents
        }
    }

    @Test func `the last good document outlives the topic's in the state`() throws {
        let store = MemoryStore()
        try commit(try start(Self.options(5, kept: [Self.good(4), Self.good(2, "q")]), store), store)
        // The newest of the key was refused, and the good one is on the topic no more.
        #expect(try lacking(Self.options(6, kept: [Self.good(2, "q")], known: -1), store) == [Self.good(4)])
        let restarted = try start(
            Self.options(6, kept: [Self.good(4), Self.good(2, "q")], known: 4), store)
        try commit(restarted, store)
        #expect(restarted.engine.drainState().isEmpty)
        #expect(try lacking(Self.options(7, kept: [], known: 3), store) == [Self.good(4)])
        // One that the controls refuse now stays in the state.
        try commit(try start(Self.options(8, kept: [], known: 4), store), store)
        #expect(try lacking(Self.options(9, kept: [], known: -1), store) == [Self.good(4)])
        // One that was taken back does not.
        try commit(try start(Self.options(10, kept: []), store), store)
        #expect(try lacking(Self.options(11, kept: [], known: -1), store) == [])
    }

    @Test func `a start that finds the documents that the state has writes nothing`() throws {
        let store = MemoryStore()
        let options = Self.options(5, kept: [Self.good(4)])
        try commit(try start(options, store), store)
        #expect(try start(options, store).engine.drainState().isEmpty)
    }
}
