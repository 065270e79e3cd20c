internal import CloudModel
internal import Controls
internal import JSONTokens
internal import ResourceGraph
internal import WireFormats

/// Opens, updates and closes findings as verdicts change.
struct FindingLifecycle {
    private(set) var states: [EvaluationKey: FindingState] = [:]

    /// What the verdict means for the finding.
    enum Standing: Equatable {
        case failing
        /// The verdict is unknown and the last definite one was a fail.
        case stale
        case suppressed
        case excluded
        /// Nothing is wrong as far as known.
        case clear
        /// The subject is gone.
        case gone

        /// True if nothing is wrong any more.
        var isOver: Bool { self == .clear || self == .gone }
    }

    /// What a transition did to its finding.
    struct Step {
        let activity: FindingRecord.Activity
        let state: FindingState
        /// True if the status differs from the last record's.
        let isStatusChanged: Bool
    }

    /// True if the finding is open as far as known.
    func isOpen(_ key: EvaluationKey) -> Bool { states[key]?.isOpen ?? false }

    /// Takes the standing that an evaluation led to. Returns what to record, or nil if nothing is to be said.
    mutating func apply(
        _ standing: Standing, _ key: EvaluationKey, _ evaluation: Evaluation, uid: @autoclosure () -> String
    ) -> Step? {
        let status = FindingLifecycle.status(of: standing)
        let isWithdrawn = states[key]?.status == .excluded
        guard var state = states[key], state.isOpen || (isWithdrawn && standing.isOver) else {
            // An exclusion takes the subject out of scope: there is no finding to speak of. A suppressed one is counted.
            guard standing == .failing || standing == .stale || standing == .suppressed else { return nil }
            return open(key, evaluation, status, uid: uid())
        }
        let isStatusChanged = state.status != status
        state.status = status
        states[key] = state
        let activity: FindingRecord.Activity = state.isOpen || status == .excluded ? .update : .close
        return Step(activity: activity, state: state, isStatusChanged: isStatusChanged)
    }

    /// Notes that a ticket was opened for the present occurrence.
    mutating func markTicketed(_ key: EvaluationKey) { states[key]?.isTicketed = true }

    /// Puts back a finding that was read from the changelog.
    mutating func restore(_ state: FindingState, for key: EvaluationKey) { states[key] = state }

    private mutating func open(
        _ key: EvaluationKey, _ evaluation: Evaluation, _ status: FindingRecord.Status, uid: String
    ) -> Step {
        let state = FindingState(
            uid: states[key]?.uid ?? uid, status: status, isBaseline: evaluation.cause?.isObservation ?? true,
            firstSeen: evaluation.since, occurrence: (states[key]?.occurrence ?? 0) + 1,
            occurrenceCause: evaluation.cause?.eventID ?? "", isTicketed: false)
        states[key] = state
        return Step(activity: .create, state: state, isStatusChanged: true)
    }

    private static func status(of standing: Standing) -> FindingRecord.Status {
        switch standing {
        case .failing: .open
        case .stale: .stale
        case .suppressed: .suppressed
        case .excluded: .excluded
        case .clear: .resolved
        case .gone: .deleted
        }
    }
}
