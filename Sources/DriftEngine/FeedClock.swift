internal import CloudModel

/// Up to which instant the logs of a partition have been read.
///
/// Ticks carry the wall's time also while a partition lags, and an account whose records wait to be read is not silent. So
/// the newest time of an event counts, and a tick only once no event came for a minute of ticks: then there are none.
struct FeedClock {
    private static let quiet: Int64 = 60_000_000_000

    /// That instant; nil while none is known.
    private(set) var readUpTo: Timestamp?
    /// The first tick behind the last event; nil if there was none.
    private var quietSince: Timestamp?

    /// Notes an event.
    mutating func read(_ time: Timestamp) {
        quietSince = nil
        readUpTo = max(readUpTo ?? time, time)
    }

    /// Notes a tick; with `isAllRead` nothing waits to be read.
    mutating func tick(_ now: Timestamp, isAllRead: Bool) {
        if isAllRead { return read(now) }
        guard let start = quietSince else {
            quietSince = now
            return
        }
        if let last = readUpTo, now - start >= FeedClock.quiet { readUpTo = max(last, now) }
    }
}
