import CloudModel
internal import JSONTokens

extension AWSEvent {
    /// The most bytes of a user agent that a cause keeps.
    private static let maximumAgentBytes = 256

    /// Who did what, when and from where. No tokens and no access keys.
    func makeCause() -> CauseRecord {
        let tape = shapes.tape
        let source = shapes.text(tape.member(root, "eventSource")) ?? ""
        let name = shapes.text(tape.member(root, "eventName")) ?? ""
        let id = shapes.text(tape.member(root, "eventID")) ?? shapes.text(tape.member(root, "requestID"))
        return CauseRecord(
            eventID: id ?? "", time: time, action: source + "/" + name, actor: makeActor(),
            sourceAddress: shapes.text(tape.member(root, "sourceIPAddress")) ?? "",
            userAgent: AWSEvent.cut(shapes.text(tape.member(root, "userAgent")) ?? ""))
    }

    private func makeActor() -> Actor? {
        let tape = shapes.tape
        guard let identity = tape.member(root, "userIdentity"), identity.kind == .object else { return nil }
        func text(_ key: StaticString) -> String? { shapes.text(tape.member(identity, key)) }
        let session = tape.member(identity, "sessionContext")
        let issuer = session.flatMap { tape.member($0, "sessionIssuer") }
        let invokedBy = text("invokedBy")
        let chain = [
            shapes.text(shapes.member(issuer, "arn")),
            shapes.text(shapes.member(session, "sourceIdentity")),
            shapes.text(shapes.member(shapes.member(session, "webIdFederationData"), "federatedProvider")),
            text("identityProvider"),
            shapes.text(shapes.member(tape.member(identity, "onBehalfOf"), "userId")),
            invokedBy,
        ]
        return Actor(
            type: text("type") ?? (invokedBy == nil ? "Unknown" : "AWSService"),
            id: text("arn") ?? text("principalId") ?? invokedBy ?? "",
            name: text("userName") ?? shapes.text(shapes.member(issuer, "userName")) ?? "",
            account: text("accountId") ?? shapes.text(shapes.member(issuer, "accountId")) ?? "",
            chain: chain.compactMap { $0 }.filter { !$0.isEmpty })
    }

    /// At most that many bytes, cut between characters.
    private static func cut(_ text: String) -> String {
        guard text.utf8.count > maximumAgentBytes else { return text }
        var end = text.utf8.index(text.startIndex, offsetBy: maximumAgentBytes)
        while end.samePosition(in: text.unicodeScalars) == nil { end = text.utf8.index(before: end) }
        return String(text[..<end])
    }
}
