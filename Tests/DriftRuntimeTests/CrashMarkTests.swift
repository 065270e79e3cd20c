import CloudModel
import DriftEngine
import Foundation
import Testing
import WireFormats

@testable import DriftRuntime

@Suite struct CrashMarkTests {
    private let path = FileManager.default.temporaryDirectory.appendingPathComponent(
        "mark-" + UUID().uuidString
    ).path

    private func position(_ offset: Int64, _ source: String = "cloudtrail") -> RecordPosition {
        RecordPosition(source: source, partition: 1, offset: offset)
    }

    /// A process that dies in the record: the page of the file stays as it is.
    private func die(in position: RecordPosition, limit: Int = 3) throws {
        try CrashMark(path: path, limit: limit).enter(position)
    }

    @Test func `a record in which the process died three times in a row is poison, and no other`() throws {
        for _ in 0..<2 { try die(in: position(7)) }
        #expect(try CrashMark(path: path, limit: 3).isPoison(position(7)) == false)
        try die(in: position(7))
        let mark = try CrashMark(path: path, limit: 3)
        #expect(mark.crashCount == 3)
        #expect(mark.isPoison(position(7)))
        #expect(!mark.isPoison(position(8)))
        #expect(!mark.isPoison(position(7, "readings")))
        #expect(!mark.isPoison(RecordPosition(source: "cloudtrail", partition: 2, offset: 7)))
    }

    @Test func `deaths in different records, or between records, count for none`() throws {
        for offset in [7, 7, 8, 7, 7] as [Int64] { try die(in: position(offset)) }
        let mark = try CrashMark(path: path, limit: 3)
        #expect(mark.crashCount == 2)
        mark.enter(position(7))
        mark.leave()
        #expect(try CrashMark(path: path, limit: 3).isPoison(position(7)) == false)
    }

    @Test func `poison stays poison until the process died somewhere else`() throws {
        for _ in 0..<3 { try die(in: position(7)) }
        #expect(try CrashMark(path: path, limit: 3).isPoison(position(7)))
        #expect(try CrashMark(path: path, limit: 3).isPoison(position(7)))
        try die(in: position(9))
        #expect(try CrashMark(path: path, limit: 3).isPoison(position(7)) == false)
    }

    @Test func `a file of something else is begun anew, and a place that cannot be written is told`() throws {
        try Data(repeating: 0x55, count: 9_000).write(to: URL(filePath: path))
        #expect(try CrashMark(path: path, limit: 1).crashCount == 0)
        #expect(throws: RuntimeFailure.self) { try CrashMark(path: "/nowhere/mark", limit: 1) }
    }

    @Test func `poison becomes a dead letter and the records around it go on`() throws {
        for _ in 0..<3 { try die(in: position(1)) }
        var engine = GuardedEngine(EchoEngine(), try CrashMark(path: path, limit: 3), EffectEncoder())
        var outputs: [OutputRecord] = []
        for offset in 0..<3 as Range<Int64> {
            engine.step(Array("\(offset)".utf8).span, at: position(offset), recordTime: nil, into: &outputs)
        }
        #expect(outputs.map(\.topic) == [.findings, .deadLetters, .findings])
        let letter = String(decoding: outputs[1].value, as: UTF8.self)
        #expect(letter.contains("\"poison\"") && letter.contains("3 times in a row"))
    }
}

@Suite struct GuardedEngineTests {
    @Test func `what the store keeps and where it failed goes through the guard`() {
        var engine = GuardedEngine(EchoEngine(), nil, EffectEncoder())
        #expect(engine.storeFailure == nil)
        engine.didKeepState()
        #expect(engine.base.keptCount == 1)
        #expect(engine.storeFailure == StoreFailure(.retriable, "kept"))
    }
}

/// Gives every record back.
private struct EchoEngine: StepEngine {
    var keptCount = 0

    mutating func step(
        _ bytes: Span<UInt8>, at position: RecordPosition, recordTime: Timestamp?,
        into outputs: inout [OutputRecord]
    ) {
        outputs.append(OutputRecord(topic: .findings, key: [1], value: [1], headers: []))
    }

    mutating func tick(_ now: Timestamp, into outputs: inout [OutputRecord]) {}
    mutating func drain(into outputs: inout [OutputRecord]) -> [StateRecord] { [] }
    mutating func didKeepState() { keptCount += 1 }
    var storeFailure: StoreFailure? { keptCount == 0 ? nil : StoreFailure(.retriable, "kept") }
    mutating func restore(_ record: StateRecord) throws(RestoreFailure) {}
    mutating func finishRestoring(at time: Timestamp) {}
}
