/// Who calls, as a token said that was verified.
public struct Caller: Sendable, Hashable {
    /// The token's `sub`: what the issuer calls this person, for good.
    public let subject: String
    /// The mail address with all but its first letter and its domain hidden; nil if the token has none.
    public let mail: String?
    /// The roles by name.
    let roles: Set<String>

    /// A person with these roles. The mail address is kept masked only.
    init(subject: String, mail: String? = nil, roles: Set<String> = []) {
        self.subject = subject
        self.mail = mail.flatMap(Caller.masked)
        self.roles = roles
    }

    /// `ada@example.com` as `a***@example.com`; nil for what is no address.
    private static func masked(_ mail: String) -> String? {
        guard let sign = mail.lastIndex(of: "@"), let first = mail.first, first != "@" else { return nil }
        return "\(first)***\(mail[sign...])"
    }
}
