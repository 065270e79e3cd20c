internal import Synchronization

/// The issuer's keys as they were last fetched. Fetches again when they are old or a token names a key that is not among them,
/// but not more often than every half minute, whatever callers send.
final class KeyRing: Sendable {
    private struct Held {
        var keys: [VerificationKey] = []
        var fetched: Int64?
        var tried: Int64?
        var trouble = "they were not fetched yet"
    }

    private let held = Mutex(Held())
    private let turnstile = Turnstile()
    private let clock: @Sendable () -> Int64
    private let fetch: @Sendable () -> Result<[VerificationKey], KeyFailure>

    /// A key that the issuer took back counts no longer than that.
    static let renewalSeconds: Int64 = 3_600
    /// Keys that cannot be fetched again count so long.
    static let maximumAgeSeconds: Int64 = 86_400
    /// The least time between two fetches.
    static let pauseSeconds: Int64 = 30

    /// `clock` gives seconds that never go back; `fetch` asks for the keys and may block.
    init(
        clock: @escaping @Sendable () -> Int64,
        fetch: @escaping @Sendable () -> Result<[VerificationKey], KeyFailure>
    ) {
        self.clock = clock
        self.fetch = fetch
    }

    /// The keys that count now, or why there are none.
    var keys: Result<[VerificationKey], KeyFailure> {
        let now = clock()
        return held.withLock { held in
            guard let fetched = held.fetched, now - fetched < Self.maximumAgeSeconds else {
                return .failure(KeyFailure(held.trouble))
            }
            return .success(held.keys)
        }
    }

    /// True if keys are old, or one is missing, and the last fetch is long enough ago.
    func isFetchDue(missingKey: Bool = false) -> Bool {
        let now = clock()
        return held.withLock { held in
            if let tried = held.tried, now - tried < Self.pauseSeconds { return false }
            guard let fetched = held.fetched else { return true }
            return missingKey || now - fetched >= Self.renewalSeconds
        }
    }

    /// Fetches the keys if that is due, or waits for who does. Blocks. Returns what went wrong, if anything
    /// did.
    func refresh(missingKey: Bool = false) -> KeyFailure? {
        let outcome = turnstile.pass { () -> KeyFailure? in
            isFetchDue(missingKey: missingKey) ? fetchNow() : nil
        }
        return outcome ?? KeyFailure("too many callers wait for them")
    }

    private func fetchNow() -> KeyFailure? {
        let answer = fetch()
        let now = clock()
        return held.withLock { held in
            held.tried = now
            switch answer {
            case .success(let keys):
                (held.keys, held.fetched) = (keys, now)
                return nil
            case .failure(let failure):
                held.trouble = failure.reason
                return failure
            }
        }
    }
}

/// Why the issuer's keys are not at hand.
struct KeyFailure: Error, Hashable {
    let reason: String

    init(_ reason: String) { self.reason = reason }
}
