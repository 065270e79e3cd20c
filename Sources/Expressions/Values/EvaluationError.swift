/// Why an evaluation has no value.
public struct EvaluationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong.
    public enum Reason: String, Sendable {
        case noSuchOverload = "no such overload"
        case noSuchField = "no such field"
        case noSuchKey = "no such key"
        case noSuchVariable = "no such variable"
        case indexOutOfBounds = "index out of bounds"
        case overflow = "overflow"
        case divideByZero = "divide by zero"
        case conversion = "bad conversion"
        case badArgument = "bad argument"
        case repeatedKey = "repeated key"
        case unsupportedKey = "unsupported key type"
        case emptyOptional = "value of an empty optional"
        case costLimit = "cost limit"
        case host = "host"
    }

    /// What went wrong.
    public let reason: Reason
    /// The name, key or text it is about; may be empty.
    public let detail: String

    /// An error for a reason, with what it is about.
    public init(_ reason: Reason, _ detail: String = "") {
        self.reason = reason
        self.detail = detail
    }

    /// The reason and what it is about.
    public var description: String { detail.isEmpty ? reason.rawValue : "\(reason.rawValue): \(detail)" }
}

extension Value {
    static func failure(_ reason: EvaluationError.Reason, _ detail: String = "") -> Value {
        .error(EvaluationError(reason, detail))
    }

    static var noOverload: Value { .failure(.noSuchOverload) }
}
