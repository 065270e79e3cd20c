internal import CCurl
internal import JSONTokens

/// Where the issuer's keys come from.
struct KeySource: Sendable, Hashable {
    /// The place of the set of keys.
    enum Place: Sendable, Hashable {
        case file(String)
        case address(String)
        /// As OpenID Connect Discovery 1.0 has it, for this issuer.
        case discovery(issuer: String)
    }

    let place: Place
    /// A file with the certificates that the server's must come from; nil for the system's.
    let authority: String?

    private static let timeoutMilliseconds = 10_000
    private static let maximumAnswerBytes = 512 << 10

    /// Reads or asks. Blocks for twenty seconds at most.
    func fetch() -> Result<[VerificationKey], KeyFailure> {
        do throws(KeyFailure) {
            switch place {
            case .file(let path): return .success(try Self.keys(Self.read(path), path))
            case .address(let address): return .success(try Self.keys(get(address), address))
            case .discovery(let issuer):
                let address = try Self.keysAddress(in: get(Self.discoveryAddress(issuer)), of: issuer)
                return .success(try Self.keys(get(address), address))
            }
        } catch {
            return .failure(error)
        }
    }

    /// Where an issuer says what it is like (OpenID Connect Discovery 1.0, section 4).
    static func discoveryAddress(_ issuer: String) -> String {
        (issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer) + "/.well-known/openid-configuration"
    }

    /// Where an issuer's keys are, by what it says of itself.
    static func keysAddress(in bytes: [UInt8], of issuer: String) throws(KeyFailure) -> String {
        let place = discoveryAddress(issuer)
        guard let document = try? FlatValue(json: bytes), document.view.tag == .map else {
            throw KeyFailure("\(place): the answer is no JSON object")
        }
        guard document.view.member("issuer")?.string == issuer else {
            throw KeyFailure("\(place): it is the page of another issuer than http.oidc_issuer")
        }
        guard let address = document.view.member("jwks_uri")?.string, address.hasPrefix("https://") else {
            throw KeyFailure("\(place): it names no https address of keys (jwks_uri)")
        }
        return address
    }

    private static func keys(_ bytes: [UInt8], _ place: String) throws(KeyFailure) -> [VerificationKey] {
        guard let keys = VerificationKey.set(bytes) else {
            throw KeyFailure("\(place): it is no set of keys ({\"keys\": [...]})")
        }
        guard !keys.isEmpty else {
            throw KeyFailure("\(place): no key in it is one for RS256 (2048 bits or more) or ES256")
        }
        return keys
    }

    private static func read(_ path: String) throws(KeyFailure) -> [UInt8] {
        do throws(RuntimeFailure) {
            return try FileBytes.read(path)
        } catch {
            throw KeyFailure(error.description)
        }
    }

    private func get(_ address: String) throws(KeyFailure) -> [UInt8] {
        var bytes = [CChar](repeating: 0, count: Self.maximumAnswerBytes)
        var trouble = [CChar](repeating: 0, count: Int(CURL_ERROR_SIZE))
        var (status, count) = (0, 0)
        let code = unsafe bytes.withUnsafeMutableBufferPointer { room in
            var answer = unsafe plumbline_answer(
                status: 0, count: 0, room: room.count, text: room.baseAddress)
            let code = unsafe plumbline_get(
                address, authority, Self.timeoutMilliseconds, &answer, &trouble)
            unsafe (status, count) = (answer.status, answer.count)
            return code
        }
        guard code == 0 else {
            let text = trouble.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
            throw KeyFailure("\(address): \(String(decoding: text, as: UTF8.self))")
        }
        guard status == 200 else { throw KeyFailure("\(address): status \(status)") }
        return bytes.prefix(count).map { UInt8(bitPattern: $0) }
    }
}
