import CloudModel
import Testing
import TokenSupport

@testable import DriftRuntime

/// Whose a token is, and which are not believed.
@Suite struct TokenVerifierTests {
    private static let issuer = TestIssuer()
    private static let now = Timestamp(seconds: 1_800_000_000)

    private static func claims(
        _ more: String = "", iss: String = TestIssuer.name, aud: String = #""plumbline""#,
        exp: String = "1800000300", sub: String = #""ada""#
    ) -> String {
        #"{"iss":"\#(iss)","aud":\#(aud),"exp":\#(exp),"sub":\#(sub)\#(more)}"#
    }

    private func verifier(_ rolesClaim: String = "roles") -> TokenVerifier {
        TokenVerifier(issuer: TestIssuer.name, audience: "plumbline", rolesClaim: rolesClaim)
    }

    private func caller(_ token: String, _ rolesClaim: String = "roles", keys: String? = nil) throws -> Caller
    {
        let keys = try #require(VerificationKey.set(Array((keys ?? Self.issuer.keys).utf8)))
        return try verifier(rolesClaim).caller(of: token, keys: keys, at: Self.now)
    }

    private func refusal(_ token: String, keys: String? = nil) throws -> TokenRefusal {
        try #require(throws: TokenRefusal.self) { try caller(token, keys: keys) }
    }

    @Test(arguments: [TestIssuer.Algorithm.rs256, .es256])
    func `a good token says who its bearer is and which roles he has`(_ algorithm: TestIssuer.Algorithm)
        throws
    {
        let more = #","email":"ada@example.com","roles":["plumbline-editor","x"],"nbf":1799999000.5"#
        let caller = try caller(Self.issuer.token(Self.claims(more), algorithm))
        #expect(caller == Caller(subject: "ada", mail: "ada@example.com", roles: ["plumbline-editor", "x"]))
        #expect(caller.mail == "a***@example.com")
    }

    @Test(arguments: [TestIssuer.Algorithm.rs256, .es256])
    func `a changed token, and one that another issuer signed, has a wrong signature`(
        _ algorithm: TestIssuer.Algorithm
    ) throws {
        let other = TestIssuer().token(Self.claims(), algorithm)
        #expect(try refusal(other).reason == "its signature is wrong")
        var parts = Self.issuer.token(Self.claims(), algorithm).split(separator: ".").map(String.init)
        parts[1] = TestIssuer.address(Array(Self.claims(sub: #""eve""#).utf8))
        #expect(try refusal(parts.joined(separator: ".")).reason == "its signature is wrong")
        parts[2] = ""
        #expect(try refusal(parts.joined(separator: ".")).reason == "its signature is wrong")
        parts[2] = TestIssuer.address(Array(repeating: 0, count: 64))
        #expect(try refusal(parts.joined(separator: ".")).reason == "its signature is wrong")
    }

    @Test(arguments: [TestIssuer.Algorithm.rs256, .es256])
    func `no change of any one character of a token makes it say something else`(
        _ algorithm: TestIssuer.Algorithm
    ) throws {
        let token = Array(Self.issuer.token(Self.claims(#","roles":["plumbline-editor"]"#), algorithm).utf8)
        let keys = try #require(VerificationKey.set(Array(Self.issuer.keys.utf8)))
        let honest = try verifier().caller(
            of: String(decoding: token, as: UTF8.self), keys: keys, at: Self.now)
        // The last character has bits that stand for nothing.
        for place in token.indices.dropLast() {
            var changed = token
            changed[place] = changed[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
            #expect(throws: TokenRefusal.self, "\(place)") {
                try verifier().caller(of: String(decoding: changed, as: UTF8.self), keys: keys, at: Self.now)
            }
        }
        #expect(honest.roles == ["plumbline-editor"])
    }

    @Test func `several audiences may be named, and ours must be one of them`() throws {
        #expect(try caller(Self.issuer.token(Self.claims(aud: #"["x","plumbline"]"#))).subject == "ada")
        for audience in [#""other""#, #"["x"]"#, "[]", "null", "7", #""plumbline2""#] {
            let refused = try refusal(Self.issuer.token(Self.claims(aud: audience)))
            #expect(refused.reason.contains("(aud)"), "\(audience)")
        }
    }

    @Test func `another issuer's token is refused, also one that is called nearly the same`() throws {
        for issuer in ["https://other.example", TestIssuer.name + "/", ""] {
            #expect(try refusal(Self.issuer.token(Self.claims(iss: issuer))).reason.contains("(iss)"))
        }
    }

    @Test func `a token counts from its beginning until its end, with a minute for clocks that differ`()
        throws
    {
        #expect(try caller(Self.issuer.token(Self.claims(exp: "1799999941"))).subject == "ada")
        let ends = ["1799999940", "1", "-1", #""1800000300""#, "null", "1e-300"]
        for end in ends {
            #expect(try refusal(Self.issuer.token(Self.claims(exp: end))).reason.contains("(exp)"), "\(end)")
        }
        #expect(try caller(Self.issuer.token(Self.claims(#","nbf":1800000060"#))).subject == "ada")
        for start in ["1800000061", #""soon""#, "1e300"] {
            let refused = try refusal(Self.issuer.token(Self.claims(#","nbf":\#(start)"#)))
            #expect(refused.reason.contains("(nbf)"), "\(start)")
        }
    }

    @Test(arguments: ["none", "None", "HS256", "RS512", "PS256", "ES384", ""])
    func `an algorithm that is not one of the two is refused`(_ algorithm: String) throws {
        let header = #"{"alg":"\#(algorithm)","kid":"rsa-1"}"#
        let token = Self.issuer.token(Self.claims(), header: header)
        #expect(try refusal(token).reason == "it is not signed with RS256 or ES256")
        let unsigned = token.split(separator: ".").prefix(2).joined(separator: ".") + "."
        #expect(try refusal(unsigned).reason == "it is not signed with RS256 or ES256")
    }

    @Test func `a key is for its own algorithm only, whatever the token says`() throws {
        let confused = Self.issuer.token(Self.claims(), .es256, header: #"{"alg":"ES256","kid":"rsa-1"}"#)
        #expect(try refusal(confused) == TokenRefusal("its key is not one for its algorithm"))
        let reverse = Self.issuer.token(Self.claims(), .rs256, header: #"{"alg":"RS256","kid":"ec-1"}"#)
        #expect(try refusal(reverse) == TokenRefusal("its key is not one for its algorithm"))
    }

    @Test func `an unknown key is told apart, and a token without a key's id needs the only one there is`()
        throws
    {
        let other = Self.issuer.token(Self.claims(), header: #"{"alg":"RS256","kid":"rsa-2"}"#)
        #expect(try refusal(other).isUnknownKey)
        let none = Self.issuer.token(Self.claims(), header: #"{"alg":"RS256"}"#)
        #expect(try caller(none).subject == "ada")
        let one = Self.issuer.keys.dropFirst(9).dropLast(2)
        let two = #"{"keys":[\#(one),\#(one.replacing("rsa-1", with: "rsa-2"))]}"#
        #expect(try refusal(none, keys: two).isUnknownKey)
        #expect(try caller(other, keys: two).subject == "ada")
    }

    @Test func `keys for something else, short ones and unknown types are no keys`() throws {
        let set = { (key: String) in VerificationKey.set(Array(#"{"keys":[\#(key)]}"#.utf8)) }
        let rsa = { (bytes: Int, more: String) in
            #"{"kty":"RSA","e":"AQAB","n":"\#(TestIssuer.address(Array(repeating: 255, count: bytes)))"\#(more)}"#
        }
        #expect(set(rsa(256, ""))?.count == 1)
        for key in [
            rsa(255, ""), rsa(2_000, ""), rsa(256, #","use":"enc""#), rsa(256, #","alg":"RS512""#),
            rsa(256, #","key_ops":["sign"]"#), #"{"kty":"oct","k":"AAAA"}"#, "7", "{}",
            #"{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}"#,
        ] {
            #expect(set(key)?.isEmpty == true, "\(key)")
        }
        for text in ["", "[]", "{}", #"{"keys":{}}"#, "\u{0}"] {
            #expect(VerificationKey.set(Array(text.utf8)) == nil)
        }
        // A point that is not on the curve verifies nothing.
        let point = TestIssuer.address(Array(repeating: 1, count: 32))
        let odd = #"{"keys":[{"kty":"EC","crv":"P-256","kid":"ec-1","x":"\#(point)","y":"\#(point)"}]}"#
        #expect(
            try refusal(Self.issuer.token(Self.claims(), .es256), keys: odd).reason
                == "its signature is wrong")
    }

    @Test(arguments: [
        "", "a", "a.b", "a.b.c", "..", "a.b.c.d", "e30.e30.", "e30=.e30.AA", "W10.e30.AA", "🦆.🦆.🦆",
        "eyJhbGciOiJSUzI1NiJ9.AAAA.AA",
    ])
    func `garbage is refused`(_ token: String) throws {
        #expect(try refusal(token).reason.isEmpty == false)
    }

    @Test func `what is too long, for something else, or asks for an extension is refused`() throws {
        let long = Self.issuer.token(Self.claims(#","x":"\#(String(repeating: "x", count: 13_000))""#))
        #expect(long.utf8.count > SignedToken.maximumBytes)
        #expect(try refusal(long).reason.contains("longer"))
        let logout = Self.issuer.token(
            Self.claims(), header: #"{"alg":"RS256","kid":"rsa-1","typ":"logout+jwt"}"#)
        #expect(try refusal(logout).reason.contains("typ"))
        let access = Self.issuer.token(
            Self.claims(), header: #"{"alg":"RS256","kid":"rsa-1","typ":"at+JWT"}"#)
        #expect(try caller(access).subject == "ada")
        let extended = Self.issuer.token(
            Self.claims(), header: #"{"alg":"RS256","kid":"rsa-1","crit":["b64"],"b64":false}"#)
        #expect(try refusal(extended).reason.contains("crit"))
    }

    @Test func `a token must name its bearer`() throws {
        for subject in ["\"\"", "null", "7", #""a\nb""#, "\"\(String(repeating: "x", count: 256))\""] {
            #expect(try refusal(Self.issuer.token(Self.claims(sub: subject))).reason.contains("(sub)"))
        }
    }

    @Test func `roles stand in a list or as words, under a name or at the end of a path`() throws {
        let more =
            #","realm_access":{"roles":["a","b"]},"scope":"c d","https://x.example/roles":["e"],"roles":7"#
        let token = Self.issuer.token(Self.claims(more))
        #expect(try caller(token, "realm_access.roles").roles == ["a", "b"])
        #expect(try caller(token, "scope").roles == ["c", "d"])
        #expect(try caller(token, "https://x.example/roles").roles == ["e"])
        #expect(try caller(token, "roles").roles.isEmpty && caller(token, "realm_access.x").roles.isEmpty)
    }
}
