public import CloudModel
import JSONTokens

/// A documented, approved exception that expires: the control goes on being evaluated, but its findings are quiet.
public struct Suppression: Sendable {
    /// The suppression's id.
    public let id: String
    /// The control's id.
    public let control: String
    /// What it is about.
    public let scope: Scope
    /// Why, in words.
    public let reason: String
    /// Who asked for it.
    public let requestedBy: String
    /// Who allowed it and when; nil while nobody has.
    public let approval: Approval?
    /// When it was asked for.
    public let created: Timestamp
    /// When it ends.
    public let expires: Timestamp
    /// A CEL expression about the suppressed resource; it holds only while that is true. Nil if it has none.
    public let condition: String?

    /// The longest life of a suppression, in seconds: a year.
    public static let maximumSeconds: Int64 = 366 * 86400

    /// What it is about; every given part must fit.
    public struct Scope: Hashable, Sendable {
        /// The account by its id; empty for every account.
        public let account: String
        /// The resource by its native id or full name; empty for every resource.
        public let resource: String
        /// A tag that the resource must carry; nil for none.
        public let tag: Tag?
    }

    /// A tag that a resource must carry.
    public struct Tag: Hashable, Sendable {
        /// The key.
        public let key: String
        /// The value.
        public let value: String
    }

    /// Who allowed it and when.
    public struct Approval: Hashable, Sendable {
        /// The person.
        public let by: String
        /// The instant.
        public let at: Timestamp
    }

    /// True if it accepts a failure of one resource as it was seen: it names the resource, and no condition says when it ends.
    public var acceptsWhatWasSeen: Bool { condition == nil && !scope.resource.isEmpty }

    /// True from its approval by another person until it expires.
    public func isInForce(at time: Timestamp) -> Bool {
        guard let approval, approval.by.lowercased() != requestedBy.lowercased() else { return false }
        return approval.at <= time && created <= time && time < expires
    }
}

extension Suppression {
    /// Reads a suppression document. Whether its control exists, and whether its condition compiles, is checked when a
    /// catalogue is made.
    ///
    /// - Parameter bytes: one JSON object.
    /// - Throws: the first refused field by its path.
    public init(json bytes: [UInt8]) throws(DocumentError) {
        let value = try JSONField.document(bytes)
        let root = JSONField(view: value.view, name: "")
        try root.check([
            "id", "control", "scope", "reason", "requested_by", "approval", "created", "expires", "while",
        ])
        id = try root.required("id").filledText()
        control = try root.required("control").filledText()
        scope = try Suppression.scope(try root.required("scope"), control)
        reason = try root.required("reason").filledText()
        requestedBy = try root.required("requested_by").filledText()
        approval = try Suppression.approval(root.optional("approval"), requestedBy)
        created = try root.required("created").time()
        condition = try root.optional("while")?.filledText()
        let end = try root.required("expires")
        expires = try end.time()
        if expires <= created { throw end.error("The end is not after the creation.") }
        if expires - created > Suppression.maximumSeconds * 1_000_000_000 {
            throw end.error("A suppression lasts at most a year.", hint: "review it and ask again")
        }
    }

    /// The account as the resources carry it, with or without the provider before it; the control says which provider's it is.
    private static func account(_ field: JSONField?, _ control: String) throws(DocumentError) -> String {
        guard let field else { return "" }
        let text = try field.filledText()
        guard let provider = control.split(separator: ".").first.flatMap({ Provider(rawValue: String($0)) })
        else { return text }
        let prefix = provider.rawValue + ":"
        guard text.hasPrefix(prefix) else {
            // The key of an organisation is no account's.
            return AccountKey(text).provider == provider ? text : try field.accountID(text, provider)
        }
        return prefix + (try field.accountID(String(text.dropFirst(prefix.count)), provider))
    }

    private static func scope(_ field: JSONField, _ control: String) throws(DocumentError) -> Scope {
        try field.check(["account", "resource", "tag"])
        var tag: Tag?
        if let entry = field.optional("tag") {
            try entry.check(["key", "value"])
            tag = Tag(
                key: try entry.required("key").filledText(), value: try entry.required("value").text())
        }
        let scope = Scope(
            account: try account(field.optional("account"), control),
            resource: try field.optional("resource")?.filledText() ?? "", tag: tag)
        if scope.account.isEmpty, scope.resource.isEmpty, tag == nil {
            throw field.error("The scope is empty.", hint: "give an account, a resource or a tag")
        }
        return scope
    }

    private static func approval(
        _ field: JSONField?, _ requestedBy: String
    ) throws(DocumentError) -> Approval? {
        guard let field else { return nil }
        try field.check(["by", "at"])
        let by = try field.required("by")
        let person = try by.filledText()
        if person.lowercased() == requestedBy.lowercased() {
            throw by.error("Whoever asks for a suppression cannot approve it.")
        }
        return Approval(by: person, at: try field.required("at").time())
    }
}
