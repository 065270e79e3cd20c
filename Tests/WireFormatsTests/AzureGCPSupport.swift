import CloudModel
import JSONTokens
import Testing

@testable import WireFormats

/// Lends a tape of the text.
func withTape<Result>(_ text: String, _ body: (TokenTape, Token) throws -> Result) throws -> Result {
    let bytes = Array(text.utf8)
    let tape = TokenTape()
    if let failure = tape.parse(bytes.span) { throw failure }
    return try body(tape, tape.root)
}

/// What one Azure record decodes to, in words.
func azure(_ text: String) throws -> String { try declared(text, AzureActivity.decode) }

/// What one LogEntry decodes to, in words.
func gcp(_ text: String) throws -> String { try declared(text, GCPAudit.decode) }

/// What a record decodes to, in words; whatever it writes must be declared in the registry.
private func declared(
    _ text: String, _ decode: (TokenTape, Token, EventNameTable) -> Decoded
) throws -> String {
    let names = EventNameTable()
    let decoded = try withTape(text) { tape, root in decode(tape, root, names) }
    if case .event(let event) = decoded, case .changes(let changes) = event.meaning {
        let (source, name) = (names.source(of: event.name), names.name(of: event.name))
        let undeclared = FoldRegistry.undeclared(changes, source: source, name: name)
        #expect(undeclared.isEmpty, "\(source):\(name) writes what it does not declare")
    }
    return words(decoded)
}

/// The single change of one Azure record or LogEntry.
func change(_ decoded: Decoded) -> ResourceChange? {
    guard case .event(let event) = decoded else { return nil }
    switch event.meaning {
    case .changes(let changes), .blind(let changes):
        guard changes.count == 1, case .resource(let change)? = changes.first else { return nil }
        return change
    default: return nil
    }
}

/// A decoded record in words: the meaning, then each change on a line of its own.
func words(_ decoded: Decoded) -> String {
    switch decoded {
    case .event(let event):
        switch event.meaning {
        case .changes(let changes): changes.map(words).joined(separator: "\n")
        case .irrelevant(let reason): reason.code
        case .refused: "refused"
        case .blind(let changes): (["blind"] + changes.map(words)).joined(separator: " ")
        }
    case .use(let changes): (["use"] + changes.map(words)).joined(separator: " ")
    case .inventory(let changes): (["inventory"] + changes.map(words)).joined(separator: " ")
    case .malformed(let failure): failure.reason
    case .ignored: "ignored"
    }
}

/// A change in words: life cycle, half, then its writes.
func words(_ change: GraphChange) -> String {
    guard case .resource(let change) = change else { return "scope" }
    var words = ["\(change.lifecycle)"]
    if let operation = change.operation {
        let schema = change.resource.kind.schema
        words.append("\(operation.role)")
        if operation.role == .end, !operation.mayTouch.isEmpty {
            words.append("touching " + operation.mayTouch.map { schema[$0].name }.joined(separator: ","))
        }
    }
    return (words + change.writes.map { text($0, change.resource.kind) }).joined(separator: " ")
}

private func text(_ write: PropertyWrite, _ kind: ResourceKind) -> String {
    let name = kind.schema[write.property].name
    switch write {
    case .set(_, let value): return "\(name)=\(value)"
    case .setDefault(_, let value): return "\(name)~\(value)"
    case .unknown: return "\(name)?"
    case .replace(_, let elements): return "\(name):=\(text(elements))"
    case .replaceDefault(_, let elements): return "\(name):~\(text(elements))"
    case .insert(_, let element): return "\(name)+\(text([element]))"
    case .remove(_, let value): return "\(name)-\(value)"
    case .modify(_, let id, let value): return "\(name)[\(id)]=\(value)"
    case .edit(_, let id, let value): return "\(name)[\(id)]~\(value)"
    case .removeID(_, let id): return "\(name)-[\(id)]"
    }
}

private func text(_ elements: [SetElement]) -> String {
    "{" + elements.map { ($0.id.map { "\($0)=" } ?? "") + $0.value.description }.joined(separator: " ") + "}"
}
