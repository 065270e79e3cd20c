internal import Synchronization

/// Lets one through at a time, and turns away who would have to wait behind too many.
final class Turnstile: Sendable {
    private let turn = Mutex(())
    private let present = Mutex(0)

    /// One at work and those that wait for it.
    static let maximumPresent = 16

    /// How many are there now.
    var presentCount: Int { present.withLock { $0 } }

    /// Does the work when it is its turn. Blocks. Returns nil, without doing it, if too many are there.
    func pass<Value>(_ work: () -> Value) -> Value? {
        let isAllowed = present.withLock { count in
            guard count < Self.maximumPresent else { return false }
            count += 1
            return true
        }
        guard isAllowed else { return nil }
        defer { present.withLock { $0 -= 1 } }
        return turn.withLock { _ in work() }
    }
}
