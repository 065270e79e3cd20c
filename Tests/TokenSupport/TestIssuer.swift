import CCrypto
import Foundation

/// An issuer of tokens with keys of its own, made for a test.
@safe public final class TestIssuer: Sendable {
    /// How a token is signed.
    public enum Algorithm: String, Sendable { case rs256 = "RS256", es256 = "ES256" }

    /// What its tokens name.
    public static let name = "https://issuer.example"
    /// What its keys are called.
    public static let (rsaID, curveID) = ("rsa-1", "ec-1")

    private nonisolated(unsafe) let rsa: OpaquePointer
    private nonisolated(unsafe) let curve: OpaquePointer

    /// Makes an RSA key of libcrypto's standard, 2,048 bits, and a key on P-256.
    public init() {
        unsafe rsa = Self.key("RSA") { _ in 1 }
        unsafe curve = Self.key("EC") { unsafe EVP_PKEY_CTX_set_group_name($0, "prime256v1") }
    }

    deinit {
        unsafe EVP_PKEY_free(rsa)
        unsafe EVP_PKEY_free(curve)
    }

    private static func key(_ type: String, _ prepare: (OpaquePointer) -> Int32) -> OpaquePointer {
        var key: OpaquePointer?
        guard let maker = unsafe EVP_PKEY_CTX_new_from_name(nil, type, nil) else {
            preconditionFailure("no memory")
        }
        defer { unsafe EVP_PKEY_CTX_free(maker) }
        precondition(unsafe EVP_PKEY_keygen_init(maker) == 1 && prepare(maker) == 1)
        precondition(unsafe EVP_PKEY_generate(maker, &key) == 1)
        guard let key = unsafe key else { preconditionFailure("libcrypto made no key") }
        return unsafe key
    }

    /// The public keys as an issuer publishes them.
    public var keys: String {
        let n = Self.address(number(.rs256, OSSL_PKEY_PARAM_RSA_N, 256))
        let x = Self.address(number(.es256, OSSL_PKEY_PARAM_EC_PUB_X, 32))
        let y = Self.address(number(.es256, OSSL_PKEY_PARAM_EC_PUB_Y, 32))
        return
            #"{"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"\#(Self.rsaID)","n":"\#(n)","e":"AQAB"},"#
            + #"{"kty":"EC","crv":"P-256","kid":"\#(Self.curveID)","x":"\#(x)","y":"\#(y)"}]}"#
    }

    /// A token with these claims, as JSON, signed with the key of the algorithm. The header is made of what is given.
    public func token(
        _ claims: String, _ algorithm: Algorithm = .rs256, header: String? = nil
    ) -> String {
        let id = algorithm == .rs256 ? Self.rsaID : Self.curveID
        let header = header ?? #"{"alg":"\#(algorithm.rawValue)","typ":"JWT","kid":"\#(id)"}"#
        let message = Self.address(Array(header.utf8)) + "." + Self.address(Array(claims.utf8))
        return message + "." + Self.address(signature(of: Array(message.utf8), algorithm))
    }

    /// The claims of a bearer whose token is good for an hour.
    public static func claims(_ subject: String, _ roles: [String], audience: String = "plumbline") -> String
    {
        let now = Int(Date().timeIntervalSince1970)
        let list = roles.map { "\"\($0)\"" }.joined(separator: ",")
        return #"{"iss":"\#(name)","aud":"\#(audience)","sub":"\#(subject)","exp":\#(now + 3_600),"#
            + #""email":"\#(subject)@example.com","roles":[\#(list)]}"#
    }

    /// Base64 for addresses, without padding.
    public static func address(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacingOccurrences(of: "+", with: "-")
            .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
    }

    private func key(of algorithm: Algorithm) -> OpaquePointer { unsafe algorithm == .rs256 ? rsa : curve }

    private func number(_ algorithm: Algorithm, _ name: String, _ count: Int) -> [UInt8] {
        var number: OpaquePointer?
        precondition(unsafe EVP_PKEY_get_bn_param(key(of: algorithm), name, &number) == 1)
        defer { unsafe BN_free(number) }
        var bytes = [UInt8](repeating: 0, count: count)
        precondition(unsafe BN_bn2binpad(number, &bytes, Int32(count)) == Int32(count))
        return bytes
    }

    private func signature(of message: [UInt8], _ algorithm: Algorithm) -> [UInt8] {
        let key = unsafe key(of: algorithm)
        let context = unsafe EVP_MD_CTX_new()
        defer { unsafe EVP_MD_CTX_free(context) }
        var bytes = [UInt8](repeating: 0, count: 512)
        var count = bytes.count
        precondition(unsafe EVP_DigestSignInit(context, nil, EVP_sha256(), nil, key) == 1)
        precondition(unsafe EVP_DigestSign(context, &bytes, &count, message, message.count) == 1)
        bytes.removeLast(bytes.count - count)
        return algorithm == .rs256 ? bytes : Self.pair(bytes)
    }

    /// Both numbers of a signature in DER, one behind the other.
    private static func pair(_ bytes: [UInt8]) -> [UInt8] {
        unsafe bytes.withUnsafeBufferPointer { buffer in
            var place = buffer.baseAddress
            let pair = unsafe d2i_ECDSA_SIG(nil, &place, bytes.count)
            defer { unsafe ECDSA_SIG_free(pair) }
            return unsafe [ECDSA_SIG_get0_r(pair), ECDSA_SIG_get0_s(pair)].flatMap { number in
                var half = [UInt8](repeating: 0, count: 32)
                precondition(unsafe BN_bn2binpad(number, &half, 32) == 32)
                return half
            }
        }
    }
}
