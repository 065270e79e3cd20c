internal import CCrypto
internal import JSONTokens

/// A public key that tokens are signed with, for one algorithm.
struct VerificationKey: Sendable, Hashable {
    /// The only algorithms that are taken; what a token says cannot choose another one for its key (RFC 8725, 3.1).
    enum Algorithm: String { case rs256 = "RS256", es256 = "ES256" }

    /// What the issuer calls it.
    let id: String?
    let algorithm: Algorithm
    /// RSA's modulus, or P-256's point.
    private let number: [UInt8]
    /// RSA's exponent.
    private let exponent: [UInt8]

    /// A shorter modulus is no protection (RFC 7518, section 3.3); a longer one costs time.
    private static let modulusBytes = 256...1_024
    private static let coordinateBytes = 32

    /// A key of a set (RFC 7517); nil if it is for something else or of a type that is not used here.
    init?(_ key: FlatView) {
        let operations = key.member("key_ops")?.elements.map { $0.string }
        guard key.tag == .map, key.member("use")?.string ?? "sig" == "sig",
            operations?.contains("verify") ?? true
        else { return nil }
        let bytes = { (name: String) in key.member(name)?.string.flatMap { Base64Address.bytes($0) } ?? [] }
        switch key.member("kty")?.string {
        case "RSA":
            algorithm = .rs256
            number = Array(bytes("n").drop { $0 == 0 })
            exponent = bytes("e")
            guard Self.modulusBytes.contains(number.count), (1...8).contains(exponent.count) else {
                return nil
            }
        case "EC":
            algorithm = .es256
            let (x, y) = (bytes("x"), bytes("y"))
            guard key.member("crv")?.string == "P-256", x.count == Self.coordinateBytes,
                y.count == Self.coordinateBytes
            else { return nil }
            (number, exponent) = (x + y, [])
        default: return nil
        }
        guard key.member("alg")?.string ?? algorithm.rawValue == algorithm.rawValue else { return nil }
        id = key.member("kid")?.string
    }

    /// The keys of a set that can be used here, at most 64; nil if the bytes are no set.
    static func set(_ bytes: [UInt8]) -> [VerificationKey]? {
        guard let document = try? FlatValue(json: bytes), let keys = document.view.member("keys"),
            keys.tag == .list
        else { return nil }
        return keys.elements.prefix(64).compactMap { VerificationKey($0) }
    }

    /// True if this is the signature of the message by this key.
    func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        switch algorithm {
        case .rs256:
            unsafe plumbline_verify_rsa(
                number, number.count, exponent, exponent.count, message, message.count, signature,
                signature.count) == 1
        case .es256:
            unsafe signature.count == 2 * Self.coordinateBytes
                && plumbline_verify_p256(number, message, message.count, signature) == 1
        }
    }
}
