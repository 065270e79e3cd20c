public import CloudModel
internal import JSONTokens

/// Turns what the engine wants into records: the same effect gives the same bytes, always.
public struct EffectEncoder: Sendable {
    /// The `ce_source` of every record, a URI reference that names this installation.
    public let source: String
    /// The version that findings name as that of the product.
    public let productVersion: String

    /// An encoder for one installation.
    public init(source: String = "/plumbline", productVersion: String = "1.0.0") {
        self.source = source
        self.productVersion = productVersion
    }

    /// The record of an effect. A command whose calls do not fit into one record becomes a ticket, since a
    /// command with a part missing must not reach a worker.
    public func encode(_ effect: Effect) -> OutputRecord {
        switch effect {
        case .finding(let finding): encode(finding)
        case .alert(let finding, let plan): encodeAlert(finding, plan)
        case .command(let finding, let plan): encodeCommand(finding, plan)
        case .ticket(let finding, let plan): encodeTicket(finding, plan)
        case .reread(let request): encode(request)
        case .deadLetter(let letter): encode(letter)
        case .coverage(let coverage): encode(coverage)
        case .shared(let shared): encode(shared)
        case .state(let entry):
            OutputRecord(topic: .state, key: entry.key, value: entry.value, headers: [])
        }
    }

    /// One record with its CloudEvents headers.
    func record(
        _ topic: OutputTopic, key: String, _ event: CloudEvent, _ body: (inout JSONBuilder) -> Void
    ) -> OutputRecord {
        var json = JSONBuilder()
        json.object(body)
        return OutputRecord(
            topic: topic, key: Array(key.utf8), value: json.bytes, headers: event.headers(source: source))
    }

    private func encode(_ finding: FindingRecord) -> OutputRecord {
        let event = finding.cloudEvent("finding", type: "plumbline.finding." + finding.activity.participle)
        let document = ComplianceFinding(finding: finding, uid: event.id, productVersion: productVersion)
        return record(.findings, key: finding.uid, event) { document.write(into: &$0) }
    }
}

extension FindingRecord {
    /// The CloudEvents attributes of one kind of record about this transition.
    ///
    /// The id is the hash of `idParts` and, where the finding has told these before, of the number of the repetition: a reader
    /// that drops repeats by id shall not miss that a finding is back where it was. The kind keeps a finding and its alert
    /// apart.
    func cloudEvent(_ recordKind: String, type: String) -> CloudEvent {
        var parts = [recordKind] + idParts
        if repetition > 0 { parts += ["again", String(repetition)] }
        return CloudEvent(
            id: Digest.identifier(parts: parts), type: type, subject: resourceName, time: eventTime)
    }

    /// What tells a record of a finding from its others, but for repetitions: uid, status (a suppression in doubt is one of its
    /// own) and the stamp of what decided: its event time, the cause's own time, event id and action. (Published event ids
    /// occur with two actions.)
    private var idParts: [String] {
        var parts = [uid, status.name, String(eventTime.nanoseconds)]
        if isDoubtful { parts.append("doubt") }
        if let cause { parts += [String(cause.time.nanoseconds), cause.eventID, cause.action] }
        return parts
    }
}

extension FindingRecord.Activity {
    /// The word that ends a `ce_type`.
    var participle: String {
        switch self {
        case .create: "created"
        case .update: "updated"
        case .close: "closed"
        }
    }
}

extension FindingRecord.Status {
    /// The word that our own formats use.
    var name: String {
        switch self {
        case .open: "open"
        case .stale: "stale"
        case .suppressed: "suppressed"
        case .excluded: "excluded"
        case .resolved: "resolved"
        case .deleted: "deleted"
        }
    }
}
