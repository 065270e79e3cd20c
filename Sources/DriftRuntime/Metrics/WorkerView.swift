internal import CloudModel
internal import DriftEngine
internal import Telemetry
internal import WireFormats

/// What a worker's partitions, engines and clients say at one moment.
struct WorkerView {
    let readiness: Readiness
    let outputs: [OutputTopic: Int]
    let metrics: [Metric]

    /// How one partition stands.
    struct Partition {
        let status: PartitionStatus
        let lags: [(topic: String, records: Int64)]
        /// Nil while it is restored.
        let statistics: EventStatistics?
    }

    init(
        _ partitions: [Partition], isAssigned: Bool, standing: RunReport.Standing,
        outputs: [OutputTopic: Int], now: Timestamp
    ) {
        let running = partitions.count { $0.status.isRunning }
        let restoring = partitions.count - running
        self.outputs = outputs
        readiness = Readiness(running: running, of: partitions.count, isAssigned: isAssigned, standing)
        metrics =
            Self.placeMetrics(partitions, now) + Self.workMetrics(partitions) + [
                Self.partitionMetric(running, restoring)
            ]
    }

    private static func partitionMetric(_ running: Int, _ restoring: Int) -> Metric {
        var metric = Metric("plumbline_partitions", .gauge, "Partitions of this process, by what they do.")
        metric.add(running, .init("state", "running"))
        metric.add(restoring, .init("state", "restoring"))
        return metric
    }

    private static func placeMetrics(_ partitions: [Partition], _ now: Timestamp) -> [Metric] {
        var records = Metric("plumbline_lag_records", .gauge, "Records of an input that were not read yet.")
        var seconds = Metric(
            "plumbline_lag_seconds", .gauge, "How old the last record read is, if there are more; else 0.")
        for partition in partitions {
            let number = "\(partition.status.partition)"
            for lag in partition.lags {
                records.add(Double(lag.records), .init("topic", lag.topic), .init("partition", number))
            }
            let isBehind = partition.lags.contains { $0.records > 0 }
            let age = partition.status.lastRecordTime.map { Double(now - $0) / 1e9 } ?? 0
            seconds.add(isBehind ? max(0, age) : 0, .init("partition", number))
        }
        return [records, seconds]
    }

    private static func workMetrics(_ partitions: [Partition]) -> [Metric] {
        var events = Metric(
            "plumbline_events_total", .counter, "Events since the partition was taken, by class.")
        var work = [
            Metric("plumbline_evaluations_total", .counter, "Evaluations since the partition was taken."),
            Metric("plumbline_transitions_total", .counter, "Verdicts that changed since then."),
            Metric("plumbline_dead_letters_total", .counter, "Dead letters since then."),
            Metric(
                "plumbline_blind_events_total", .counter,
                "Events on governed kinds that no fold knows, since then."),
        ]
        for partition in partitions {
            guard let statistics = partition.statistics else { continue }
            let label = Metric.Label("partition", "\(partition.status.partition)")
            for eventClass in EventClass.allCases {
                events.add(statistics.count(of: eventClass), label, .init("class", eventClass.code))
            }
            work[0].add(statistics.work.evaluations, label)
            work[1].add(statistics.work.transitions, label)
            work[2].add(statistics.deadLetters, label)
            work[3].add(statistics.count(of: .blind), label)
        }
        return [events] + work
    }
}
