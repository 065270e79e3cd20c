import CloudModel
internal import JSONTokens

extension EventDecoder {
    /// Records of Azure and GCP, and the wrappers that carry them; everything else is an unknown envelope.
    func decodeOther(_ bytes: Span<UInt8>, _ facts: EnvelopeFacts, into results: inout [Decoded]) {
        if let message = tape.slot(EnvelopeSlot.message.rawValue), message.kind == .object {
            return decodePushed(bytes.extracting(tape.textRange(message)), facts, into: &results)
        }
        let isOwnRecord = tape.slot(EnvelopeSlot.protoPayload.rawValue) != nil
        if let failure = tape.build() { return results.append(.notJSON(failure)) }
        let root = tape.root
        if isOwnRecord || GCPAudit.recognises(tape, root) {
            let decoded = decodeGCPEvent(root)
            hear(decoded, of: .gcpAudit)
            deliver(decoded, .gcpAudit, bytes, facts, into: &results)
        } else if AzureActivity.recognises(tape, root) {
            let decoded = decodeAzureEvent(root)
            hear(decoded, of: .azureActivity)
            deliver(decoded, .azureActivity, bytes, facts, into: &results)
        } else if let inner = tape.member(root, "data"), inner.kind == .object {
            decode(bytes.extracting(tape.textRange(inner)), facts.deeper(), into: &results)
        } else if let text = shippedText(root) {
            decode(text.span, facts.deeper(), into: &results)
        } else {
            deliver(decodeOtherInventory(root, facts), .inventory, bytes, facts, into: &results)
        }
    }

    /// Notes whose log an event shows to arrive. These logs hold few reads, so those that change something are enough.
    private func hear(_ decoded: Decoded, of source: FeedSource) {
        guard case .event(let event) = decoded else { return }
        switch event.meaning {
        case .irrelevant, .refused: return
        case .changes(let changes), .blind(let changes):
            guard case .resource(let change)? = changes.first else { return }
            feeds.note(source, change.resource.account, "", at: change.cause.time)
        }
        if case .blind = event.meaning { feeds.noteBlind(event.name) }
    }

    /// The line that a log shipper put into `message`, if it is an object.
    private func shippedText(_ root: Token) -> [UInt8]? {
        guard let message = tape.member(root, "message"), message.kind == .string else { return nil }
        let text = tape.copyText(message)
        return text.first == UInt8(ascii: "{") ? text : nil
    }

    /// A Pub/Sub push: the record is base64 in `message.data`.
    private func decodePushed(
        _ message: Span<UInt8>, _ facts: EnvelopeFacts, into results: inout [Decoded]
    ) {
        guard tape.scan(message, EventDecoder.pushProjection) == nil, let data = tape.slot(0),
            data.kind == .string
        else { return results.append(.malformed("unknown-envelope", "message without data")) }
        let text = tape.copyText(data)
        guard let record = Base64Text.decode(text.span) else {
            return results.append(.malformed("bad-encoding", "message.data is no base64"))
        }
        decode(record.span, facts.deeper(), into: &results)
    }

    private static let pushProjection = Projection(["data"])

    /// One record of Azure's activity log.
    private func decodeAzureEvent(_ root: Token) -> Decoded {
        AzureActivity.decode(tape, root, names: names)
    }

    /// One audit entry of Google Cloud.
    private func decodeGCPEvent(_ root: Token) -> Decoded {
        GCPAudit.decode(tape, root, names: names)
    }

    /// ARM resources and Cloud Asset lines.
    private func decodeOtherInventory(_ root: Token, _ facts: EnvelopeFacts) -> Decoded {
        guard
            let changes = AzureInventory.decode(tape, root, observedAt: observedAt)
                ?? GCPInventory.decode(tape, root, observedAt: observedAt, projects: projects)
        else { return .malformed("unknown-envelope", "an object that is no known record") }
        return .inventory(changes)
    }
}
