internal import KafkaLog
internal import Synchronization

/// Shares one token among the clients of a process as long as at least half of its life remains.
final class TokenCache: Sendable {
    private struct Held {
        let token: BearerToken
        let startMilliseconds: Int64
    }

    private let held = Mutex<Held?>(nil)
    private let clock: @Sendable () -> Int64
    private let fetch: @Sendable (Int64) -> Result<BearerToken, TokenFailure>

    /// `clock` gives milliseconds since 1970; `fetch` gets a new token at such an instant.
    init(
        clock: @escaping @Sendable () -> Int64,
        fetch: @escaping @Sendable (Int64) -> Result<BearerToken, TokenFailure>
    ) {
        self.clock = clock
        self.fetch = fetch
    }

    /// The shared token, or a new one.
    func token() -> Result<BearerToken, TokenFailure> {
        held.withLock { held in
            let now = clock()
            if let known = held {
                let middle =
                    known.startMilliseconds + (known.token.endMilliseconds - known.startMilliseconds) / 2
                if now >= known.startMilliseconds, now < middle { return .success(known.token) }
            }
            let answer = fetch(now)
            if case .success(let token) = answer { held = Held(token: token, startMilliseconds: now) }
            return answer
        }
    }
}
