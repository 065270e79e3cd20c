import CloudModel
internal import JSONTokens

extension AWSEvent {
    /// The most bytes of a user agent that a cause keeps.
    private static let maximumAgentBytes = 256

    /// Who did what, when and from where. No tokens and no access keys.
    func makeCause() -> CauseRecord {
        CauseRecord(
            eventID: shapes.text(origin.eventID) ?? shapes.text(origin.requestID) ?? "", time: time,
            action: action, actor: makeActor(), sourceAddress: pooled(origin.address) ?? "",
            userAgent: AWSEvent.cut(pooled(origin.agent) ?? ""))
    }

    /// The value as text, shared with other events.
    private func pooled(_ token: Token?) -> String? {
        guard let token else { return nil }
        guard token.kind == .string else { return shapes.text(token) }
        return token.length == 0 ? nil : pools.callers.string(shapes.tape, token)
    }

    private func makeActor() -> Actor? {
        let tape = shapes.tape
        guard let identity, identity.kind == .object else { return nil }
        let isPicked = tape.pick(identity, AWSIdentityField.projection)
        func field(_ field: AWSIdentityField) -> Token? {
            isPicked
                ? tape.picked(field.rawValue) : tape.member(identity, AWSIdentityField.keys[field.rawValue])
        }
        let session = field(.session)
        let issuer = session.flatMap { tape.member($0, "sessionIssuer") }
        let invokedBy = pooled(field(.invokedBy))
        var chain: [String] = []
        func add(_ text: String?) {
            if let text, !text.isEmpty { chain.append(text) }
        }
        add(pooled(shapes.member(issuer, "arn")))
        if let session {
            add(pooled(shapes.member(session, "sourceIdentity")))
            add(pooled(shapes.member(shapes.member(session, "webIdFederationData"), "federatedProvider")))
        }
        add(pooled(field(.provider)))
        add(pooled(shapes.member(field(.onBehalfOf), "userId")))
        add(invokedBy)
        return Actor(
            type: pooled(field(.type)) ?? (invokedBy == nil ? "Unknown" : "AWSService"),
            id: shapes.text(field(.arn)) ?? shapes.text(field(.principal)) ?? invokedBy ?? "",
            name: pooled(field(.userName)) ?? pooled(shapes.member(issuer, "userName")) ?? "",
            account: pooled(field(.account)) ?? pooled(shapes.member(issuer, "accountId")) ?? "",
            chain: chain)
    }

    /// At most that many bytes, cut between characters.
    private static func cut(_ text: String) -> String {
        guard text.utf8.count > maximumAgentBytes else { return text }
        var end = text.utf8.index(text.startIndex, offsetBy: maximumAgentBytes)
        while end.samePosition(in: text.unicodeScalars) == nil { end = text.utf8.index(before: end) }
        return String(text[..<end])
    }
}
