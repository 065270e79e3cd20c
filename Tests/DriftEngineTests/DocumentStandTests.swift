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
}
