internal import CloudModel
internal import JSONTokens

/// One stamped write of a whole value. Logs of versions only grow (but for what is too old to matter), are kept in one
/// order and hold each version once, so that the order and number of deliveries leave no trace.
struct Version<Value: Comparable> {
    let time: Timestamp
    /// 0 for a creation default, 1 for any other write.
    let rank: UInt8
    /// The value; nil if the event does not show it.
    let value: Value?
    /// Of several events that wrote the same at the same time, the one with the least id.
    var cause: CauseRecord
    /// The operation whose halves this was joined from; such versions are taken back when another half arrives.
    let operation: String?

    var isObservation: Bool { cause.isObservation }
}

/// The versions of one value by rising (time, kind, rank, value).
struct VersionLog<Value: Comparable> {
    private(set) var versions: [Version<Value>] = []

    /// Adds a version. Returns true if the log says something else than before.
    mutating func insert(_ version: Version<Value>) -> Bool {
        var index = versions.count
        while index > 0, VersionLog.precedes(version, versions[index - 1]) { index -= 1 }
        if index > 0, VersionLog.isSame(version, versions[index - 1]) {
            guard version.cause.eventID < versions[index - 1].cause.eventID else { return false }
            versions[index - 1].cause = version.cause
            return true
        }
        versions.insert(version, at: index)
        return true
    }

    /// Takes back what an operation's halves were joined to. Returns true if there was something.
    mutating func removeAll(of operation: String) -> Bool {
        let count = versions.count
        versions.removeAll { $0.operation == operation }
        return versions.count != count
    }

    /// Forgets versions that can decide nothing any more, now or at an instant from `limit` on: of events all but the newest
    /// two groups, of observations all but the newest, and of both those behind the group that the limit shows.
    mutating func prune(olderThan limit: Timestamp) {
        guard versions.count > 3, versions[1].time <= limit else { return }
        var events = GroupCount(kept: 2)
        var observations = GroupCount(kept: 1)
        var kept: [Version<Value>] = []
        for version in versions.reversed() {
            let isKept =
                version.isObservation
                ? observations.keeps(version.time, limit) : events.keeps(version.time, limit)
            if isKept { kept.append(version) }
        }
        kept.reverse()
        versions = kept
    }

    /// Counts groups of equal times, newest first.
    private struct GroupCount {
        /// How many groups stay whatever their time.
        let kept: Int
        private var count = 0
        private var shownCount = 0
        private var last = Timestamp.distantFuture

        init(kept: Int) {
            self.kept = kept
        }

        /// True if a version of that time is still of use.
        mutating func keeps(_ time: Timestamp, _ limit: Timestamp) -> Bool {
            if last != time {
                last = time
                count += 1
                if time <= limit { shownCount += 1 }
            }
            return count <= kept || time > limit || shownCount <= 1
        }
    }

    /// The newest group of event writes and the newest group of observations that the horizon shows.
    func newest(in horizon: Horizon) -> (event: VersionGroup<Value>?, observation: VersionGroup<Value>?) {
        var event: VersionGroup<Value>?
        var observation: VersionGroup<Value>?
        for index in versions.indices.reversed() {
            let time = versions[index].time
            guard horizon.shows(time) else { continue }
            let isObservation = versions[index].isObservation
            // Everything older than a group does not change it.
            if let newest = isObservation ? observation?.time : event?.time {
                if time < newest {
                    if event != nil, observation != nil { break }
                    continue
                }
                if isObservation {
                    observation?.add(versions[index])
                } else {
                    event?.add(versions[index])
                }
            } else if isObservation {
                observation = VersionGroup(versions[index])
            } else {
                event = VersionGroup(versions[index])
            }
        }
        return (event?.picked(by: horizon), observation?.picked(by: horizon))
    }

    /// The order of a log.
    private static func precedes(_ left: Version<Value>, _ right: Version<Value>) -> Bool {
        if left.time != right.time { return left.time < right.time }
        if left.isObservation != right.isObservation { return right.isObservation }
        if left.rank != right.rank { return left.rank < right.rank }
        if left.operation != right.operation { return (left.operation ?? "") < (right.operation ?? "") }
        switch (left.value, right.value) {
        case (nil, .some): return true
        case (.some(let first), .some(let second)): return first < second
        default: return false
        }
    }

    private static func isSame(_ left: Version<Value>, _ right: Version<Value>) -> Bool {
        left.time == right.time && left.isObservation == right.isObservation && left.rank == right.rank
            && left.value == right.value && left.operation == right.operation
    }
}

/// The writes of one time and rank: one value, or candidates that contradict each other.
struct VersionGroup<Value: Comparable> {
    /// One version, the one with the least event id of those that wrote the first candidate.
    private(set) var first: Version<Value>
    /// Versions with other values, one each.
    private(set) var others: [Version<Value>] = []

    init(_ version: Version<Value>) {
        first = version
    }

    var time: Timestamp { first.time }
    var rank: UInt8 { first.rank }

    /// Adds a version of this time and rank; one of another is passed over.
    mutating func add(_ version: Version<Value>) {
        guard version.time == time, version.rank == rank || version.isObservation else { return }
        if version.value == first.value {
            if version.cause.eventID < first.cause.eventID { first = version }
        } else if let index = others.firstIndex(where: { $0.value == version.value }) {
            if version.cause.eventID < others[index].cause.eventID { others[index] = version }
        } else {
            others.append(version)
        }
    }

    /// The group with the one candidate that the horizon picks, if it picks one.
    func picked(by horizon: Horizon) -> VersionGroup<Value> {
        guard let number = horizon.candidate, !others.isEmpty else { return self }
        let shown = candidates.filter { $0.value != nil }.sorted { left, right in
            guard let first = left.value, let second = right.value else { return false }
            return first < second
        }
        return shown.isEmpty ? self : VersionGroup(shown[number % shown.count])
    }

    /// Every candidate once.
    var candidates: [Version<Value>] { [first] + others }

    /// True if no two of the versions contradict each other.
    var isAgreed: Bool { others.isEmpty }

    /// True if one of the versions does not show its value.
    var hasUnseen: Bool { first.value == nil || others.contains { $0.value == nil } }

    /// The one version if nothing contradicts it.
    var agreed: Version<Value>? { others.isEmpty ? first : nil }

    /// The version to name as cause: of all candidates the one with the least event id.
    var named: Version<Value> {
        if others.isEmpty { return first }
        return others.reduce(first) { $1.cause.eventID < $0.cause.eventID ? $1 : $0 }
    }
}

/// What of a resource's past is visible: nothing before its present life, nothing after the instant that is asked about.
struct Horizon: Equatable {
    /// Writes before this belong to a former life.
    let createdAt: Timestamp
    /// Writes up to this belong to a former life.
    let deletedAt: Timestamp
    /// Writes after this have not happened yet.
    let asOf: Timestamp
    /// Of contradicting writes of one time, the number of the one that counts; nil leaves them contradicting.
    var candidate: Int?

    func shows(_ time: Timestamp) -> Bool {
        time >= createdAt && time > deletedAt && time <= asOf
    }
}
