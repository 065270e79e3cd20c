/// What somebody asks for or sends.
public struct AdminRequest: Sendable {
    /// The last part of the path, where the route leaves it open; else empty.
    public let id: String
    /// The document; empty where none is sent.
    public let body: [UInt8]
}

/// What is answered.
public struct AdminAnswer: Sendable {
    let status: Int
    let json: [UInt8]
    let challenge: String?

    /// A status and one JSON object; with the header `WWW-Authenticate` where it matters who calls.
    public init(_ status: Int, _ json: [UInt8], challenge: String? = nil) {
        self.status = status
        self.json = json
        self.challenge = challenge
    }
}

/// What does what is asked for.
public typealias AdminIntake = @Sendable (AdminRequest) async -> AdminAnswer

/// Whether somebody is let in.
public enum AdminEntry: Sendable {
    case open(AdminIntake)
    case refused(AdminAnswer)
}

/// Decides by the header `Authorization`, before anything that was sent is read.
public typealias AdminGate = @Sendable (_ authorization: String?) async -> AdminEntry

/// A path beside health and metrics, and who may use it.
public struct AdminRoute: Sendable {
    /// Method and path: `POST /v1/things`, with `/:id` at its end where the last part is open.
    let pattern: String
    /// False if it is there on a loopback address only.
    let isOpen: Bool
    let gate: AdminGate

    /// A route whose gate tells callers apart.
    public init(_ pattern: String, gate: @escaping AdminGate) {
        self.pattern = pattern
        self.gate = gate
        isOpen = true
    }

    /// A route for anybody on this machine.
    public init(_ pattern: String, loopback intake: @escaping AdminIntake) {
        self.pattern = pattern
        gate = { _ in .open(intake) }
        isOpen = false
    }
}
