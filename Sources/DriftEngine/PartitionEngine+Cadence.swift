internal import CloudModel
internal import Controls
internal import ResourceGraph

extension PartitionEngine {
    private static let hour: Int64 = 3_600_000_000_000

    /// Asks for the inventories that are as old as profiles let them become, or a whole multiple of that, since an hour that
    /// began between two instants. What was asked for follows from the time alone, so that it is asked for once, restarts
    /// or not.
    func askForOldInventories(
        since former: Timestamp, _ report: inout StepReport, into effects: inout EffectBuffer
    ) {
        guard hasCadence, former > .distantPast else { return }
        let (last, now) = (PartitionEngine.hourBeginning(former), PartitionEngine.hourBeginning(time))
        guard now > last else { return }
        for account in graph.accounts where options.owns?(account) ?? true {
            for (scope, closedAt) in graph.closedScopes(of: account) {
                guard let hours = catalog.rereadHours(of: scope.kind, in: account, region: scope.region),
                    let due = PartitionEngine.due(
                        each: Int64(hours) * PartitionEngine.hour, since: closedAt, after: last, upTo: now)
                else { continue }
                // Each time it falls due is a wish of its own, with an id of its own.
                let request = list(scope, reason: "inventory older than \(hours) hours", newerThan: due)
                emit(.reread(request), &report, into: &effects)
            }
        }
    }

    private static func hourBeginning(_ time: Timestamp) -> Timestamp {
        Timestamp(nanoseconds: time.nanoseconds - time.nanoseconds % hour)
    }

    /// The newest instant of a span that is one or more whole periods later than a beginning; nil if there is none.
    private static func due(
        each period: Int64, since beginning: Timestamp, after last: Timestamp, upTo now: Timestamp
    ) -> Timestamp? {
        let count = (now - beginning) / period
        guard count >= 1, count > (last - beginning) / period else { return nil }
        return beginning.advanced(byNanoseconds: count * period)
    }
}
