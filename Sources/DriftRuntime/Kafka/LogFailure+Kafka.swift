internal import DriftEngine
internal import KafkaLog

extension LogFailure {
    /// The class of a client's error.
    init(_ error: KafkaError) {
        switch error.recovery {
        case .retry: self.init(.retriable, error.description)
        case .abortTransaction: self.init(.abortable, error.description)
        case .fatal: self.init(.fatal, error.description)
        }
    }

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
