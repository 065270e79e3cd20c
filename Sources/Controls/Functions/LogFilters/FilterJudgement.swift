internal import JSONTokens

/// What trying a filter on probe events showed.
struct FilterJudgement {
    /// Events of the selector that the filter misses, each once.
    private(set) var missed: [String] = []
    /// Events beyond the selector that it matches, each once.
    private(set) var excess: [String] = []
    /// Events of which it is not known whether the filter matches them, each once.
    private(set) var undecided: [String] = []

    init(_ pattern: LogFilterPattern, _ probes: ProbeEvents) {
        for probe in probes.wanted {
            switch pattern.matches(probe.event) {
            case true: break
            case false: FilterJudgement.note(probe.name, in: &missed)
            case nil: FilterJudgement.note(probe.name, in: &undecided)
            }
        }
        for probe in probes.unwanted {
            switch pattern.matches(probe.event) {
            case true: FilterJudgement.note(probe.name, in: &excess)
            case false: break
            case nil: FilterJudgement.note(probe.name, in: &undecided)
            }
        }
    }

    /// True if the filter matches every event of the selector and none beyond; nil if that is not known.
    static func covers(_ pattern: LogFilterPattern, _ probes: ProbeEvents) -> Bool? {
        var isKnown = true
        for probe in probes.wanted {
            switch pattern.matches(probe.event) {
            case true: break
            case false: return false
            case nil: isKnown = false
            }
        }
        for probe in probes.unwanted {
            switch pattern.matches(probe.event) {
            case true: return false
            case false: break
            case nil: isKnown = false
            }
        }
        return isKnown ? true : nil
    }

    private static func note(_ name: String, in names: inout [String]) {
        if !names.contains(name) { names.append(name) }
    }
}
