/// Why a command ends early: what is wrong, for people, and whose fault it is.
public struct RuntimeFailure: Error, Sendable, CustomStringConvertible {
    /// Whose fault it is; decides the exit code.
    public let kind: Kind
    /// What is wrong, with the path, line and field where there are some.
    public let description: String

    /// Whose fault it is.
    public enum Kind: Sendable {
        /// The call, or a file that the user wrote: exit code 2.
        case usage
        /// The world: exit code 1.
        case environment
    }

    /// One failure.
    public init(_ kind: Kind, _ description: String) {
        self.kind = kind
        self.description = description
    }

    /// What the process exits with.
    public var exitCode: Int32 { kind == .usage ? 2 : 1 }

    static func usage(_ description: String) -> RuntimeFailure { RuntimeFailure(.usage, description) }

    static func environment(_ description: String) -> RuntimeFailure {
        RuntimeFailure(.environment, description)
    }
}
