import CloudModel
import Controls
import DriftEngine
import Foundation
import Simulation
import Testing
import WireFormats

/// Bytes that mean nothing, and real records with faults: each is understood or buried, none is lost, none stops the
/// engine. `PLUMBLINE_LONG_TESTS=1` takes 100,000 of each.
@Suite struct FuzzTests {
    private static let count =
        ProcessInfo.processInfo.environment["PLUMBLINE_LONG_TESTS"] == "1" ? 100_000 : 3_000

    private func makeEngine() throws -> PartitionEngine {
        let catalog = try ControlCatalog(
            try ControlLibrary.builtIn(), profiles: [Profile(json: Array(#"{"provider":"AWS"}"#.utf8))])
        return PartitionEngine(catalog: catalog)
    }

    /// Steps the records; returns how many were neither understood nor buried.
    private func lost(_ records: some Sequence<[UInt8]>) throws -> (lost: Int, buried: Int) {
        let engine = try makeEngine()
        var effects = EffectBuffer()
        var (offset, lost, buried): (Int64, Int, Int) = (0, 0, 0)
        for record in records {
            let before = engine.statistics
            let position = RecordPosition(source: "cloudtrail", partition: 0, offset: offset)
            _ = engine.step(
                record.span, at: position, recordTime: Timestamp(seconds: 1_800_000_000), into: &effects)
            let letters = engine.statistics.deadLetters - before.deadLetters
            let told = effects.effects.count { if case .deadLetter = $0 { true } else { false } }
            effects.removeAll()
            offset += 1
            if engine.statistics.records != before.records + 1 || letters != told { lost += 1 }
            if engine.statistics.malformedRecords > before.malformedRecords {
                buried += 1
                if letters == 0 { lost += 1 }
            }
        }
        #expect(engine.statistics.records == Int(offset))
        return (lost, buried)
    }

    @Test func `random bytes are buried`() throws {
        var generator = SeededGenerator(seed: 11)
        let records = (0..<Self.count).lazy.map { number -> [UInt8] in
            let length = generator.below(number % 50 == 0 ? 4_000 : 120)
            var bytes = (0..<length).map { _ in UInt8(generator.below(256)) }
            // Half of them begin as something that is looked into.
            let heads: [[UInt8]] = [Array("{".utf8), Array("[{".utf8), [0x1F, 0x8B, 8], Array("H4sI".utf8)]
            if number % 2 == 0 { bytes = heads[generator.below(heads.count)] + bytes }
            return bytes
        }
        let result = try lost(records)
        #expect(result.lost == 0)
        #expect(result.buried > Self.count * 95 / 100)
    }

    @Test func `real records with faults are understood or buried`() throws {
        var generator = SeededGenerator(seed: 12)
        var workload = WorkloadGenerator(
            WorkloadOptions(seed: 5, accounts: 3, resources: 60, events: Self.count, mix: .mutating))
        let records = (0..<Self.count).lazy.map { _ in Mutation.apply(&generator, workload.nextEvent()) }
        let result = try lost(records)
        #expect(result.lost == 0)
        #expect(result.buried > Self.count / 20 && result.buried < Self.count)
    }
}

/// One to four faults: bytes changed, left out, doubled, cut off, or joined with what does not belong there.
enum Mutation {
    static func apply(_ generator: inout SeededGenerator, _ record: [UInt8]) -> [UInt8] {
        var bytes = record
        for _ in 0...generator.below(4) where !bytes.isEmpty {
            let place = generator.below(bytes.count)
            switch generator.below(6) {
            case 0: bytes[place] = UInt8(generator.below(256))
            case 1: bytes.remove(at: place)
            case 2: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 40)], at: place)
            case 3: bytes.removeSubrange(place...)
            case 4: bytes.insert(contentsOf: Array(#"{"a":[null,1e999,"\ud800"]}"#.utf8), at: place)
            default:
                let other = generator.below(bytes.count)
                bytes.swapAt(place, other)
            }
        }
        return bytes
    }
}
