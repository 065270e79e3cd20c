import DriftEngine
import DriftRuntime
import Foundation
import KafkaLog

extension KafkaBench {
    /// What reading all events took.
    struct Cost {
        let processorSeconds: Double
        let wallSeconds: Double
    }

    /// The detector's cost, and that of a consumer that only counts.
    struct Throughput {
        let detector: Cost
        let bare: Cost
    }

    /// Lets the detector read the first events, which were all there before it began; then reads them again without it.
    func throughput(events: Int) throws -> Throughput {
        detector.halt()
        try write(events, to: InputTopic.cloudtrail.rawValue) {
            Array(self.workload.bytes[self.workload.events[$0]])
        }
        let before = try detector.processorSeconds()
        let start = ContinuousClock.now
        detector.goOn()
        try awaitMark()
        let wall = Self.seconds(since: start)
        let cost = Cost(processorSeconds: try detector.processorSeconds() - before, wallSeconds: wall)
        detector.halt()
        return Throughput(detector: cost, bare: try readBare(events + 1))
    }

    private func readBare(_ count: Int) throws -> Cost {
        let consumer = try Consumer(settings.inputKafka ?? settings.kafka, groupID: settings.group + "-bare")
        let topic = TopicPartition(settings.topics.name(of: .cloudtrail), 0)
        // The detector's connections were there too.
        try consumer.assign([(topic, .end)])
        for _ in 0..<60 {
            let events = consumer.poll(maximumCount: 1, timeoutMilliseconds: 1_000) { _ in }
            if events.contains(where: \.isEnd) { break }
        }
        let start = ContinuousClock.now
        let before = Self.ownProcessorSeconds
        try consumer.assign([(topic, .beginning)])
        var (read, bytes) = (0, 0)
        while read < count {
            guard Self.seconds(since: start) < 600 else {
                throw RuntimeFailure(.environment, "\(count) records were written, a consumer found \(read)")
            }
            _ = consumer.poll(maximumCount: settings.batch.records, timeoutMilliseconds: 100) { batch in
                read += batch.count
                batch.forEach { bytes += $0.byteCount }
            }
        }
        return Cost(
            processorSeconds: Self.ownProcessorSeconds - before, wallSeconds: Self.seconds(since: start))
    }

    static func seconds(since start: ContinuousClock.Instant) -> Double {
        let duration = (ContinuousClock.now - start).components
        return Double(duration.seconds) + Double(duration.attoseconds) * 1e-18
    }

    /// The processor time of this process so far, librdkafka's threads included.
    private static var ownProcessorSeconds: Double {
        var usage = rusage()
        _ = unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        let seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
        return Double(seconds) + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6
    }
}

extension ConsumerEvent {
    fileprivate var isEnd: Bool {
        if case .partitionEnd = self { true } else { false }
    }
}
