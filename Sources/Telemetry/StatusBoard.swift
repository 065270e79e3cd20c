internal import Synchronization

/// What a process last said of itself; a worker writes it, anybody reads it.
public final class StatusBoard: Sendable {
    /// One state of affairs.
    public struct Status: Sendable {
        /// When it was written.
        public var instant = ContinuousClock.now
        /// True if the work goes on: everything that is owned runs, and nothing is waited for.
        public var isReady = false
        /// Why it is not ready, in words; or that it is.
        public var detail = "starting"
        /// What there is to measure.
        public var metrics: [Metric] = []

        /// At the start.
        public init() {}
    }

    private let status = Mutex(Status())

    /// A board on which nothing stands but that the process starts.
    public init() {}

    /// The last state of affairs.
    public var current: Status { status.withLock { $0 } }

    /// Takes a new one.
    public func publish(_ new: Status) { status.withLock { $0 = new } }
}
