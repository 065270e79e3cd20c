internal import CloudModel
internal import Controls

/// The instants at which a verdict changes by time alone, earliest first.
///
/// A binary heap; an entry that was scheduled anew stays in it until it comes up and is then passed over.
struct Timers {
    private struct Entry {
        let instant: Timestamp
        let key: EvaluationKey
    }

    private var heap: [Entry] = []
    private var scheduled: [EvaluationKey: Timestamp] = [:]

    /// How many evaluations wait for an instant.
    var count: Int { scheduled.count }

    /// The instant that comes first; nil if nothing waits.
    mutating func first() -> Timestamp? {
        while let entry = heap.first {
            if scheduled[entry.key] == entry.instant { return entry.instant }
            removeFirst()
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
        insert(Entry(instant: instant, key: key))
        if heap.count > 2 * scheduled.count + 64 { sweep() }
    }

    /// Takes out all that wait for exactly that instant, in no order.
    mutating func take(at instant: Timestamp) -> [EvaluationKey] {
        var keys: [EvaluationKey] = []
        while first() == instant, let entry = heap.first {
            keys.append(entry.key)
            scheduled[entry.key] = nil
            removeFirst()
        }
        return keys
    }

    private mutating func insert(_ entry: Entry) {
        heap.append(entry)
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[child].instant < heap[parent].instant else { return }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    private mutating func removeFirst() {
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < heap.count && heap[child].instant < heap[least].instant {
                least = child
            }
            guard least != parent else { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }

    /// Drops the entries that nobody waits for.
    private mutating func sweep() {
        let live = heap.filter { scheduled[$0.key] == $0.instant }
        heap = []
        for entry in live { insert(entry) }
    }
}
