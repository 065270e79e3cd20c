package import CloudModel

/// The suppressions of a catalogue by the positions of the controls that they are about, with their conditions.
struct ExceptionTable: Sendable {
    /// A suppression and its compiled condition.
    struct Entry: Sendable {
        let suppression: Suppression
        /// Nil if it has none.
        let condition: SuppressionCondition?
    }

    /// By position of a control, by the suppressions' ids; empty where there are no suppressions at all.
    private var entries: [[Entry]] = []

    /// The table of suppressions and their conditions, one for each; none unless given.
    init(
        _ suppressions: [Suppression] = [], _ conditions: [SuppressionCondition?] = [],
        _ controls: [CompiledControl] = []
    ) {
        guard !suppressions.isEmpty else { return }
        let all = zip(suppressions, conditions).map { Entry(suppression: $0, condition: $1) }
            .sorted { $0.suppression.id < $1.suppression.id }
        entries = controls.map { control in all.filter { $0.suppression.control == control.facts.id } }
    }

    /// The suppressions of a control, by id.
    subscript(control: Int32) -> [Entry] { entries.isEmpty ? [] : entries[Int(control)] }

    /// The properties of its subjects that the conditions of a control's suppressions read.
    func conditionReads(of control: Int32) -> PropertySet {
        self[control].reduce(into: []) { $0.formUnion($1.condition?.reads ?? []) }
    }
}

extension ControlCatalog {
    /// True if the condition of a suppression of the control reads any of the properties of its subjects.
    package func looksAtConditions(of control: Int32, among properties: PropertySet) -> Bool {
        !exceptions.conditionReads(of: control).isDisjoint(with: properties)
    }

    /// True if a change of a subject can change what stands above a failure of the control.
    package func hasChangingExceptions(_ control: Int32) -> Bool {
        looksAtTags || exceptions[control].contains { $0.condition != nil } || acceptsWhatWasSeen(control)
    }

    /// True if a suppression accepts a failure of the control as it was seen.
    package func acceptsWhatWasSeen(_ control: Int32) -> Bool {
        exceptions[control].contains(where: \.suppression.acceptsWhatWasSeen)
    }
}
