import CloudModel
internal import JSONTokens

extension EventDecoder {
    /// Adds what the record says of the credential that it was made with, if that is root or an access key that was not seen
    /// in this hour.
    ///
    /// The record's scan must be the last one, and what was decoded of it must not need the tape any more. Records of
    /// roles and services, which are nearly all, are told apart by a few bytes.
    func decodeUse(_ use: PossibleUse, of bytes: Span<UInt8>, _ facts: EnvelopeFacts) -> Decoded? {
        if let key = use.key, !keyHours.note(key.id, at: key.time) { return nil }
        guard tape.parse(bytes) == nil,
            let event = try? AWSEvent(tape, facts, action: useAction(), pools: textPools)
        else { return nil }
        let changes = CredentialUse.changes(event)
        return changes.isEmpty ? nil : .use(changes)
    }

    /// What the scanned record may say; nil for the many that say nothing.
    func possibleUse(_ bytes: Span<UInt8>) -> PossibleUse? {
        guard let identity = tape.slot(CloudTrailSlot.identity), identity.kind == .object else { return nil }
        let range = tape.textRange(identity)
        guard PossibleUse.mayMatter(bytes, range), !isSignIn else { return nil }
        let time = tape.slot(CloudTrailSlot.eventTime).flatMap { token in
            Timestamp(plain: bytes.extracting(token.start..<(token.start + token.length)))
        }
        return PossibleUse(bytes, range, time)
    }

    /// Sign-ins have folds that know whether they succeeded.
    private var isSignIn: Bool {
        tape.slot(CloudTrailSlot.eventSource).map { tape.equals($0, "signin.amazonaws.com") } ?? false
    }

    private func useAction() -> String {
        let root = tape.root
        return (tape.string(tape.member(root, "eventSource")) ?? "") + "/"
            + (tape.string(tape.member(root, "eventName")) ?? "")
    }
}

/// What the bytes of a record's identity let expect, read without a token built.
struct PossibleUse {
    /// The key and the time of its use, where both have their usual form; then a table tells whether it was seen.
    let key: (id: KeyHours.Key, time: Timestamp)?

    private static let root = Array(#""Root""#.utf8)
    private static let accessKey = Array(#""accessKeyId":"AKIA"#.utf8)
    /// Records that were written anew have spaces around the colon; of them every use is taken.
    private static let lastingKey = Array(#""AKIA"#.utf8)

    /// Looks for root or an access key in the identity; nil if neither is there.
    init?(_ bytes: Span<UInt8>, _ range: Range<Int>, _ time: Timestamp?) {
        guard PossibleUse.mayMatter(bytes, range) else { return nil }
        guard let place = PossibleUse.find(PossibleUse.accessKey, in: bytes, range) else {
            guard
                PossibleUse.find(PossibleUse.root, in: bytes, range) != nil
                    || PossibleUse.find(PossibleUse.lastingKey, in: bytes, range) != nil
            else { return nil }
            key = nil
            return
        }
        guard let time, place + 16 < range.upperBound, bytes[place + 16] == UInt8(ascii: "\"") else {
            key = nil
            return
        }
        let id = KeyHours.Key(high: ByteWords.word(bytes, place), low: ByteWords.word(bytes, place + 8))
        key = PossibleUse.find(PossibleUse.root, in: bytes, range) == nil ? (id, time) : nil
    }

    /// False for identities that begin as those of roles, services and other accounts do: `{"type":"A…`. Records that spell
    /// it another way are looked through.
    static func mayMatter(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count > 16, ByteWords.word(bytes, range.lowerBound) == head,
            bytes[range.lowerBound + 8] == UInt8(ascii: "\"")
        else { return true }
        let first = bytes[range.lowerBound + 9]
        return first == UInt8(ascii: "I") || first == UInt8(ascii: "R")
    }

    /// `{"type":` as a word of the machine.
    private static let head = UInt64(littleEndian: 0x3A22_6570_7974_227B)

    /// Where the bytes behind the text begin, or nil if it is not in the range.
    private static func find(_ text: [UInt8], in bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        guard range.count >= text.count, range.upperBound <= bytes.count else { return nil }
        let text = text.span
        for place in range.lowerBound...(range.upperBound - text.count) where bytes[place] == text[0] {
            var length = 1
            while length < text.count, bytes[place + length] == text[length] { length += 1 }
            if length == text.count { return place + length }
        }
        return nil
    }
}
