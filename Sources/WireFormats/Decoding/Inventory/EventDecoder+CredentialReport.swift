import CloudModel
internal import JSONTokens

extension EventDecoder {
    /// A credential report as the text that it is.
    func decodeCredentialReport(_ text: [UInt8], generatedAt: Timestamp? = nil) -> Decoded {
        guard let report = CredentialReport(text, generatedAt: generatedAt, observedAt: observedAt) else {
            return .malformed("bad-value", "the credential report has no rows, no account or a quote too few")
        }
        return .inventory(report.changes)
    }

    /// IAM's answer to GetCredentialReport, as the command line and the SDKs print it: the text in base64, or as it is.
    func decodeReportAnswer(content: Token, generatedTime: Token?) -> Decoded {
        let text = tape.copyText(content)
        let time = tape.string(generatedTime).flatMap { AWSDate.timestamp($0) }
        if text.starts(with: CredentialReport.head) { return decodeCredentialReport(text, generatedAt: time) }
        guard let report = Base64Text.decode(text.span), report.starts(with: CredentialReport.head) else {
            return .malformed("bad-encoding", "Content is no credential report")
        }
        return decodeCredentialReport(report, generatedAt: time)
    }
}
