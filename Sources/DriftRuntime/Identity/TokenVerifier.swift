internal import CloudModel
internal import JSONTokens

/// Says whose a token is: a function of the token, the issuer's keys and the time.
struct TokenVerifier: Sendable, Hashable {
    /// What a token's `iss` must be.
    let issuer: String
    /// What its `aud` must name.
    let audience: String
    /// Where its roles stand: a claim's name, or a path of names with dots.
    let rolesClaim: String

    /// How far the issuer's clock and ours may differ.
    static let leewaySeconds: Int64 = 60
    /// OpenID Connect Core, section 2.
    private static let maximumSubjectBytes = 255

    /// Who the token's bearer is, or why it is not believed.
    func caller(
        of text: String, keys: [VerificationKey], at now: Timestamp
    ) throws(TokenRefusal) -> Caller {
        let token = try SignedToken(text)
        guard let algorithm = VerificationKey.Algorithm(rawValue: token.algorithm) else {
            throw TokenRefusal("it is not signed with RS256 or ES256")
        }
        let key = try key(of: token, algorithm, keys)
        guard key.verifies(token.signature, of: token.message) else {
            throw TokenRefusal("its signature is wrong")
        }
        let claims = token.claims.view
        try check(claims, at: now)
        guard let subject = claims.member("sub")?.string, Self.isName(subject) else {
            throw TokenRefusal("it does not say who its bearer is (sub)")
        }
        return Caller(subject: subject, mail: claims.member("email")?.string, roles: roles(in: claims))
    }

    /// A token without a key's id is taken if only one key can be meant.
    private func key(
        of token: SignedToken, _ algorithm: VerificationKey.Algorithm, _ keys: [VerificationKey]
    ) throws(TokenRefusal) -> VerificationKey {
        let fitting = keys.filter { $0.algorithm == algorithm }
        if let id = token.keyID, let key = fitting.first(where: { $0.id == id }) { return key }
        if let id = token.keyID, keys.contains(where: { $0.id == id }) {
            throw TokenRefusal("its key is not one for its algorithm")
        }
        if token.keyID == nil, fitting.count == 1 { return fitting[0] }
        throw TokenRefusal("the issuer has no such key", isUnknownKey: true)
    }

    private func check(_ claims: FlatView, at now: Timestamp) throws(TokenRefusal) {
        guard claims.member("iss")?.string == issuer else {
            throw TokenRefusal("it is of another issuer (iss)")
        }
        let audiences = claims.member("aud").map { $0.tag == .list ? $0.elements.map(\.string) : [$0.string] }
        guard audiences?.contains(audience) ?? false else {
            throw TokenRefusal("it is meant for somebody else (aud)")
        }
        let seconds = Double(now.nanoseconds / 1_000_000_000)
        let leeway = Double(Self.leewaySeconds)
        guard let end = Self.number(claims.member("exp")) else {
            throw TokenRefusal("it does not say when it ends (exp)")
        }
        guard seconds < end + leeway else { throw TokenRefusal("it has expired (exp)") }
        if let start = claims.member("nbf") {
            guard let start = Self.number(start), seconds >= start - leeway else {
                throw TokenRefusal("it is not valid yet (nbf)")
            }
        }
    }

    /// Seconds since 1970, with or without a fraction (RFC 7519, section 2).
    private static func number(_ value: FlatView?) -> Double? {
        value.flatMap { $0.int.map { Double($0) } ?? $0.double }
    }

    private static func isName(_ text: String) -> Bool {
        (1...maximumSubjectBytes).contains(text.utf8.count)
            && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }

    /// The texts of a list, or the words of one text; none if the claim is not there.
    private func roles(in claims: FlatView) -> Set<String> {
        // Some issuers want claims to be called like addresses, which have dots.
        var value = claims.member(rolesClaim)
        if value == nil {
            value = rolesClaim.split(separator: ".").reduce(claims as FlatView?) { $0?.member(String($1)) }
        }
        guard let value else { return [] }
        if value.tag == .list { return Set(value.elements.compactMap(\.string)) }
        return Set((value.string ?? "").split(separator: " ").map(String.init))
    }
}
