public import CloudModel
internal import JSONTokens

/// Turns the bytes of one record into events, inventory items and failures.
///
/// Not shared between threads: it owns one tape. The bytes are borrowed for the call only.
public final class EventDecoder {
    /// The names seen so far; ids in results are positions in it.
    public let names: EventNameTable
    /// The most bytes that a packed record may unpack to; beyond it the record is `too-large`.
    public let maximumUnpackedBytes: Int
    /// How deep envelopes may stand in envelopes.
    static let maximumEnvelopeDepth = 8

    /// When documents that carry no time of their own (ARM resources, Cloud Asset exports) were taken; set it before
    /// decoding them.
    public var observedAt = Timestamp(seconds: 0)

    let tape = TokenTape()
    let projects = GCPProjectNames()
    let cloudTrailRules: CloudTrailRules
    let textPools = AWSTextPools()
    var keyHours = KeyHours()
    /// Which logs were heard when.
    public var feeds = FeedTable()
    /// Sees every document that an envelope held, with what it means; set by whoever splits records.
    var splitter: DocumentSplitter?

    /// A decoder that counts names in the given table.
    public convenience init(names: EventNameTable = EventNameTable(), maximumUnpackedBytes: Int = 64 << 20) {
        self.init(names: names, maximumUnpackedBytes: maximumUnpackedBytes, services: AWSServices.byName)
    }

    /// A decoder that knows only these services of AWS.
    init(
        names: EventNameTable = EventNameTable(), maximumUnpackedBytes: Int = 64 << 20,
        services: [String: AWSService]
    ) {
        self.names = names
        self.maximumUnpackedBytes = maximumUnpackedBytes
        cloudTrailRules = CloudTrailRules(services: services)
    }

    /// Appends what the record holds, in its order; at least one result. Never traps, whatever the bytes.
    public func decode(_ record: Span<UInt8>, into results: inout [Decoded]) {
        decode(record, EnvelopeFacts(), into: &results)
    }

    /// One document that stands in an envelope, or the record itself.
    func decode(_ bytes: Span<UInt8>, _ facts: EnvelopeFacts, into results: inout [Decoded]) {
        guard facts.depth <= EventDecoder.maximumEnvelopeDepth else {
            return results.append(.malformed("unknown-envelope", "envelopes nested too deep"))
        }
        let start = StructureWalker.skipBlanks(bytes, 0)
        guard start < bytes.count else { return results.append(.malformed("not-json", "empty")) }
        if bytes[start] == UInt8(ascii: "{") {
            decodeObject(bytes, facts, into: &results)
        } else if bytes[start] == UInt8(ascii: "[") {
            decodeArray(bytes, facts, into: &results)
        } else if GzipInflater.recognises(bytes) {
            decodePacked(bytes, facts, into: &results)
        } else {
            decodeText(bytes, from: start, facts, into: &results)
        }
    }

    private func decodeObject(_ bytes: Span<UInt8>, _ facts: EnvelopeFacts, into results: inout [Decoded]) {
        if let failure = tape.scan(bytes, CloudTrailSlot.projection) {
            return decodeBroken(bytes, failure, facts, into: &results)
        }
        if let source = tape.slot(CloudTrailSlot.eventSource), let name = tape.slot(CloudTrailSlot.eventName),
            source.kind != .object
        {
            let use = possibleUse(bytes)
            let decoded = decodeCloudTrail(bytes, source: source, name: name, facts)
            deliver(decoded, .cloudTrail, bytes, facts, into: &results)
            if let use, let seen = decodeUse(use, of: bytes, facts) { results.append(seen) }
        } else if let list = tape.slot(CloudTrailSlot.records), list.kind == .array {
            decodeList(list, of: bytes, facts, into: &results)
        } else {
            decodeEnvelope(bytes, facts, into: &results)
        }
    }

    /// Appends what one document means.
    func deliver(
        _ decoded: Decoded, _ form: DocumentForm, _ bytes: Span<UInt8>, _ facts: EnvelopeFacts,
        into results: inout [Decoded]
    ) {
        if let splitter {
            splitter.take(decoded, form, bytes, facts, isNews: !feeds.news.isEmpty)
            feeds.news.removeAll(keepingCapacity: true)
        }
        results.append(decoded)
    }

    private func decodeArray(_ bytes: Span<UInt8>, _ facts: EnvelopeFacts, into results: inout [Decoded]) {
        guard let found = StructureWalker.elements(of: bytes, from: 0),
            StructureWalker.skipBlanks(bytes, found.end) == bytes.count
        else {
            return results.append(.malformed("not-json", "an array that does not close"))
        }
        guard found.ranges.contains(where: { bytes[$0.lowerBound] == UInt8(ascii: "{") }) else {
            return results.append(.malformed("unknown-envelope", "an array without objects"))
        }
        decodeEach(found.ranges, of: bytes, facts.deeper(), into: &results)
    }

    /// Each element from its own bytes, so that one bad element spoils no other.
    func decodeEach(
        _ ranges: [Range<Int>], of bytes: Span<UInt8>, _ facts: EnvelopeFacts, into results: inout [Decoded]
    ) {
        for range in ranges { decode(bytes.extracting(range), facts, into: &results) }
    }

    private func decodePacked(_ bytes: Span<UInt8>, _ facts: EnvelopeFacts, into results: inout [Decoded]) {
        do {
            let unpacked = try GzipInflater.inflate(bytes, limit: maximumUnpackedBytes)
            decode(unpacked.span, facts.deeper(), into: &results)
        } catch {
            results.append(.malformed(error))
        }
    }

    /// Neither object nor array: a credential report, a JSON text around a document, base64 of one, or nothing that we
    /// know.
    private func decodeText(
        _ bytes: Span<UInt8>, from start: Int, _ facts: EnvelopeFacts, into results: inout [Decoded]
    ) {
        if bytes.count - start > CredentialReport.head.count,
            (0..<CredentialReport.head.count).allSatisfy({ bytes[start + $0] == CredentialReport.head[$0] })
        {
            let report = (start..<bytes.count).map { bytes[$0] }
            return results.append(decodeCredentialReport(report))
        }
        let isQuoted = bytes[start] == UInt8(ascii: "\"")
        let first = isQuoted ? start + 1 : start
        if EventDecoder.beginsPacked(bytes, first) {
            let last = isQuoted ? lastQuote(bytes) : bytes.count
            if last > first, let packed = Base64Text.decode(bytes.extracting(first..<last)) {
                return decode(packed.span, facts.deeper(), into: &results)
            }
        }
        if let failure = tape.parse(bytes) {
            results.append(.notJSON(failure))
        } else if isQuoted, let inner = quotedDocument() {
            decode(inner.span, facts.deeper(), into: &results)
        } else {
            results.append(.malformed("unknown-envelope", "neither object nor array"))
        }
    }

    /// True for base64 whose bytes begin as gzip, an object or an array.
    private static func beginsPacked(_ bytes: Span<UInt8>, _ first: Int) -> Bool {
        guard first + 4 < bytes.count else { return false }
        switch (bytes[first], bytes[first + 1]) {
        case (UInt8(ascii: "H"), UInt8(ascii: "4")): return bytes[first + 2] == UInt8(ascii: "s")
        // An object: the second letter holds the first bits of what follows the brace.
        case (UInt8(ascii: "e"), UInt8(ascii: "w")...UInt8(ascii: "z")): return true
        // An array: the same behind the bracket.
        case (UInt8(ascii: "W"), UInt8(ascii: "w")...UInt8(ascii: "z")),
            (UInt8(ascii: "W"), UInt8(ascii: "3")):
            return true
        default: return false
        }
    }

    /// The text that the parsed tape holds, if it looks like a document.
    private func quotedDocument() -> [UInt8]? {
        guard tape.root.kind == .string else { return nil }
        let text = tape.copyText(tape.root)
        guard let first = text.first(where: { $0 > 0x20 }) else { return nil }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[") ? text : nil
    }

    private func lastQuote(_ bytes: Span<UInt8>) -> Int {
        var position = bytes.count - 1
        while position > 0, bytes[position] != UInt8(ascii: "\"") { position -= 1 }
        return position
    }
}

/// What an envelope says that a record inside may lack.
struct EnvelopeFacts {
    /// How many envelopes stand around.
    var depth = 0
    /// The account that the envelope names.
    var account: String?
    /// The region that the envelope names.
    var region: String?
    /// The instant that the envelope names, as text.
    var time: String?

    /// The same facts, one envelope deeper.
    func deeper() -> EnvelopeFacts {
        var inner = self
        inner.depth += 1
        return inner
    }
}

extension Decoded {
    static func malformed(_ reason: String, _ detail: String) -> Decoded {
        .malformed(DecodingFailure(reason, detail))
    }

    static func notJSON(_ failure: JSONFailure) -> Decoded {
        .malformed(DecodingFailure("not-json", "\(failure.reason.rawValue) at byte \(failure.offset)"))
    }
}
