internal import CloudModel
internal import JSONTokens

/// One stamped write of a value. Logs of versions only grow (but for what is too old to matter), are kept in
/// one order
/// and hold each version once, so that the order and number of deliveries leave no trace.
struct Version {
    let time: Timestamp
    /// 0 for a creation default, 1 for any other write.
    let rank: UInt8
    /// The value; nil if the event does not show it.
    let value: FlatValue?
    /// Of several events that wrote the same at the same time, the one with the least id.
    var cause: CauseRecord
    /// The operation whose halves this was joined from; such versions are taken back when another half
    /// arrives.
    let operation: String?

    var isObservation: Bool { cause.isObservation }
}

/// The versions of one value by rising (time, kind, rank, value).
struct VersionLog {
    private(set) var versions: [Version] = []

    /// Adds a version. Returns true if the log says something else than before.
    mutating func insert(_ version: Version) -> Bool {
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

    /// Forgets versions older than `limit` that can decide nothing any more: all but the newest two groups of
    /// events and
    /// the newest group of observations.
    mutating func prune(olderThan limit: Timestamp) {
        guard versions.count > 3, versions[0].time < limit else { return }
        var keptEvents = 0
        var keptObservations = 0
        var lastEvent: Timestamp?
        var lastObservation: Timestamp?
        var kept: [Version] = []
        for version in versions.reversed() {
            let isNewTime: Bool
            if version.isObservation {
                isNewTime = lastObservation != version.time
                lastObservation = version.time
                keptObservations += isNewTime ? 1 : 0
            } else {
                isNewTime = lastEvent != version.time
                lastEvent = version.time
                keptEvents += isNewTime ? 1 : 0
            }
            let isNewest = version.isObservation ? keptObservations <= 1 : keptEvents <= 2
            if isNewest || version.time >= limit { kept.append(version) }
        }
        kept.reverse()
        versions = kept
    }

    /// The newest group of event writes and the newest group of observations that the horizon shows.
    func newest(in horizon: Horizon) -> (event: Group?, observation: Group?) {
        var event: Group?
        var observation: Group?
        for version in versions.reversed() where horizon.shows(version.time) {
            if version.isObservation {
                if let group = observation, group.time != version.time { continue }
                observation = (observation ?? Group(version)).adding(version)
            } else {
                if let group = event, group.time != version.time || group.rank != version.rank { continue }
                event = (event ?? Group(version)).adding(version)
            }
        }
        return (event, observation)
    }

    /// The order of a log.
    private static func precedes(_ left: Version, _ right: Version) -> Bool {
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

    private static func isSame(_ left: Version, _ right: Version) -> Bool {
        left.time == right.time && left.isObservation == right.isObservation && left.rank == right.rank
            && left.value == right.value && left.operation == right.operation
    }
}

/// The writes of one time and rank: one value, or candidates that contradict each other.
struct Group {
    let time: Timestamp
    let rank: UInt8
    /// Distinct candidates, one version each, by falling value; a nil value says "changed, not shown how".
    private(set) var candidates: [Version] = []

    init(_ version: Version) {
        time = version.time
        rank = version.rank
    }

    consuming func adding(_ version: Version) -> Group {
        if let index = candidates.firstIndex(where: { $0.value == version.value }) {
            if version.cause.eventID < candidates[index].cause.eventID { candidates[index] = version }
        } else {
            candidates.append(version)
        }
        return self
    }

    /// The one version if nothing contradicts it.
    var agreed: Version? { candidates.count == 1 ? candidates[0] : nil }

    /// The version to name as cause: the agreed one, else the one with the least event id.
    var named: Version {
        var least = candidates[0]
        for candidate in candidates where candidate.cause.eventID < least.cause.eventID { least = candidate }
        return least
    }
}

/// What of a resource's past is visible: nothing before its present life, nothing after the instant that is
/// asked about.
struct Horizon {
    /// Writes before this belong to a former life.
    let createdAt: Timestamp
    /// Writes up to this belong to a former life.
    let deletedAt: Timestamp
    /// Writes after this have not happened yet.
    let asOf: Timestamp

    func shows(_ time: Timestamp) -> Bool {
        time >= createdAt && time > deletedAt && time <= asOf
    }
}
