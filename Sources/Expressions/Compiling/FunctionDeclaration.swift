/// One overload of a function that expressions can call.
public struct FunctionDeclaration: Sendable {
    /// What a call does. Arguments are never unknown and never errors: those pass a call by.
    public enum Body: Sendable {
        /// A function of one value.
        case unary(@Sendable (Value) -> Value)
        /// A function of two values.
        case binary(@Sendable (Value, Value) -> Value)
        /// A function of any number of values.
        case general(@Sendable ([Value]) -> Value)
        /// A function whose work or result can outgrow its arguments, and which asks the meter first.
        case metered(@Sendable ([Value], inout Meter) -> Value)
        /// A function of the library that searches with a regular expression.
        case pattern(PatternFunction)
        /// A function of the host, by the host's own number: see `Activation.call`.
        case host(Int)
    }

    /// The name; dots belong to it (`optional.of`).
    public let name: String
    /// True if it is called as `receiver.name(...)`; the receiver is the first parameter.
    public let isMethod: Bool
    /// The types of its parameters.
    public let parameters: [ExpressionType]
    /// The type of its result.
    public let result: ExpressionType
    /// What it does.
    public let body: Body
    /// The fields of its receiver (or first argument) that it reads; nil means that it may read all.
    public var readFields: [String]?
    /// True if it takes incomplete lists; else a call with one is unknown.
    public var acceptsIncompleteLists = false
    /// True for a function of the host that gives a list named by its first argument, a literal text.
    public var isCollection = false
    /// True for such a function whose list depends on what the evaluation is about in a way of its own, so that its
    /// elements cannot be found by a key as well.
    public var isKeyed = false
    /// Whether a call of the host with this first text gives the same in every evaluation that shares lists; nil is no.
    public var isShared: (@Sendable (String?) -> Bool)?
    /// Whether the elements of the list that the text names can be found by a field: its value is a text or nothing.
    public var keyFields: (@Sendable (_ literal: String, _ field: String) -> Bool)?
    /// The result's type as decided by a literal text given as first parameter; nil refuses the text.
    public var resultOfLiteral: (@Sendable (String) -> ExpressionType?)?

    /// A global function.
    public init(
        _ name: String, _ parameters: [ExpressionType], returns result: ExpressionType, _ body: Body
    ) {
        self.name = name
        isMethod = false
        self.parameters = parameters
        self.result = result
        self.body = body
    }

    /// A method; the receiver's type comes first.
    public init(
        method name: String, on receiver: ExpressionType, _ parameters: [ExpressionType] = [],
        returns result: ExpressionType, _ body: Body
    ) {
        self.name = name
        isMethod = true
        self.parameters = [receiver] + parameters
        self.result = result
        self.body = body
    }

    var isHost: Bool {
        if case .host = body { return true }
        return false
    }

    var signature: String {
        let texts = parameters.map(\.description)
        guard isMethod, let receiver = texts.first else { return "\(name)(\(texts.joined(separator: ", ")))" }
        return "\(receiver).\(name)(\(texts.dropFirst().joined(separator: ", ")))"
    }
}
