/// Whose state something is: `aws:123456789012`, `azure:<subscription>`, `gcp:<project>`, or an
/// organisation's
/// (`aws-org:`, `azure-tenant:`, `gcp-org:`). The key of every account-keyed topic.
public struct AccountKey: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The whole key, as it stands on topics.
    public let text: String

    /// Takes a whole key as it is.
    public init(_ text: String) {
        self.text = text
    }

    /// The key of one account of a provider. Azure subscription ids are folded to lower case.
    public init(_ provider: Provider, _ id: String) {
        text = provider.rawValue + ":" + (provider == .azure ? id.lowercased() : id)
    }

    /// The account's id without the provider: what stands behind the colon.
    public var id: String {
        guard let colon = text.firstIndex(of: ":") else { return text }
        return String(text[text.index(after: colon)...])
    }

    /// The provider, or nil for a key that names none.
    public var provider: Provider? {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let name = text[..<colon]
        return Provider.allCases.first { name == $0.rawValue || name.hasPrefix($0.rawValue + "-") }
    }

    /// The whole key.
    public var description: String { text }

    /// By text.
    public static func < (left: AccountKey, right: AccountKey) -> Bool { left.text < right.text }
}
