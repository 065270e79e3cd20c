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
        do {
            hear(bytes, facts, at: try eventTime(bytes, facts))
        } catch {
            return .malformed(error)
        }
        let readOnly = tape.bool(tape.slot(CloudTrailSlot.readOnly)) ?? verdict.contains(.readsByName)
        if readOnly && !verdict.contains(.listensToReads) {
            return .event(DecodedEvent(name: id, meaning: .irrelevant(.readOnly)))
        }
        if let code = tape.slot(CloudTrailSlot.errorCode), !code.isNull, code.length > 0 {
            return .event(DecodedEvent(name: id, meaning: .refused))
        }
        return governed(id, source: source, name: name, facts)
    }

    private func governed(_ id: EventNameID, source: Token, name: Token, _ facts: EnvelopeFacts) -> Decoded {
        switch cloudTrailRules.effect(for: id, tape, source: source, name: name) {
        case .none(let reason): return .event(DecodedEvent(name: id, meaning: .irrelevant(reason)))
        case .fold(let fold):
            return folded(id, action(id, source: source, name: name), facts, fold.meaning(of:))
        case .blind(let touch):
            return folded(id, action(id, source: source, name: name), facts) { .blind(touch($0)) }
        }
    }

    /// The record's time, once its version is one that we know.
    private func eventTime(
        _ bytes: Span<UInt8>, _ facts: EnvelopeFacts
    ) throws(DecodingFailure) -> Timestamp {
        if let version = tape.slot(CloudTrailSlot.eventVersion), !version.isNull {
            guard version.length > 1, bytes[version.start] == UInt8(ascii: "1"),
                bytes[version.start + 1] == UInt8(ascii: ".")
            else { throw DecodingFailure("bad-value", "eventVersion of an unknown major version") }
        }
        guard let token = tape.slot(CloudTrailSlot.eventTime) else {
            guard let text = facts.time else { throw DecodingFailure("missing-field", "eventTime") }
            guard let time = Timestamp(rfc3339: text) else { throw DecodingFailure("bad-time", "eventTime") }
            return time
        }
        guard token.kind == .string else { throw DecodingFailure("bad-value", "eventTime") }
        let place = token.start..<(token.start + token.length)
        guard
            let time = Timestamp(plain: bytes.extracting(place))
                ?? Timestamp(rfc3339: tape.string(token) ?? "")
        else { throw DecodingFailure("bad-time", "eventTime") }
        return time
    }

    /// Notes whose log the record shows to arrive.
    private func hear(_ bytes: Span<UInt8>, _ facts: EnvelopeFacts, at time: Timestamp) {
        if let account = tape.slot(CloudTrailSlot.account), account.kind == .string, account.length > 0,
            let region = tape.slot(CloudTrailSlot.region), region.kind == .string
        {
            feeds.note(bytes, account: tape.textRange(account), region: tape.textRange(region), at: time)
        } else if let account = facts.account {
            feeds.note(.cloudTrail, AccountKey(.aws, account), facts.region ?? "", at: time)
        }
    }

    /// Service and name, shared by all events of the name. Number 0 stands for many names.
    private func action(_ id: EventNameID, source: Token, name: Token) -> String {
        if id.index > 0, let known = cloudTrailRules.action(of: id) { return known }
        return (tape.string(source) ?? "") + "/" + (tape.string(name) ?? "")
    }

    /// Builds the record and folds it.
    private func folded(
        _ id: EventNameID, _ action: String, _ facts: EnvelopeFacts,
        _ fold: (AWSEvent) -> AWSFoldOutcome
    ) -> Decoded {
        if let failure = tape.build() { return .notJSON(failure) }
        do {
            let event = try AWSEvent(tape, facts, action: action, pools: textPools)
            if event.isOtherCopy { return .event(DecodedEvent(name: id, meaning: .irrelevant(.notGoverned))) }
            if event.responseHasError { return .event(DecodedEvent(name: id, meaning: .refused)) }
            let meaning = event.meaning(of: fold(event))
            if case .blind = meaning { feeds.noteBlind(id) }
            return .event(DecodedEvent(name: id, meaning: meaning))
        } catch {
            return .malformed(error)
        }
    }
}
