internal import CloudModel
internal import JSONTokens

/// What the state has of a control: enough to tell whether it is what it was, and of its findings when it is gone.
struct ControlMark {
    /// The fingerprint with which it was evaluated last; empty once it is in force no more.
    private(set) var digest = ""
    var severity = Severity.informational
    var title = ""
    /// Why it is in force no more; nil while it is, or while nobody has looked.
    var end: CauseRecord? {
        didSet { digest = "" }
    }

    init(digest: String = "", severity: Severity = .informational, title: String = "") {
        (self.digest, self.severity, self.title) = (digest, severity, title)
    }

    var stateValue: [UInt8] {
        var fields = [FlatValue(digest), FlatValue(severity.name), FlatValue(title)]
        if let end {
            fields += [FlatValue(end.eventID), FlatValue(end.time.nanoseconds), FlatValue(end.action)]
        }
        return FlatValue(list: fields).bytes
    }

    init(stateValue: [UInt8]) {
        let value = FlatValue(canonical: stateValue)
        let fields = Array(value.view.elements)
        guard fields.count >= 3 else {
            // As it was written once: the fingerprint alone.
            digest = value.view.string ?? ""
            return
        }
        digest = fields[0].string ?? ""
        severity = fields[1].string.flatMap { Severity(named: $0) } ?? .informational
        title = fields[2].string ?? ""
        guard fields.count >= 6, let id = fields[3].string, let time = fields[4].int,
            let action = fields[5].string
        else { return }
        end = CauseRecord(eventID: id, time: Timestamp(nanoseconds: time), action: action, actor: nil)
    }
}
