internal import CloudModel
internal import JSONTokens

/// Who called, from `authenticationInfo`. Key names and tokens are not kept.
enum GCPActors {
    /// The principal, or nil if the entry names none.
    static func actor(_ tape: TokenTape, _ payload: Token) -> Actor? {
        guard let info = tape.member(payload, "authenticationInfo") else { return nil }
        let mail = text(tape, tape.member(info, "principalEmail"))
        let subject = text(tape, tape.member(info, "principalSubject"))
        guard let id = mail ?? subject else { return nil }
        var chain: [String] = []
        if let delegates = tape.member(info, "serviceAccountDelegationInfo") {
            for delegate in tape.elements(delegates) {
                let first = tape.member(delegate, "firstPartyPrincipal", "principalEmail")
                if let name = text(tape, tape.member(delegate, "principalSubject")) ?? text(tape, first) {
                    chain.append(name)
                }
            }
        }
        return Actor(
            type: id.hasSuffix("gserviceaccount.com") ? "ServiceAccount" : "User", id: id,
            account: project(of: id),
            chain: chain)
    }

    /// The project of a service account of a project's own.
    private static func project(of id: String) -> String {
        let suffix = ".iam.gserviceaccount.com"
        guard id.hasSuffix(suffix), let at = id.lastIndex(of: "@") else { return "" }
        return String(id[id.index(after: at)...].dropLast(suffix.count))
    }

    private static func text(_ tape: TokenTape, _ token: Token?) -> String? {
        guard let text = tape.string(token), !text.isEmpty else { return nil }
        return text
    }
}
