internal import CloudModel

/// The halves of one operation on one resource that have arrived so far.
struct HeldOperation {
    private(set) var starts: [Half]
    private(set) var ends: [Half]
    private(set) var hasFailed: Bool

    /// The given halves; none at the beginning.
    init(starts: [Half] = [], ends: [Half] = [], hasFailed: Bool = false) {
        self.starts = starts
        self.ends = ends
        self.hasFailed = hasFailed
    }

    /// One half.
    struct Half {
        let cause: CauseRecord
        let lifecycle: ResourceChange.Lifecycle
        let writes: [PropertyWrite]
        let mayTouch: [PropertyID]
    }

    /// Adds a half. Returns false if it is here already.
    mutating func insert(_ change: ResourceChange, _ half: OperationHalf) -> Bool {
        let part = Half(
            cause: change.cause, lifecycle: change.lifecycle, writes: change.writes, mayTouch: half.mayTouch)
        switch half.role {
        case .start: return HeldOperation.insert(part, into: &starts)
        case .end: return HeldOperation.insert(part, into: &ends)
        case .failure:
            let isNew = !hasFailed
            hasFailed = true
            return isNew
        }
    }

    /// What the halves say together: nothing before an end is here. An end without writes of its own takes
    /// those of the
    /// start, if there is exactly one; else what it may have touched becomes unknown.
    var effective: [Half] {
        ends.map { end in
            if !end.writes.isEmpty || end.lifecycle == .create || end.lifecycle == .delete { return end }
            if starts.count == 1 {
                return Half(
                    cause: end.cause, lifecycle: starts[0].lifecycle, writes: starts[0].writes,
                    mayTouch: end.mayTouch)
            }
            return Half(
                cause: end.cause, lifecycle: end.lifecycle, writes: end.mayTouch.map { .unknown($0) },
                mayTouch: end.mayTouch)
        }
    }

    private static func insert(_ half: Half, into halves: inout [Half]) -> Bool {
        let key = { (half: Half) in (half.cause.time, half.cause.eventID) }
        if halves.contains(where: { key($0) == key(half) }) { return false }
        let index = halves.firstIndex { key(half) < key($0) } ?? halves.count
        halves.insert(half, at: index)
        return true
    }
}
