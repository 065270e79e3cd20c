/// The envelope of EventBridge around a CloudTrail record that relied on the one it came in.
struct EnvelopeWrapping: Sendable {
    private let account: String?
    private let region: String?
    private let time: String?

    init(_ facts: EnvelopeFacts) {
        account = facts.account
        region = facts.region
        time = facts.time
    }

    /// The document in its envelope.
    func around(_ document: [UInt8]) -> [UInt8] {
        var json = JSONBuilder()
        json.object { envelope in
            envelope.member("detail-type", "AWS API Call via CloudTrail")
            if let account { envelope.member("account", account) }
            if let region { envelope.member("region", region) }
            if let time { envelope.member("time", time) }
        }
        return json.bytes.dropLast() + Array(",\"detail\":".utf8) + document + [UInt8(ascii: "}")]
    }
}
