import CloudModel
internal import JSONTokens

extension EventDecoder {
    /// What Kafka Connect's JSON converter writes with its schema: the record stands in `payload`, as an object,
    /// as a text, or as bytes in base64.
    func decodeConnected(
        _ payload: Token, _ bytes: Span<UInt8>, _ facts: EnvelopeFacts, into results: inout [Decoded]
    ) {
        switch payload.kind {
        case .string:
            let text = tape.copyText(payload)
            decode(text.span, facts.deeper(), into: &results)
        case .object, .array:
            decode(bytes.extracting(tape.textRange(payload)), facts.deeper(), into: &results)
        default:
            if payload.isNull {
                results.append(.ignored(names.intern(source: "connector", name: "empty")))
            } else {
                results.append(.malformed("bad-value", "payload is no record"))
            }
        }
    }
}
