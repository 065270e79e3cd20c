/// Why a profile or a suppression is refused: the field by its path, what is wrong, and what to do.
public struct DocumentError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The field by its path: `resources[0].type`; empty if the document as a whole is meant.
    public let field: String
    /// What is wrong, in one sentence.
    public let message: String
    /// What to do; empty if there is nothing to say.
    public let hint: String

    /// One refusal.
    public init(field: String, message: String, hint: String = "") {
        self.field = field
        self.message = message
        self.hint = hint
    }

    /// What is wrong with a document that came without a file.
    public init(_ error: ControlFileError) {
        self.init(field: error.field, message: error.message, hint: error.hint)
    }

    /// The field, the sentence and the hint.
    public var description: String {
        let text = field.isEmpty ? message : "\(field): \(message)"
        return hint.isEmpty ? text : "\(text) (\(hint))"
    }
}
