internal import CloudModel
internal import Controls
internal import WireFormats

/// Findings of what no profile has assessed any more.
extension PartitionEngine {
    /// Reads the open findings of controls that are in force no more out of the store.
    func takeUpDeselected(_ store: some LocalStore) throws(TakeUpFailure) {
        for control in deselection.controls {
            let kind = EngineState.findingPrefix(control)
            try forEachRecord(store, kind) { (key, value) throws(TakeUpFailure) in
                try putBack(key, value)
            }
        }
        deselection.begin()
    }

    /// Tells of the next findings of controls that are in force no more that nobody assesses them.
    func endDeselected(
        _ rest: inout Int, _ report: inout StepReport, into effects: inout EffectBuffer
    ) {
        while rest > 0, let (item, mark) = deselection.next {
            rest -= 1
            let id = PartitionEngine.controlID(of: item.control)
            let facts = catalog.unselected[id]
            let cause = mark.end ?? (facts == nil ? removal(of: id) : profileChange)
            if mark.end == nil { deselection.explain(item.control, cause) }
            var state = item.state
            state.status = .excluded
            state.isDoubtful = false
            state.outgrown = nil
            var record = composer.record(
                ofDeselected: item.subject, facts ?? ControlFacts(removed: id, mark), state, cause,
                detectedAt: time)
            record.scopeReason =
                facts == nil ? "the control is loaded no more" : "no profile selects the control any more"
            record.repetition = state.told.note(record)
            emit(.finding(record), &report, into: &effects)
            if state.isTicketed { emit(.ticket(record, nil), &report, into: &effects) }
            state.isTicketed = false
            deselection.finish(state)
        }
    }

    /// What a finding rests on whose subject is in no profile's accounts and regions any more: the change of profiles.
    func outOfScope(_ evaluation: Evaluation) -> Evaluation {
        let cause = profileChange
        return Evaluation(
            verdict: evaluation.verdict, reads: evaluation.reads, since: cause.time, cause: cause)
    }

    /// The newest document that the state did not know; else the files have changed, nobody knows when.
    private var profileChange: CauseRecord {
        if let newestProfile { return newestProfile }
        let digest = Digest.identifier(parts: ["profiles"] + catalog.profiles.map { "\($0)" })
        return CauseRecord(
            eventID: "profiles:\(digest)", time: time, action: PartitionEngine.profileAction, actor: nil)
    }

    private func removal(of control: String) -> CauseRecord {
        CauseRecord(
            eventID: "controls:\(control)", time: time, action: "removal of the control", actor: nil)
    }

    /// Finds out whether a document on the topic changed the profiles since the state was committed.
    func noteProfileChange() {
        guard let change = options.documents?.profileChange,
            change.offset >= savedDocuments.next(of: change.topic)
        else { return }
        newestProfile = CauseRecord(
            eventID: "\(change.topic)@\(change.offset)", time: change.time,
            action: PartitionEngine.profileAction, actor: nil)
    }

    private static let profileAction = "change of profiles"

    /// A control's id from its name in a catalogue: that of a watch names the kind as well.
    private static func controlID(of name: String) -> String {
        name.firstIndex(of: "@").map { String(name[..<$0]) } ?? name
    }
}

extension ControlFacts {
    /// What is left to say of a control that is loaded no more.
    fileprivate init(removed id: String, _ mark: ControlMark) {
        self.init(
            id: id, title: mark.title.isEmpty ? id : mark.title,
            description: "The control is not among those that are loaded any more.", remediationText: "",
            severity: mark.severity, version: "removed", benchmarks: [], frameworks: [:])
    }
}
