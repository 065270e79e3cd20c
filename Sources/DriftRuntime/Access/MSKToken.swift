internal import CloudModel
internal import Foundation
internal import KafkaLog
internal import WireFormats

/// The token of Amazon MSK's access control by IAM: a signed address that the broker calls to learn who we are.
///
/// AWS Signature Version 4 in the query of `https://kafka.REGION.amazonaws.com/?Action=kafka-cluster:Connect`, in
/// base64 for addresses; good for 900 s.
enum MSKToken {
    static let lifeSeconds: Int64 = 900
    private static let service = "kafka-cluster"

    static func make(_ credentials: AWSCredentials, region: String, at milliseconds: Int64) -> BearerToken {
        let address = signedAddress(credentials, region: region, at: milliseconds)
        let full = address + "&User-Agent=" + encoded("plumbline")
        let token = Data(full.utf8).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
        return BearerToken(
            token, principal: credentials.accessKey,
            endMilliseconds: milliseconds / 1_000 * 1_000 + lifeSeconds * 1_000)
    }

    /// The address with its signature, before the agent is added.
    static func signedAddress(
        _ credentials: AWSCredentials, region: String, at milliseconds: Int64
    ) -> String {
        let host = "kafka.\(region).amazonaws.com"
        let instant = instantText(milliseconds)
        let day = String(instant.prefix(8))
        let scope = "\(day)/\(region)/\(service)/aws4_request"
        var query = [
            ("Action", "kafka-cluster:Connect"), ("X-Amz-Algorithm", "AWS4-HMAC-SHA256"),
            ("X-Amz-Credential", "\(credentials.accessKey)/\(scope)"), ("X-Amz-Date", instant),
            ("X-Amz-Expires", String(lifeSeconds)),
        ]
        if let session = credentials.sessionToken { query.append(("X-Amz-Security-Token", session)) }
        query.append(("X-Amz-SignedHeaders", "host"))
        let text = query.map { "\(encoded($0.0))=\(encoded($0.1))" }.joined(separator: "&")
        let request = "GET\n/\n\(text)\nhost:\(host)\n\nhost\n\(Digest.sha256Hex([]))"
        let wanted = "AWS4-HMAC-SHA256\n\(instant)\n\(scope)\n\(Digest.sha256Hex(Array(request.utf8)))"
        var key = Array("AWS4\(credentials.secretKey)".utf8)
        for part in [day, region, service, "aws4_request"] {
            key = KeyedDigest.authentication(part, key: key)
        }
        let signature = KeyedDigest.hexadecimal(KeyedDigest.authentication(wanted, key: key))
        return "https://\(host)/?\(text)&X-Amz-Signature=\(signature)"
    }

    /// As `20250131T120000Z`.
    private static func instantText(_ milliseconds: Int64) -> String {
        let text = Timestamp(seconds: milliseconds / 1_000).rfc3339
        return text.replacing("-", with: "").replacing(":", with: "")
    }

    /// Percent signs for everything but letters, digits and `-._~`.
    static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        let bytes = text.utf8.flatMap { byte -> [UInt8] in
            let isPlain =
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                || [45, 46, 95, 126].contains(byte)
            return isPlain ? [byte] : [37, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
