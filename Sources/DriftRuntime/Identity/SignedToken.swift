internal import JSONTokens

/// A JSON web token in its compact form (RFC 7515, section 7.1), taken apart; nothing of it is believed yet.
struct SignedToken {
    /// How it says that it is signed.
    let algorithm: String
    /// Which key it says that it is signed with.
    let keyID: String?
    /// What is signed: header and claims as they stand in the token.
    let message: [UInt8]
    let signature: [UInt8]
    let claims: FlatValue

    /// A longer one is not looked at.
    static let maximumBytes = 16 << 10
    /// What the header's `typ` may say, in lower case. Tokens for other purposes of the same issuer name others (RFC 8725, 3.11).
    private static let types = ["jwt", "at+jwt", "application/at+jwt"]

    init(_ text: String) throws(TokenRefusal) {
        guard text.utf8.count <= Self.maximumBytes else {
            throw TokenRefusal("it is longer than \(Self.maximumBytes) bytes")
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3 else { throw TokenRefusal("it has not the three parts of a signed token") }
        let header = try Self.object(parts[0], "header")
        guard let algorithm = header.view.member("alg")?.string else {
            throw TokenRefusal("its header names no algorithm")
        }
        guard header.view.member("crit") == nil else {
            throw TokenRefusal("its header asks for an extension (crit) that is not known here")
        }
        if let type = header.view.member("typ"),
            !Self.types.contains(type.string?.lowercased() ?? "")
        {
            throw TokenRefusal("it is a token for something else (typ)")
        }
        guard let signature = Base64Address.bytes(parts[2]) else {
            throw TokenRefusal("its signature is not in base64 for addresses")
        }
        self.algorithm = algorithm
        keyID = header.view.member("kid")?.string
        message = Array("\(parts[0]).\(parts[1])".utf8)
        self.signature = signature
        claims = try Self.object(parts[1], "claims")
    }

    private static func object(_ part: Substring, _ name: String) throws(TokenRefusal) -> FlatValue {
        guard let bytes = Base64Address.bytes(part), let value = try? FlatValue(json: bytes),
            value.view.tag == .map
        else { throw TokenRefusal("its \(name) cannot be read") }
        return value
    }
}

/// Why a token is not believed. Never holds anything of the token itself.
struct TokenRefusal: Error, Hashable {
    let reason: String
    /// True if another set of keys might change that.
    let isUnknownKey: Bool

    init(_ reason: String, isUnknownKey: Bool = false) {
        self.reason = reason
        self.isUnknownKey = isUnknownKey
    }
}
