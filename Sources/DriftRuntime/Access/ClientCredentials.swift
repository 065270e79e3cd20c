internal import CCurl
internal import Foundation
internal import KafkaLog

/// A token by OAuth's client credentials: who asks and a secret, posted to an https endpoint.
struct ClientCredentials: Sendable, CustomReflectable {
    let url: String
    let clientID: String
    let secret: String
    let scope: String?
    /// A file with the certificates that the endpoint's must come from; nil for the system's.
    let authority: String?

    var customMirror: Mirror { Mirror(self, children: [("url", url), ("clientID", clientID)]) }

    private static let timeoutMilliseconds = 10_000
    private static let maximumAnswerBytes = 256 << 10
    /// What a token without a stated life is taken to last, in seconds.
    private static let standardLifeSeconds = 300.0

    /// Asks the endpoint. Blocks for ten seconds at most.
    func fetch(at milliseconds: Int64) -> Result<BearerToken, TokenFailure> {
        var form = "grant_type=client_credentials"
        if let scope { form += "&scope=" + MSKToken.encoded(scope) }
        let (status, answer, trouble) = post(form)
        if let trouble { return .failure(TokenFailure("\(url): \(trouble)")) }
        guard status == 200 else { return .failure(TokenFailure("\(url): \(Self.refusal(status, answer))")) }
        return token(in: answer, at: milliseconds).mapError { TokenFailure("\(url): \($0.reason)") }
    }

    /// The token in an endpoint's answer.
    func token(in answer: [UInt8], at milliseconds: Int64) -> Result<BearerToken, TokenFailure> {
        let document = (try? JSONSerialization.jsonObject(with: Data(answer))) as? [String: Any]
        guard let value = document?["access_token"] as? String, !value.isEmpty else {
            return .failure(TokenFailure("the answer holds no access_token"))
        }
        // Some endpoints write the number as a text.
        let life =
            (document?["expires_in"] as? NSNumber)?.doubleValue
            ?? (document?["expires_in"] as? String).flatMap(Double.init) ?? Self.standardLifeSeconds
        guard life >= 1, life < 1e9 else { return .failure(TokenFailure("the token is over already")) }
        return .success(
            BearerToken(value, principal: clientID, endMilliseconds: milliseconds + Int64(life * 1_000)))
    }

    /// What an endpoint says against us: only the fields that the standard has for it.
    private static func refusal(_ status: Int, _ answer: [UInt8]) -> String {
        let document = (try? JSONSerialization.jsonObject(with: Data(answer))) as? [String: Any]
        let parts = ["error", "error_description"].compactMap { document?[$0] as? String }
        return (["status \(status)"] + parts.map { String($0.prefix(300)) }).joined(separator: ", ")
    }

    private func post(_ form: String) -> (status: Int, answer: [UInt8], trouble: String?) {
        var bytes = [CChar](repeating: 0, count: Self.maximumAnswerBytes)
        var trouble = [CChar](repeating: 0, count: Int(CURL_ERROR_SIZE))
        var status = 0
        var count = 0
        let code = unsafe bytes.withUnsafeMutableBufferPointer { room in
            var answer = unsafe plumbline_answer(
                status: 0, count: 0, room: room.count, text: room.baseAddress)
            // Both parts of the name and password are written as in a form (RFC 6749, 2.3.1).
            let code = unsafe plumbline_post(
                url, MSKToken.encoded(clientID), MSKToken.encoded(secret), form, authority,
                Self.timeoutMilliseconds, &answer, &trouble)
            unsafe (status, count) = (answer.status, answer.count)
            return code
        }
        let text = String(decoding: trouble.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return (status, bytes.prefix(count).map { UInt8(bitPattern: $0) }, code == 0 ? nil : text)
    }
}
