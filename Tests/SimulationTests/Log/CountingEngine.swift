import CloudModel
import DriftEngine
import WireFormats

/// A small engine whose outputs tell every lost, doubled or reordered record: it chains a digest per key.
///
/// A record is `key text`. Every third record of a key gives a finding, every seventh starts a timer that
/// gives a ticket when it is due, every eleventh gives an alert and deletes the key's tally.
struct CountingEngine: StepEngine {
    private struct Tally {
        var count = 0
        var chain: UInt64 = 0
    }

    private struct Timers {
        var fired = 0
        var due: [Int64] = []
    }

    private var tallies: [String: Tally] = [:]
    private var timers: [String: Timers] = [:]
    private var changedTallies: Set<String> = []
    private var changedTimers: Set<String> = []

    static let timerMilliseconds: Int64 = 400

    mutating func step(
        _ bytes: Span<UInt8>, at position: RecordPosition, recordTime: Timestamp?,
        into outputs: inout [OutputRecord]
    ) {
        let text = Scenario.text(bytes.indices.map { bytes[$0] })
        let key = position.source + "/" + (text.split(separator: " ").first ?? "")
        var tally = tallies[key] ?? Tally()
        tally.count += 1
        for byte in text.utf8 { tally.chain = (tally.chain ^ UInt64(byte)) &* 0x100_0000_01b3 }
        tallies[key] = tally
        changedTallies.insert(key)
        if tally.count % 3 == 0 { outputs.append(Self.output(.findings, key, tally.count, tally.chain)) }
        if tally.count == 7 {
            timers[key, default: Timers()].due.append(
                (recordTime?.milliseconds ?? 0) + Self.timerMilliseconds)
            changedTimers.insert(key)
        }
        if tally.count == 11 {
            outputs.append(Self.output(.alerts, key, tally.count, tally.chain))
            tallies[key] = nil
        }
    }

    mutating func tick(_ now: Timestamp, into outputs: inout [OutputRecord]) {
        for key in timers.keys.sorted() {
            while let due = timers[key]?.due.first, due <= now.milliseconds {
                timers[key]?.due.removeFirst()
                timers[key]?.fired += 1
                changedTimers.insert(key)
                outputs.append(Self.output(.tickets, key, timers[key]?.fired ?? 0, 0))
            }
        }
    }

    mutating func drain(into outputs: inout [OutputRecord]) -> [StateRecord] {
        var records: [StateRecord] = []
        for key in changedTallies.sorted() {
            let value = tallies[key].map { "\($0.count) \($0.chain)" } ?? ""
            records.append(StateRecord(key: Array("tally \(key)".utf8), value: Array(value.utf8)))
        }
        for key in changedTimers.sorted() {
            let value = ([timers[key]?.fired ?? 0] + (timers[key]?.due ?? []).map { Int($0) })
                .map(String.init).joined(separator: " ")
            records.append(StateRecord(key: Array("timer \(key)".utf8), value: Array(value.utf8)))
        }
        changedTallies = []
        changedTimers = []
        return records
    }

    mutating func restore(_ record: StateRecord) throws(RestoreFailure) {
        let parts = Scenario.text(record.key).split(separator: " ")
        let fields = Scenario.text(record.value).split(separator: " ")
        guard parts.count == 2 else { throw RestoreFailure("bad key \(Scenario.text(record.key))") }
        let key = String(parts[1])
        if parts[0] == "timer" {
            let numbers = fields.compactMap { Int64($0) }
            timers[key] = Timers(fired: Int(numbers.first ?? 0), due: Array(numbers.dropFirst()))
        } else if fields.isEmpty {
            tallies[key] = nil
        } else {
            guard fields.count == 2, let count = Int(fields[0]), let chain = UInt64(fields[1]) else {
                throw RestoreFailure("bad tally of \(key)")
            }
            tallies[key] = Tally(count: count, chain: chain)
        }
    }

    mutating func finishRestoring(at time: Timestamp) {}

    private static func output(
        _ topic: OutputTopic, _ key: String, _ count: Int, _ chain: UInt64
    ) -> OutputRecord {
        OutputRecord(
            topic: topic, key: Array(key.utf8), value: Array("\(count) \(chain)".utf8), headers: [])
    }
}
