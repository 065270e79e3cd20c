internal import CloudModel
internal import Controls

/// Findings of controls that are in force no more. By the state they are open still; they are told as out of scope, in slices.
///
/// What the state has of such a control stays, with why it went, until the last of its findings was told: so a restart goes on
/// with the rest, and a control that is back by then is looked at whole.
struct Deselection {
    /// An open finding of a control that is in force no more.
    struct Item {
        /// The control's name in the catalogue that it was in.
        let control: String
        let subject: ResourceID
        let state: FindingState
    }

    /// The next one last.
    private var items: [Item] = []
    private var marks: [String: ControlMark] = [:]
    /// How many findings are left, by control.
    private var counts: [String: Int] = [:]
    private var news: [StateRecord] = []

    /// True if no finding is left to be told.
    var isEmpty: Bool { items.isEmpty }

    /// True if the state has everything.
    var isClean: Bool { news.isEmpty }

    /// The controls that went, sorted.
    var controls: [String] { marks.keys.sorted() }

    /// Takes up what the state has of a control that is in force no more.
    mutating func note(_ control: String, _ mark: ControlMark) { marks[control] = mark }

    /// Takes up a finding; only one that is open has anything to be told.
    mutating func add(_ item: Item) {
        guard item.state.isOpen else { return }
        items.append(item)
        counts[item.control, default: 0] += 1
        if marks[item.control] == nil { marks[item.control] = ControlMark(title: item.control) }
    }

    /// Puts the findings in the order in which they are told, the worst first, and lets go of controls that left none.
    mutating func begin() {
        let marks = marks
        items.sort { left, right in
            let (first, second) = (marks[left.control]?.severity, marks[right.control]?.severity)
            if let first, let second, first != second { return first < second }
            return (left.control, left.subject) > (right.control, right.subject)
        }
        for control in controls where counts[control] == nil { forget(control) }
    }

    /// The next finding, with what the state has of its control; nil if none is left.
    var next: (item: Item, mark: ControlMark)? { items.last.map { ($0, marks[$0.control] ?? ControlMark()) } }

    /// Says why a control went, from when on.
    mutating func explain(_ control: String, _ cause: CauseRecord) {
        marks[control]?.end = cause
        guard let mark = marks[control] else { return }
        news.append(StateRecord(key: EngineState.controlKey(control), value: mark.stateValue))
    }

    /// The next finding was told, and stands like that now.
    mutating func finish(_ state: FindingState) {
        let item = items.removeLast()
        news.append(
            StateRecord(
                key: EngineState.findingKey(item.control, item.subject), value: EngineState.value(of: state)))
        counts[item.control, default: 1] -= 1
        if counts[item.control] == 0 { forget(item.control) }
    }

    /// What changed of the state since the last call; of one key the last record counts.
    mutating func drain() -> [StateRecord] {
        defer { news = [] }
        return news
    }

    private mutating func forget(_ control: String) {
        news.removeAll { $0.key == EngineState.controlKey(control) }
        news.append(StateRecord(key: EngineState.controlKey(control), value: []))
        marks[control] = nil
        counts[control] = nil
    }
}
