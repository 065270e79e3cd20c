/// Keys of AWS, for a token of its managed Kafka only. No text of it shows a secret.
struct AWSCredentials: Sendable, CustomStringConvertible, CustomReflectable {
    let accessKey: String
    let secretKey: String
    let sessionToken: String?

    var description: String { "AWS credentials of \(accessKey) [hidden]" }
    var customMirror: Mirror { Mirror(self, children: [("accessKey", accessKey)]) }

    init(accessKey: String, secretKey: String, sessionToken: String? = nil) {
        self.accessKey = accessKey
        self.secretKey = secretKey
        self.sessionToken = sessionToken
    }

    /// Those of the environment's usual variables, or nil.
    init?(environment: [String: String]) {
        guard let accessKey = environment["AWS_ACCESS_KEY_ID"], !accessKey.isEmpty,
            let secretKey = environment["AWS_SECRET_ACCESS_KEY"], !secretKey.isEmpty
        else { return nil }
        self.init(
            accessKey: accessKey, secretKey: secretKey, sessionToken: environment["AWS_SESSION_TOKEN"])
    }

    /// Those of the profile `default` of a credentials file, or nil.
    init?(file text: String) {
        var section = ""
        var values: [String: String] = [:]
        for line in text.split(whereSeparator: \.isNewline) {
            let line = line.trimming()
            if line.hasPrefix("["), line.hasSuffix("]") {
                section = String(line.dropFirst().dropLast()).trimming()
            } else if section == "default", let sign = line.firstIndex(of: "="), !line.hasPrefix("#") {
                values[String(line[..<sign]).trimming()] = String(line[line.index(after: sign)...]).trimming()
            }
        }
        guard let accessKey = values["aws_access_key_id"], let secretKey = values["aws_secret_access_key"]
        else { return nil }
        self.init(
            accessKey: accessKey, secretKey: secretKey, sessionToken: values["aws_session_token"])
    }
}

extension StringProtocol {
    /// The text without blanks at its ends.
    func trimming() -> String {
        let start = firstIndex { !$0.isWhitespace } ?? endIndex
        guard let end = lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(self[start...end])
    }
}
