internal import Controls

/// What a caller is answered: an HTTP status and a JSON document.
public struct IntakeAnswer: Sendable, Hashable {
    /// 200 or 202, or why not.
    public let status: Int
    /// One object: what was asked for, or `error`.
    public let body: [UInt8]
    /// What `WWW-Authenticate` says, where it matters who calls.
    public let challenge: String?

    init(_ status: Int, _ body: [UInt8], challenge: String? = nil) {
        self.status = status
        self.body = body
        self.challenge = challenge
    }
}

/// Why nothing is done.
struct IntakeRefusal: Error, Hashable {
    let status: Int
    let field: String
    let message: String
    let hint: String

    init(_ status: Int, _ error: DocumentError) {
        self.status = status
        (field, message, hint) = (error.field, error.message, error.hint)
    }

    init(_ status: Int, _ error: ControlFileError) { self.init(status, DocumentError(error)) }

    init(_ status: Int, message: String, hint: String = "") {
        self.status = status
        (field, self.message, self.hint) = ("", message, hint)
    }

    var answer: IntakeAnswer { answer(challenge: nil) }

    func answer(challenge: String?) -> IntakeAnswer {
        IntakeAnswer(
            status,
            JSONLine.object { json in
                json.object("error") { json in
                    json.member("field", field)
                    json.member("message", message)
                    json.member("hint", hint)
                }
            }, challenge: challenge)
    }
}
