internal import DriftEngine
internal import KafkaLog

extension LogFailure {
    /// The class of a client's error.
    init(_ error: KafkaError) {
        switch error.recovery {
        case .retry: self.init(.retriable, error.description)
        case .abortTransaction: self.init(.abortable, error.description)
        case .fatal: self.init(.fatal, error.description + (error.isFencing ? Self.twinHint : ""))
        }
    }

    /// What a process that was fenced by a living one has to be told.
    private static let twinHint =
        "\n    hint: another process runs under the same name; give each its own `instance` (PLUMBLINE_INSTANCE)"

    /// Does what asks a client.
    static func translating<Answer>(
        _ body: () throws(KafkaError) -> Answer
    ) throws(LogFailure) -> Answer {
        do throws(KafkaError) {
            return try body()
        } catch {
            throw LogFailure(error)
        }
    }
}
