/// A token for SASL OAUTHBEARER. No text of it shows the token itself.
public struct BearerToken: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable
{
    let value: String
    /// Whom the token stands for, as far as the client is concerned; for messages.
    public let principal: String
    /// When it ends, in milliseconds since 1970.
    public let endMilliseconds: Int64

    /// A token that is good until then.
    public init(_ value: String, principal: String, endMilliseconds: Int64) {
        self.value = value
        self.principal = principal
        self.endMilliseconds = endMilliseconds
    }

    /// The principal; the token is hidden.
    public var description: String { "token of \(principal) until \(endMilliseconds) [hidden]" }

    /// The same as `description`.
    public var debugDescription: String { description }

    /// Shows no stored property, because dumps would show the token.
    public var customMirror: Mirror { Mirror(self, children: [("token", description)]) }

    /// Lends the token's own text, for whoever must check it.
    public func withValue<Result>(_ body: (String) -> Result) -> Result { body(value) }
}

/// Why there is no token; holds no secret.
public struct TokenFailure: Error, Hashable, Sendable {
    /// What was tried and what came back.
    public let reason: String

    /// One failure.
    public init(_ reason: String) { self.reason = reason }
}

/// Gets a token; called on the threads of all clients that share it, when a client is made and each time four
/// fifths of the last token's life are over. It may block for some seconds.
public typealias TokenSource = @Sendable () -> Result<BearerToken, TokenFailure>
