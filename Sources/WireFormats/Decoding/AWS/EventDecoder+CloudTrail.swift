import CloudModel
internal import JSONTokens

extension EventDecoder {
    /// One CloudTrail record whose top level is scanned. Reads and ungoverned writes end here without a token built or
    /// a text made.
    func decodeCloudTrail(
        _ bytes: Span<UInt8>, source: Token, name: Token, _ facts: EnvelopeFacts
    ) -> Decoded {
        guard source.kind == .string, name.kind == .string else {
            return .malformed("bad-value", source.kind == .string ? "eventName" : "eventSource")
        }
        let id = names.intern(bytes, tape, source: source, name: name)
        let verdict = cloudTrailRules.verdict(for: id, tape, source: source, name: name)
        if verdict.contains(.isPointer) {
            return .malformed("pointer-to-object", "a notification that only points at an object")
        }
        if let failure = headFailure(bytes, facts) { return .malformed(failure) }
        let readOnly = tape.bool(tape.slot(CloudTrailSlot.readOnly)) ?? verdict.contains(.readsByName)
        if readOnly && !verdict.contains(.listensToReads) {
            return .event(DecodedEvent(name: id, meaning: .irrelevant(.readOnly)))
        }
        if let code = tape.slot(CloudTrailSlot.errorCode), !code.isNull, code.length > 0 {
            return .event(DecodedEvent(name: id, meaning: .refused))
        }
        switch cloudTrailRules.effect(for: id, tape, source: source, name: name) {
        case .none(let reason): return .event(DecodedEvent(name: id, meaning: .irrelevant(reason)))
        case .fold(let fold): return folded(id, facts, fold)
        case .blind(let touch):
            return folded(id, facts) { .blind(touch($0)) }
        }
    }

    /// What is wrong with the version or the time, if anything.
    private func headFailure(_ bytes: Span<UInt8>, _ facts: EnvelopeFacts) -> DecodingFailure? {
        if let version = tape.slot(CloudTrailSlot.eventVersion), !version.isNull {
            guard version.length > 1, bytes[version.start] == UInt8(ascii: "1"),
                bytes[version.start + 1] == UInt8(ascii: ".")
            else { return DecodingFailure("bad-value", "eventVersion of an unknown major version") }
        }
        guard let time = tape.slot(CloudTrailSlot.eventTime) else {
            return facts.time == nil ? DecodingFailure("missing-field", "eventTime") : nil
        }
        guard time.kind == .string else { return DecodingFailure("bad-value", "eventTime") }
        if EventDecoder.isPlainTime(bytes, time) || Timestamp(rfc3339: tape.string(time) ?? "") != nil {
            return nil
        }
        return DecodingFailure("bad-time", "eventTime")
    }

    /// True for the form that CloudTrail writes, `2023-07-10T11:45:01Z`, with fields in range for every month.
    private static func isPlainTime(_ bytes: Span<UInt8>, _ time: Token) -> Bool {
        guard time.length == 20 else { return false }
        let start = time.start
        func number(_ offset: Int) -> Int {
            let high = Int(bytes[start + offset]) - 48
            let low = Int(bytes[start + offset + 1]) - 48
            return (0...9).contains(high) && (0...9).contains(low) ? high * 10 + low : 100
        }
        guard bytes[start + 4] == UInt8(ascii: "-"), bytes[start + 7] == UInt8(ascii: "-"),
            bytes[start + 10] == UInt8(ascii: "T"), bytes[start + 13] == UInt8(ascii: ":"),
            bytes[start + 16] == UInt8(ascii: ":"), bytes[start + 19] == UInt8(ascii: "Z")
        else { return false }
        return (19...21).contains(number(0)) && number(2) < 100 && (1...12).contains(number(5))
            && (1...28).contains(number(8)) && number(11) < 24 && number(14) < 60 && number(17) < 60
    }

    /// Builds the record and folds it.
    private func folded(
        _ id: EventNameID, _ facts: EnvelopeFacts,
        _ fold: (AWSEvent) -> AWSFoldOutcome
    ) -> Decoded {
        if let failure = tape.build() { return .notJSON(failure) }
        do {
            let event = try AWSEvent(tape, facts)
            if event.isOtherCopy { return .event(DecodedEvent(name: id, meaning: .irrelevant(.notGoverned))) }
            if event.responseHasError { return .event(DecodedEvent(name: id, meaning: .refused)) }
            return .event(DecodedEvent(name: id, meaning: event.meaning(of: fold(event))))
        } catch {
            return .malformed(error)
        }
    }
}
