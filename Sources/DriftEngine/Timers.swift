internal import CloudModel
internal import Controls
internal import ResourceGraph

/// The instants at which a verdict changes by time alone, earliest first.
///
/// An entry that was scheduled anew stays in the heap until it comes up and is then passed over.
struct Timers {
    private struct Entry {
        let instant: Timestamp
        let key: EvaluationKey
    }

    private var heap = BinaryHeap<Entry>()
    private var scheduled: [EvaluationKey: Timestamp] = [:]

    /// How many evaluations wait for an instant.
    var count: Int { scheduled.count }

    /// The instant that comes first; nil if nothing waits.
    mutating func first() -> Timestamp? {
        while let entry = heap.first {
            if scheduled[entry.key] == entry.instant { return entry.instant }
            heap.removeFirst(by: Timers.isEarlier)
        }
        return nil
    }

    /// Lets an evaluation wait for an instant, in place of any that it waits for; nil if it waits for none.
    mutating func schedule(_ key: EvaluationKey, at instant: Timestamp?) {
        guard let instant else {
            if !scheduled.isEmpty { scheduled[key] = nil }
            return
        }
        guard scheduled.updateValue(instant, forKey: key) != instant else { return }
        heap.insert(Entry(instant: instant, key: key), by: Timers.isEarlier)
        if heap.count > 2 * scheduled.count + 64 { sweep() }
    }

    /// Takes out all that wait for exactly that instant, in no order.
    mutating func take(at instant: Timestamp) -> [EvaluationKey] {
        var keys: [EvaluationKey] = []
        while first() == instant, let entry = heap.first {
            keys.append(entry.key)
            scheduled[entry.key] = nil
            heap.removeFirst(by: Timers.isEarlier)
        }
        return keys
    }

    /// Drops the entries that nobody waits for.
    private mutating func sweep() {
        let scheduled = scheduled
        heap.sweep(by: Timers.isEarlier) { scheduled[$0.key] == $0.instant }
    }

    private static func isEarlier(_ left: Entry, _ right: Entry) -> Bool { left.instant < right.instant }
}
