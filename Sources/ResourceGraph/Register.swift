internal import CloudModel
internal import JSONTokens

/// A property that changes as a whole.
struct Register {
    var log = VersionLog<FlatValue>()

    /// What is known at the horizon.
    ///
    /// The newest event write and the newest observation decide. The later one gives the value; an observation that
    /// contradicts an event less than `settle` nanoseconds before it leaves the value ambiguous.
    func reading(in horizon: Horizon, settle: Int64) -> Reading {
        let (event, observation) = log.newest(in: horizon)
        switch (event, observation) {
        case (nil, nil): return .neverObserved
        case (nil, .some(let seen)): return Register.reading(of: seen)
        case (.some(let written), nil): return Register.reading(of: written)
        case (.some(let written), .some(let seen)):
            if written.time > seen.time { return Register.reading(of: written) }
            return Register.join(written, seen, settle: settle)
        }
    }

    private typealias Group = VersionGroup<FlatValue>

    private static func join(_ written: Group, _ seen: Group, settle: Int64) -> Reading {
        guard let observed = seen.agreed else { return reading(of: seen) }
        if let match = written.candidates.first(where: { $0.value == observed.value }) {
            let isDecided = written.agreed != nil || seen.time > written.time
            return isDecided ? reading(of: match) : reading(of: written)
        }
        if written.agreed?.value == nil {
            // The event did not say what it wrote: any later look does, and the event stays the cause.
            guard seen.time > written.time else { return reading(of: written) }
            let named = written.agreed == nil ? observed : written.named
            return Reading(
                state: .known(observed.value ?? .null), time: named.time, cause: named.cause, elements: [])
        }
        if seen.time - written.time < settle {
            return Reading(state: .unknown(.ambiguous), time: seen.time, cause: observed.cause, elements: [])
        }
        return reading(of: seen)
    }

    private static func reading(of group: Group) -> Reading {
        guard let version = group.agreed else {
            return Reading(
                state: .unknown(.ambiguous), time: group.time, cause: group.named.cause, elements: [])
        }
        return reading(of: version)
    }

    private static func reading(of version: Version<FlatValue>) -> Reading {
        let state: Reading.State = version.value.map { .known($0) } ?? .unknown(.notInEvent)
        return Reading(state: state, time: version.time, cause: version.cause, elements: [])
    }
}
