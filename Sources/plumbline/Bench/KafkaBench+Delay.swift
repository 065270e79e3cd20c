import DriftRuntime
import Foundation
import JSONTokens
import KafkaLog

extension KafkaBench {
    /// Writes events at a steady rate; returns for each finding that names one of them how long after it the finding could
    /// be read, in seconds.
    func delays(rate: Int, seconds: Int) throws -> [Double] {
        let findings = try Consumer(settings.kafka, groupID: settings.group + "-findings")
        let topic = TopicPartition(settings.topics.name("findings"), 0)
        try findings.assign([(topic, .end)])
        // Its first fetch has been answered before anything is written.
        _ = findings.poll(maximumCount: 1, timeoutMilliseconds: 1_000) { _ in }
        let producer = try Producer(settings.kafka.setting("linger.ms", "1"))
        let name = settings.topics.name(of: .cloudtrail)
        let count = min(rate * seconds, workload.events.count)
        // A producer needs up to a second until it can send; the first event goes before the clock starts.
        try producer.produce(
            ProducerRecord(topic: name, partition: 0, value: Array(workload.bytes[workload.events[0]])))
        _ = try producer.flush(timeoutMilliseconds: 30_000)
        var written: [String: ContinuousClock.Instant] = [:]
        var delays: [Double] = []
        var next = 1
        let start = ContinuousClock.now
        while Self.seconds(since: start) < Double(seconds) + Self.graceSeconds {
            let due = min(count, Int(Self.seconds(since: start) * Double(rate)))
            while next < due {
                let bytes = Array(workload.bytes[workload.events[next]])
                if let id = Self.eventID(in: bytes), written[id] == nil { written[id] = .now }
                try producer.produce(ProducerRecord(topic: name, partition: 0, value: bytes))
                next += 1
            }
            _ = findings.poll(maximumCount: 1_000, timeoutMilliseconds: 1) { batch in
                let now = ContinuousClock.now
                batch.forEach { message in
                    guard let cause = Self.cause(of: message.value ?? []), let then = written[cause] else {
                        return
                    }
                    delays.append(Self.seconds(from: then, to: now))
                }
            }
        }
        try detector.requireRunning()
        return delays
    }

    /// How long is waited for what the last events gave.
    private static let graceSeconds = 3.0

    private static func seconds(from start: ContinuousClock.Instant, to end: ContinuousClock.Instant)
        -> Double
    {
        let duration = (end - start).components
        return Double(duration.seconds) + Double(duration.attoseconds) * 1e-18
    }

    private static func eventID(in bytes: [UInt8]) -> String? {
        let name = Array(#""eventID":""#.utf8)
        guard
            let place = bytes.indices.last(where: { bytes[$0] == name[0] && bytes[$0...].starts(with: name) })
        else { return nil }
        return String(
            decoding: bytes[(place + name.count)...].prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
    }

    /// The event that a finding names.
    private static func cause(of finding: [UInt8]) -> String? {
        guard let value = try? FlatValue(json: String(decoding: finding, as: UTF8.self)) else { return nil }
        let related = value.view.member("finding_info")?.member("related_events")?.element(0)
        return related?.member("uid")?.string
    }
}
