internal import CloudModel

/// The time of day as engines are told it: never back, and not ahead in a leap that nobody confirms.
///
/// When the clock is set back, ticks stand still until it has caught up. When it leaps ahead, ticks go on at their own
/// pace until the leap has lasted a minute: then it was the clock that was wrong before.
struct TickClock {
    private var last: Timestamp?
    private var lastInstant: ContinuousClock.Instant?
    /// Since when the clock is ahead.
    private var leapBegan: ContinuousClock.Instant?

    private static let believedLeapNanoseconds: Int64 = 300_000_000_000
    private static let doubtfulTime = Duration.seconds(60)

    /// The tick at this moment by both clocks.
    mutating func tick(wall: Timestamp, _ instant: ContinuousClock.Instant) -> Timestamp {
        defer { lastInstant = instant }
        guard let last, let lastInstant else {
            last = wall
            return wall
        }
        let elapsed = max(0, Int64((instant - lastInstant) / .nanoseconds(1)))
        let expected = last.advanced(byNanoseconds: elapsed)
        var next = wall
        if wall - expected > Self.believedLeapNanoseconds {
            let began = leapBegan ?? instant
            leapBegan = began
            if instant - began < Self.doubtfulTime { next = expected } else { leapBegan = nil }
        } else {
            leapBegan = nil
        }
        let tick = max(last, next)
        self.last = tick
        return tick
    }
}
