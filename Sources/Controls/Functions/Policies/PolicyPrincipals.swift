internal import JSONTokens

/// Whom a statement is about.
struct PolicyPrincipals {
    enum Principal: Equatable {
        /// `*`, in whichever form.
        case everyone
        /// An account, or a user, role or session of it.
        case account(id: String, name: String)
        /// A service of AWS: `cloudtrail.amazonaws.com`, or `*`.
        case service(String)
        /// An identity provider: an ARN, a host name, or `*`.
        case federated(String)
        /// Somebody that is no account's: a canonical user id, the id of a deleted user or role.
        case other(String)
    }

    let all: [Principal]

    init(_ value: FlatView) throws(PolicyError) {
        var all: [Principal] = []
        let kinds = value.tag == .map ? Array(value.members) : [(key: "AWS", value: value)]
        for (kind, names) in kinds {
            for name in try PolicyPrincipals.texts(names) {
                all.append(try PolicyPrincipals.principal(kind, name))
            }
        }
        guard !all.isEmpty else { throw PolicyError(message: "a principal is empty") }
        self.all = all
    }

    /// True if everyone is among them: everybody on the internet, any service, or any identity provider.
    var isEveryone: Bool {
        all.contains { principal in
            switch principal {
            case .everyone, .service("*"), .federated("*"): true
            default: false
            }
        }
    }

    private static func texts(_ value: FlatView) throws(PolicyError) -> [String] {
        // An account id may have lost its quotes on the way.
        let texts = value.listed.compactMap { $0.string ?? $0.int.map(String.init) }
        guard texts.count == value.listed.count, !texts.contains("") else {
            throw PolicyError(message: "a principal is neither a text nor a list of texts")
        }
        return texts
    }

    private static func principal(_ kind: String, _ name: String) throws(PolicyError) -> Principal {
        switch kind.lowercased() {
        case "aws", "*": name == "*" ? .everyone : identity(name)
        case "service": .service(name)
        case "federated": .federated(name)
        case "canonicaluser": .other(name)
        default: throw PolicyError(message: "a principal is of an unknown kind \(kind)")
        }
    }

    private static func identity(_ name: String) -> Principal {
        if isAccountID(name) { return .account(id: name, name: name) }
        let parts = name.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count >= 5, parts[0] == "arn" else { return .other(name) }
        let account = String(parts[4])
        if Wildcard.isIn(account) { return .everyone }
        return isAccountID(account) ? .account(id: account, name: name) : .other(name)
    }

    private static func isAccountID(_ text: String) -> Bool {
        text.utf8.count == 12 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
