internal import CloudModel
internal import Foundation

/// The time of day.
enum WallClock {
    /// Now, in whole milliseconds.
    static var now: Timestamp {
        Timestamp(nanoseconds: Int64(Date().timeIntervalSince1970 * 1_000) * 1_000_000)
    }
}

extension StopSignal {
    /// Waits in short steps, so that a stop is seen soon.
    static func pause(_ milliseconds: Int, until isStopRequested: () -> Bool) {
        var left = milliseconds
        while left > 0, !isStopRequested() {
            Thread.sleep(forTimeInterval: Double(min(left, 50)) / 1_000)
            left -= 50
        }
    }
}
