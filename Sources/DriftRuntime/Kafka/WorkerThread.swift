internal import Foundation

/// A thread for work that blocks, and its end for those who wait without blocking.
public enum WorkerThread {
    /// Does the work on a thread of its own and waits for its end.
    public static func run(
        _ name: String, _ work: @escaping @Sendable () throws(RuntimeFailure) -> Void
    ) async throws(RuntimeFailure) {
        let outcome: Result<Void, RuntimeFailure> = await withCheckedContinuation { continuation in
            start(name) {
                do throws(RuntimeFailure) {
                    try work()
                    continuation.resume(returning: .success(()))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        try outcome.get()
    }

    /// Begins the work on a thread of its own.
    public static func start(_ name: String, _ work: @escaping @Sendable () -> Void) {
        let thread = Thread { work() }
        thread.name = name
        // Evaluation recurses over what users write.
        thread.stackSize = 8 << 20
        thread.start()
    }
}
