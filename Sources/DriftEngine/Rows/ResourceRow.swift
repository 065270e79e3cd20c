internal import CloudModel
internal import Controls
internal import ResourceGraph

/// What the engine remembers of one resource beside its facts: the last verdicts on it, its findings, and which reading was
/// asked for. All but the findings follows from facts and controls; it is kept so that a start need not find it anew.
final class ResourceRow {
    let handle: ResourceHandle
    /// By rising control.
    private(set) var entries: [Entry] = []
    /// The controls of which a finding is known to be there or not to be there.
    private var findingControls: [Int32] = []
    /// By position in `findingControls`, the finding.
    private var findings: [FindingState?] = []
    /// The reading that was asked for and has not come; nil if none is.
    var announcement: RereadLedger.Announcement?
    /// True if it was read from the store, so that findings that are not known here may be there.
    let isFromStore: Bool
    /// True if it changed since the state was last drained.
    var isDirty = false
    /// True if it was asked for since the clock last came by.
    var isUsed = true

    /// The last evaluation of one control.
    struct Entry {
        let control: Int32
        var evaluation: Evaluation
        /// True if it was read from the store: of its cause only the id is known, and nothing of what it read.
        var isBrief = false
    }

    init(_ handle: ResourceHandle, isFromStore: Bool = false) {
        self.handle = handle
        self.isFromStore = isFromStore
    }

    /// The last evaluation of a control; nil if there was none.
    func entry(_ control: Int32) -> Entry? { place(of: control).map { entries[$0] } }

    /// Puts an evaluation in the place of the last one.
    func set(_ entry: Entry) {
        if let place = place(of: entry.control) {
            entries[place] = entry
        } else {
            entries.insert(entry, at: entries.firstIndex { $0.control > entry.control } ?? entries.count)
        }
    }

    /// The finding of a control, as far as known here: nil if nobody looked, an empty inner value if there is none.
    func finding(_ control: Int32) -> FindingState?? {
        if let place = findingControls.firstIndex(of: control) { return .some(findings[place]) }
        return isFromStore ? nil : .some(nil)
    }

    func setFinding(_ state: FindingState?, _ control: Int32) {
        if let place = findingControls.firstIndex(of: control) {
            findings[place] = state
        } else {
            findingControls.append(control)
            findings.append(state)
        }
    }

    /// Takes note that a record of a known finding is told. Returns which repetition of the finding it is, 0 if it is none.
    func tell(_ record: FindingRecord, _ control: Int32) -> Int {
        guard let place = findingControls.firstIndex(of: control) else { return 0 }
        return findings[place]?.told.note(record) ?? 0
    }

    /// The findings that are known to be there.
    var knownFindings: [(control: Int32, state: FindingState)] {
        zip(findingControls, findings).compactMap { control, state in state.map { (control, $0) } }
    }

    private func place(of control: Int32) -> Int? { entries.firstIndex { $0.control == control } }
}
