internal import CloudModel
internal import Controls
internal import JSONTokens
internal import ResourceGraph
internal import WireFormats

/// Opens, updates and closes findings as verdicts change.
struct FindingLifecycle {
    private let rows: RowTable

    init(_ rows: RowTable) { self.rows = rows }

    /// What the verdict means for the finding.
    enum Standing: Equatable {
        case failing
        /// The verdict is unknown and the last definite one was a fail.
        case stale
        case suppressed
        /// A suppression is in force unless its condition does not hold, which nobody can tell.
        case doubtful
        case excluded
        /// Nothing is wrong as far as known.
        case clear
        /// The subject is gone.
        case gone

        /// True if nothing is wrong any more.
        var isOver: Bool { self == .clear || self == .gone }

        /// What an exception makes of a failure.
        init?(_ exception: ControlException?) {
            switch exception {
            case .excluded: self = .excluded
            case .suppressed: self = .suppressed
            case .doubtful: self = .doubtful
            case nil: return nil
            }
        }
    }

    /// What a transition did to its finding.
    struct Step {
        let activity: FindingRecord.Activity
        let state: FindingState
        /// True if the status differs from the last record's.
        let isStatusChanged: Bool
        /// True if what was taken for the state of things when they were first seen turned out to be drift.
        var isRevealed = false
    }

    /// True if the finding is open as far as known.
    func isOpen(_ key: EvaluationKey) -> Bool { state(of: key)?.isOpen ?? false }

    /// Where a finding stands; nil if there is none.
    func state(of key: EvaluationKey) -> FindingState? { rows.finding(key) }

    /// The findings that are open as far as known, by control and subject.
    func open() -> [(key: EvaluationKey, state: FindingState)] {
        rows.loadFindings()
        var found: [(key: EvaluationKey, state: FindingState)] = []
        rows.forEach { row in
            for finding in row.knownFindings where finding.state.isOpen {
                found.append((EvaluationKey(control: finding.control, subject: row.handle), finding.state))
            }
        }
        return found.sorted { $0.key < $1.key }
    }

    /// Takes the standing that an evaluation led to, and the event that ended the suppression of the failure, if one did.
    /// Returns what to record, or nil if nothing is to be said.
    func apply(
        _ standing: Standing, _ key: EvaluationKey, _ evaluation: Evaluation, endedBy end: CauseRecord? = nil,
        isBaseline: @autoclosure () -> Bool, uid: @autoclosure () -> String
    ) -> Step? {
        let status = FindingLifecycle.status(of: standing)
        // An exclusion ends without a word where something is wrong still: that is a new occurrence.
        guard var state = state(of: key), state.isOpen || (state.status == .excluded && standing.isOver)
        else {
            // An exclusion takes the subject out of scope: there is no finding to speak of. A suppressed one is counted.
            if standing == .excluded || standing.isOver { return nil }
            return open(
                key, evaluation, standing, isBaseline: end == nil && isBaseline(), cause: end, uid: uid())
        }
        let wasShown = state.status == .open || state.status == .stale
        let isDoubtful = standing == .doubtful
        let isStatusChanged = state.status != status || state.isDoubtful != isDoubtful
        state.status = status
        state.isDoubtful = isDoubtful
        if status == .suppressed { state.isAnnounced = false }
        if standing == .failing, let end {
            // What was accepted as it was is accepted no more: that is news of its own.
            state.isBaseline = false
            state.occurrenceCause = end.eventID
        }
        let isRevealed = standing == .failing && state.isBaseline && !isBaseline()
        if isRevealed {
            state.isBaseline = false
            state.firstSeen = min(state.firstSeen, evaluation.since)
            state.occurrenceCause = evaluation.cause?.eventID ?? ""
        }
        if wasShown, standing.isOver, evaluation.since > state.firstSeen {
            state.passed = Exposure.kept(
                state.passed + [Exposure(begin: state.firstSeen, end: evaluation.since)])
        }
        var kept = state
        // Its ticket is closed; if it comes back, that is a new occurrence with a ticket of its own.
        if status == .excluded { kept.isTicketed = false }
        rows.setFinding(kept, key)
        let activity: FindingRecord.Activity = state.isOpen ? .update : .close
        return Step(
            activity: activity, state: state, isStatusChanged: isStatusChanged, isRevealed: isRevealed)
    }

    /// Notes that people were told of the present occurrence, by a ticket or otherwise.
    func markAnnounced(_ key: EvaluationKey, byTicket isTicketed: Bool) {
        guard var state = state(of: key) else { return }
        state.isAnnounced = true
        state.isTicketed = state.isTicketed || isTicketed
        rows.setFinding(state, key)
    }

    /// Notes whether an open failure has outgrown its suppression. Returns true if that was not known.
    func note(_ outgrown: FindingState.Outgrown?, _ key: EvaluationKey) -> Bool {
        guard var state = state(of: key), state.isOpen, state.outgrown != outgrown else { return false }
        state.outgrown = outgrown
        rows.setFinding(state, key)
        return true
    }

    /// Notes that there is a ticket, though nobody was told of a failure that is open.
    func markTicketed(_ key: EvaluationKey) {
        guard var state = state(of: key) else { return }
        state.isTicketed = true
        rows.setFinding(state, key)
    }

    /// Takes note that a record is told. Returns the repetition that gives it an id that no record of the finding had before.
    func tell(_ record: FindingRecord, _ key: EvaluationKey) -> Int {
        rows.row(of: key.subject)?.tell(record, key.control) ?? 0
    }

    /// Takes over what a look at the past made of a finding.
    func set(_ state: FindingState, for key: EvaluationKey) { rows.setFinding(state, key) }

    /// Puts back a finding that was read from the changelog.
    func restore(_ state: FindingState, for key: EvaluationKey) { rows.setFinding(state, key) }

    private func open(
        _ key: EvaluationKey, _ evaluation: Evaluation, _ standing: Standing, isBaseline: Bool,
        cause: CauseRecord?, uid: String
    ) -> Step {
        let last = self.state(of: key)
        let state = FindingState(
            uid: last?.uid ?? uid, status: FindingLifecycle.status(of: standing), isBaseline: isBaseline,
            firstSeen: evaluation.since, occurrence: (last?.occurrence ?? 0) + 1,
            occurrenceCause: (cause ?? evaluation.cause)?.eventID ?? "", isTicketed: false,
            isDoubtful: standing == .doubtful, passed: last?.passed ?? [],
            told: last?.told ?? FindingState.Told())
        rows.setFinding(state, key)
        return Step(activity: .create, state: state, isStatusChanged: true)
    }

    private static func status(of standing: Standing) -> FindingRecord.Status {
        switch standing {
        case .failing: .open
        case .stale: .stale
        case .suppressed, .doubtful: .suppressed
        case .excluded: .excluded
        case .clear: .resolved
        case .gone: .deleted
        }
    }
}
