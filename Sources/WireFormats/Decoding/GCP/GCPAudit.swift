internal import CloudModel
internal import JSONTokens

/// One audit LogEntry of Google Cloud.
enum GCPAudit {
    /// True if the object looks like a LogEntry, of an audit log or of any other.
    static func recognises(_ tape: TokenTape, _ object: Token) -> Bool {
        if let payload = tape.member(object, "protoPayload") { return payload.kind == .object }
        guard tape.member(object, "logName") != nil, tape.member(object, "timestamp") != nil else {
            return false
        }
        return tape.member(object, "textPayload") != nil || tape.member(object, "jsonPayload") != nil
    }

    /// What the entry means. Entries that change nothing need no time; all others are malformed without one.
    static func decode(_ tape: TokenTape, _ entry: Token, names: EventNameTable) -> Decoded {
        guard let payload = tape.member(entry, "protoPayload"), payload.kind == .object,
            isAuditLog(tape.string(tape.member(payload, "@type")))
        else { return .ignored(names.intern(source: "gcp", name: "LogEntry")) }
        let entry = GCPEntry(tape: tape, entry: entry, payload: payload)
        guard let method = entry.methodName else {
            return .malformed(DecodingFailure("missing-field", "protoPayload.methodName is missing"))
        }
        let service = entry.serviceName ?? "gcp"
        let stripped = GCPMethod(service: service, method)
        let name = names.intern(source: service, name: stripped.text)
        do throws(DecodingFailure) {
            let meaning = try GCPFold(entry, service: service, method: stripped).meaning()
            return .event(DecodedEvent(name: name, meaning: meaning))
        } catch {
            return .malformed(error)
        }
    }

    /// An entry that does not say what its payload is counts as an audit log.
    private static func isAuditLog(_ type: String?) -> Bool { type?.hasSuffix(".AuditLog") ?? true }
}
