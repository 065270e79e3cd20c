internal import DriftEngine
internal import Telemetry

/// What the worker of one raw topic says at one moment.
struct RouteView: Sendable {
    let instant = ContinuousClock.now
    let source: String
    let readiness: Readiness
    let totals: WorkerMeter.Totals
    let partitions: [Partition]

    /// How one partition of the topic stands.
    struct Partition: Sendable {
        let number: Int32
        let isRunning: Bool
        /// Records that were not read yet, if that is known.
        let lag: Int64?
        /// Nil before it runs.
        let statistics: RoutingStatistics?
    }

    init(
        _ source: String, _ partitions: [Partition], isAssigned: Bool, _ standing: RunReport.Standing,
        _ totals: WorkerMeter.Totals
    ) {
        self.source = source
        self.partitions = partitions
        self.totals = totals
        let running = partitions.count { $0.isRunning }
        readiness = Readiness(running: running, of: partitions.count, isAssigned: isAssigned, standing)
    }
}

/// The metrics of all sources together.
extension RouteView {
    static func metrics(_ views: [RouteView]) -> [Metric] {
        [
            counter("records", "Raw records that were split.", views) { $0.records },
            counter("commits", "Transactions committed.", views) { $0.commits },
            counter("transaction_aborts", "Transactions aborted.", views) { $0.aborts },
            counter("sent_records", "Records sent in transactions, committed or not.", views) { $0.sent },
            counter("client_losses", "How often the Kafka clients were made anew.", views) { $0.losses },
            lags(views),
            work("route_documents", "Events that went on to an input topic", views) { $0.documents },
            work("route_dropped_reads", "Reads that were left out", views) { $0.droppedReads },
            work("route_ignored", "Documents that say nothing", views) { $0.ignored },
            work("route_failures", "Documents or records that could not be split", views) { $0.failures },
        ]
    }

    private static func counter(
        _ name: String, _ help: String, _ views: [RouteView], _ value: (WorkerMeter.Totals) -> Int
    ) -> Metric {
        var metric = Metric("plumbline_\(name)_total", .counter, help)
        for view in views { metric.add(value(view.totals), .init("source", view.source)) }
        return metric
    }

    private static func lags(_ views: [RouteView]) -> Metric {
        var metric = Metric("plumbline_lag_records", .gauge, "Records of a raw topic that were not read yet.")
        for view in views {
            for partition in view.partitions {
                guard let lag = partition.lag else { continue }
                metric.add(
                    Double(lag), .init("topic", view.source), .init("partition", "\(partition.number)"))
            }
        }
        return metric
    }

    private static func work(
        _ name: String, _ help: String, _ views: [RouteView], _ value: (RoutingStatistics) -> Int
    ) -> Metric {
        var metric = Metric("plumbline_\(name)_total", .counter, help + ", since the partition was taken.")
        for view in views {
            for partition in view.partitions {
                guard let statistics = partition.statistics else { continue }
                metric.add(
                    value(statistics), .init("source", view.source),
                    .init("partition", "\(partition.number)"))
            }
        }
        return metric
    }
}
